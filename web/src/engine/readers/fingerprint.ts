import { sha256 } from "../base/sha256";
import type { ByteSource } from "./byte-source";

const WINDOW = 65_536;

/** sha256 of the size (8 bytes, little-endian) and of three 64 kB windows: first, middle, last. */
export async function fingerprint(source: ByteSource): Promise<string> {
  const { size } = source;
  const length = Math.min(WINDOW, size);
  const starts = [0, Math.floor((size - length) / 2), size - length];
  const bytes = new Uint8Array(8 + 3 * length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(size), true);
  starts.forEach((start, i) => bytes.set(source.read(start, length), 8 + i * length));
  return sha256(bytes);
}
