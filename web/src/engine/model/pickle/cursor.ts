import { damaged, PickleFailure } from "./failure";

/** A line of text in the oldest protocols: names and numbers are far shorter. */
const LONGEST_LINE = 1_000_000;

/** Reads forward over bytes; what would pass their end is an error, never a guess. */
export class Cursor {
  at = 0;
  private readonly view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  /** The next `length` bytes, where they lie: no copy. */
  take(length: number): Uint8Array {
    if (length > this.left)
      throw new PickleFailure(
        "bad-file",
        `is cut off or damaged: ${length.toLocaleString("en")} bytes are due at byte ` +
          `${this.at.toLocaleString("en")} and ${this.left.toLocaleString("en")} are there. Download it again`,
      );
    return this.bytes.subarray(this.at, (this.at += length));
  }

  uint8(): number {
    return this.take(1)[0]!;
  }

  uint16(): number {
    return this.number(2, (at) => this.view.getUint16(at, true));
  }

  int32(): number {
    return this.number(4, (at) => this.view.getInt32(at, true));
  }

  uint32(): number {
    return this.number(4, (at) => this.view.getUint32(at, true));
  }

  /** A length in eight bytes; beyond 2^53 there is no such file. */
  length64(): number {
    const length = this.number(8, (at) => this.view.getBigUint64(at, true));
    if (length > BigInt(Number.MAX_SAFE_INTEGER)) damaged(`a length of ${length.toLocaleString("en")} bytes`);
    return Number(length);
  }

  /** Big-endian, as pickles store floats. */
  float64(): number {
    return this.number(8, (at) => this.view.getFloat64(at, false));
  }

  /** Up to the next line feed, which is passed over. */
  line(): string {
    const end = this.bytes.subarray(0, this.at + LONGEST_LINE).indexOf(10, this.at);
    if (end < 0) damaged(`a line of text that begins at byte ${this.at.toLocaleString("en")} does not end`);
    const line = latin1(this.take(end - this.at));
    this.at++;
    return line;
  }

  private number<T>(length: number, read: (at: number) => T): T {
    const { at } = this;
    this.take(length);
    return read(at);
  }
}

/** One character a byte. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** UTF-8; Python's lone surrogates are none. */
export function utf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return damaged("a text in it is not UTF-8");
  }
}
