/**
 * Unpacks a block of LZ4 (its block format, no frame) into `size` bytes; at most 255 times the packed ones, as the format is. Throws
 * RangeError where it is damaged.
 */
export function lz4Block(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  if (size > 256 * packed.length + 64) throw new RangeError(`an LZ4 block of ${packed.length} bytes cannot hold ${size}`);
  const out = new Uint8Array(size);
  let [from, to] = [0, 0];
  const length = (nibble: number): number => {
    let sum = nibble;
    for (let byte = nibble === 15 ? 255 : 0; byte === 255; sum += byte) byte = packed[from++] ?? 0;
    return sum;
  };
  while (from < packed.length) {
    const token = packed[from++]!;
    const literals = length(token >> 4);
    if (from + literals > packed.length || to + literals > size) throw new RangeError("an LZ4 block is damaged");
    out.set(packed.subarray(from, from + literals), to);
    from += literals;
    to += literals;
    // The last run has literals only.
    if (from >= packed.length) break;
    const offset = packed[from]! | (packed[from + 1]! << 8);
    from += 2;
    const end = to + length(token & 15) + 4;
    if (!(offset > 0) || offset > to || end > size) throw new RangeError("an LZ4 block is damaged");
    // What is copied may overlap what it is copied to.
    for (; to < end; to++) out[to] = out[to - offset]!;
  }
  if (to !== size) throw new RangeError(`an LZ4 block ends after ${to} of ${size} bytes`);
  return out;
}
