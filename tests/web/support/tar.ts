const BLOCK = 512;

/** A .tar of files, as GNU tar writes it. */
export function tarOf(files: Record<string, string | Uint8Array>): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(files).flatMap(([name, contents]) => {
    const bytes = typeof contents === "string" ? new TextEncoder().encode(contents) : contents;
    const long = name.length > 100 ? [entry("././@LongLink", new TextEncoder().encode(`${name}\0`), "L")] : [];
    return [...long, entry(name.slice(0, 100), bytes, "0")];
  });
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 2 * BLOCK));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function entry(name: string, bytes: Uint8Array, kind: string): Uint8Array {
  const out = new Uint8Array(BLOCK + Math.ceil(bytes.length / BLOCK) * BLOCK);
  const put = (text: string, from: number) => out.set(new TextEncoder().encode(text), from);
  put(name, 0);
  put("0000644\0", 100);
  put(`${bytes.length.toString(8).padStart(11, "0")}\0`, 124);
  put("        ", 148);
  put(kind, 156);
  put("ustar\x0000", 257);
  const sum = out.subarray(0, BLOCK).reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  out.set(bytes, BLOCK);
  return out;
}
