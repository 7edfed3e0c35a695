import { decompress } from "fzstd";
import { unzlibSync } from "fflate";
import { lz4Block } from "./lz4";

const [LZ4, ZLIB, ZSTD] = [1, 3, 4];
const KINDS = ["blosclz", "lz4", "snappy", "zlib", "zstd"];
const HEADER = 16;
const BYTE_SHUFFLED = 0x01;
const STORED = 0x02;
const BIT_SHUFFLED = 0x04;
const NOT_SPLIT = 0x10;

/** Unpacks a chunk of Blosc 1 (c-blosc 1.21: README_HEADER.rst). Throws RangeError where it is damaged or packed by blosclz or snappy. */
export function blosc(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const [flags, typeSize] = [packed[2]!, packed[3]!];
  const [size, blockSize] = [view.getUint32(4, true), view.getUint32(8, true)];
  if (flags & STORED) {
    if (HEADER + size > packed.length) throw new RangeError("a Blosc chunk is cut off");
    return packed.slice(HEADER, HEADER + size);
  }
  if (size > 0 && !(blockSize > 0)) throw new RangeError("a Blosc chunk has blocks of no bytes");
  if (size > 1024 * packed.length + 4096) throw new RangeError(`a Blosc chunk of ${packed.length} bytes cannot hold ${size}`);
  const kind = flags >> 5;
  const out = new Uint8Array(size);
  for (let first = 0, block = 0; first < size; first += blockSize, block++) {
    const bytes = Math.min(blockSize, size - first);
    const isLast = bytes < blockSize;
    const parts = flags & NOT_SPLIT || isLast ? 1 : typeSize;
    const whole = new Uint8Array(bytes);
    let at = view.getUint32(HEADER + 4 * block, true);
    const each = Math.floor(bytes / parts);
    for (let part = 0; part < parts; part++) {
      const length = view.getUint32(at, true);
      const stored = packed.subarray(at + 4, at + 4 + length);
      at += 4 + length;
      if (stored.length < length) throw new RangeError("a Blosc chunk is cut off");
      whole.set(length === each ? stored : unpacked(kind, stored, each), part * each);
    }
    if (flags & BYTE_SHUFFLED && typeSize > 1) unshuffleBytes(whole, typeSize, out.subarray(first, first + bytes));
    else if (flags & BIT_SHUFFLED) unshuffleBits(whole, typeSize, out.subarray(first, first + bytes));
    else out.set(whole, first);
  }
  return out;
}

function unpacked(kind: number, stored: Uint8Array, size: number): Uint8Array {
  if (kind === LZ4) return lz4Block(stored, size);
  const found = kind === ZLIB ? unzlibSync(stored, { out: new Uint8Array(size) }) : kind === ZSTD ? decompress(stored) : null;
  if (!found) throw new RangeError(`Blosc chunks packed by ${KINDS[kind] ?? `method ${kind}`} are not read`);
  if (found.length !== size) throw new RangeError(`a block of Blosc ends after ${found.length} of ${size} bytes`);
  return found;
}

/** First bytes of all values, then second ones, and so on; what is left at the end is as it was. */
function unshuffleBytes(from: Uint8Array, typeSize: number, to: Uint8Array): void {
  const values = Math.floor(from.length / typeSize);
  for (let byte = 0; byte < typeSize; byte++)
    for (let value = 0; value < values; value++) to[value * typeSize + byte] = from[byte * values + value]!;
  to.set(from.subarray(values * typeSize), values * typeSize);
}

/** The same by bits. c-blosc 1 leaves a block as it was unless its values come in eights (blosc/shuffle.c, 1.21). */
function unshuffleBits(from: Uint8Array, typeSize: number, to: Uint8Array): void {
  const values = Math.floor(from.length / typeSize);
  if (values % 8 !== 0) return to.set(from);
  const plane = values / 8;
  for (let byte = 0; byte < typeSize; byte++)
    for (let value = 0; value < values; value++) {
      let sum = 0;
      for (let bit = 0; bit < 8; bit++) sum |= ((from[(byte * 8 + bit) * plane + (value >> 3)]! >> (value & 7)) & 1) << bit;
      to[value * typeSize + byte] = sum;
    }
  to.set(from.subarray(values * typeSize), values * typeSize);
}
