// Codes and numbers of cells as text, small enough for a JSON of a million cells.

/** Bytes a call of fromCharCode takes. */
const PIECE = 0x8000;

/** Base64 of bytes. */
export function toBase64(bytes: Uint8Array): string {
  let letters = "";
  for (let at = 0; at < bytes.length; at += PIECE) letters += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(letters);
}

/** Bytes of base64; throws RangeError where it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch (error) {
    throw new RangeError("This is no base64.", { cause: error });
  }
}

/** Codes from -1 up as `8:`, `16:` or `32:` (bits a cell) and base64 of one more than each, little-endian. */
export function packCodes(codes: Int32Array): string {
  const most = codes.reduce((largest, code) => Math.max(largest, code), -1) + 1;
  const bits = most < 256 ? 8 : most < 65_536 ? 16 : 32;
  const wide = bits / 8;
  const bytes = new Uint8Array(codes.length * wide);
  codes.forEach((code, cell) => {
    for (let i = 0, left = code + 1; i < wide; i++, left >>>= 8) bytes[cell * wide + i] = left & 255;
  });
  return `${bits}:${toBase64(bytes)}`;
}

/** The codes that `packCodes` packed; throws RangeError for other words. */
export function unpackCodes(text: string): Int32Array<ArrayBuffer> {
  const wide = { "8:": 1, "16:": 2, "32:": 4 }[/^\d+:/.exec(text)?.[0] ?? ""];
  if (wide === undefined) throw new RangeError("These are no packed codes.");
  const bytes = fromBase64(text.slice(text.indexOf(":") + 1));
  if (bytes.length % wide !== 0) throw new RangeError("These packed codes end in the middle of one.");
  return Int32Array.from({ length: bytes.length / wide }, (_, cell) => {
    let code = 0;
    for (let i = wide - 1; i >= 0; i--) code = (code << 8) | bytes[cell * wide + i]!;
    return code - 1;
  });
}
