import { damaged, PickleFailure, unsupported } from "./failure";

/** How far weights may shrink: numbers of a trained model hardly do, and a bomb does a thousandfold. */
const MOST_TIMES = 100;
/** Small files may unpack to this in any case. */
const LEAST_BYTES = 4_000_000;

/** Compressions by their first bytes: joblib offers all of them, browsers unpack two. */
const REFUSED: [string, number[]][] = [
  ["bzip2", [0x42, 0x5a, 0x68]],
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["lzma", [0x5d, 0x00, 0x00]],
  ["lz4", [0x04, 0x22, 0x4d, 0x18]],
  ["Zstandard", [0x28, 0xb5, 0x2f, 0xfd]],
  ["joblib's own form from before 2016", [0x5a, 0x46, 0x30, 0x78]],
];

/** The bytes of the pickle itself: joblib's zlib and gzip are unpacked, their checksums verified; other compressions are named. */
export async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  for (const [name, mark] of REFUSED) {
    if (mark.every((byte, i) => bytes[i] === byte))
      unsupported(
        `is compressed with ${name}; zlib, gzip and no compression are read. In Python: joblib.dump(joblib.load(FILE), FILE, compress=3)`,
      );
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return unpacked(bytes, "gzip");
  if (bytes[0] === 0x78 && ((bytes[0] << 8) | bytes[1]!) % 31 === 0) return unpacked(bytes, "deflate");
  return bytes;
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>, format: CompressionFormat): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const most = Math.max(LEAST_BYTES, bytes.length * MOST_TIMES);
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > most) throw new PickleFailure("memory", `would unpack to more than ${MOST_TIMES} times its size, which no weights do`);
      parts.push(part.value);
    }
  } catch (cause) {
    await reader.cancel().catch(() => {});
    if (cause instanceof PickleFailure) throw cause;
    damaged("it does not unpack");
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
