// What is used of two libraries that do not say their types, or say them of less.

declare module "unbzip2-stream/lib/bit_iterator.js" {
  /** Takes so many bits, or (null) what is left of a byte. */
  interface Bits {
    (count: number | null): number;
    bytesRead: number;
  }
  export default function bitIterator(next: () => Uint8Array): Bits;
}

declare module "unbzip2-stream/lib/bzip2.js" {
  type Bits = (count: number | null) => number;
  const bzip2: {
    /** Reads the head of a stream; gives the size of its blocks in 100,000 bytes. */
    header(bits: Bits): number;
    /** Unpacks a block, byte by byte; gives the checksum so far, null at the stream's end. */
    decompress(bits: Bits, write: (byte: number) => void, held: Int32Array, size: number, checksum: number): number | null;
  };
  export default bzip2;
}

declare module "xz-decompress" {
  export class XzReadableStream extends ReadableStream<Uint8Array> {
    constructor(packed: ReadableStream<Uint8Array>);
  }
  const all: { XzReadableStream: typeof XzReadableStream } | undefined;
  export default all;
}
