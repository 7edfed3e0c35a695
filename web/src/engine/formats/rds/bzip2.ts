import bitsOf from "unbzip2-stream/lib/bit_iterator.js";
import bzip2 from "unbzip2-stream/lib/bzip2.js";

/** Bytes that a block takes at the most, beside 100,000 for each of its hundreds of thousands. */
const SPARE = 25_000;

/** What bzip2 has packed, a block of at most 900,000 bytes (before its runs are written out) at a time. Throws where it is damaged. */
export async function* bunzip2(stored: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const waiting: Uint8Array[] = [];
  let arrived = 0;
  const next = () => {
    const chunk = waiting.shift();
    if (!chunk) throw new RangeError("it ends early");
    return chunk;
  };
  const input = stored[Symbol.asyncIterator]();
  const has = async (bytes: number, used: number) => {
    while (arrived - used < bytes) {
      const { value, done } = await input.next();
      if (done) break;
      if (value.length > 0) waiting.push(value);
      arrived += value.length;
    }
    return arrived > used;
  };
  try {
    await has(4, 0);
    const bits = bitsOf(next);
    while (await has(4, bits.bytesRead)) {
      const size = bzip2.header(bits);
      let check: number | null = 0;
      while (check !== null) {
        await has(SPARE + 100_000 * size, bits.bytesRead);
        const out = new Growing(100_000 * size);
        check = bzip2.decompress(bits, (byte) => out.add(byte), new Int32Array(100_000 * size), 100_000 * size, check);
        if (check !== null) yield out.bytes();
      }
    }
  } finally {
    await input.return?.();
  }
}

/** Bytes that come one by one. */
class Growing {
  private held: Uint8Array<ArrayBuffer>;
  private used = 0;

  constructor(size: number) {
    this.held = new Uint8Array(size);
  }

  add(byte: number): void {
    if (this.used === this.held.length) {
      const before = this.held;
      this.held = new Uint8Array(2 * before.length);
      this.held.set(before);
    }
    this.held[this.used++] = byte;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return this.held.subarray(0, this.used);
  }
}
