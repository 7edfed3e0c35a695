import type { ByteSource } from "./byte-source";

/**
 * A few windows of a file, each of several megabytes, kept in memory.
 * HDF5 asks for a chunk (tens of kilobytes) at a time, and each call on a File or an address costs a millisecond or more.
 */
export class WindowCache {
  /** Position -> bytes, least recently used first. */
  private readonly windows = new Map<number, Uint8Array>();
  /** Bytes asked of the source so far. */
  fetched = 0;

  constructor(
    private readonly source: ByteSource,
    private readonly capacity = 5,
  ) {}

  /** Copies up to `length` bytes from `position` into `into` at `offset`; says how many there were. */
  readInto(into: Uint8Array, offset: number, length: number, position: number): number {
    const end = Math.min(position + length, this.source.size);
    const size = this.source.windowBytes;
    if (end - position >= size) return this.readThrough(into, offset, end - position, position);
    let at = position;
    while (at < end) {
      const start = Math.floor(at / size) * size;
      const bytes = this.window(start);
      const stop = Math.min(end, start + bytes.length);
      if (stop <= at) break;
      into.set(bytes.subarray(at - start, stop - start), offset + at - position);
      at = stop;
    }
    return Math.max(0, at - position);
  }

  clear(): void {
    this.windows.clear();
  }

  /** Long reads are already cheap per byte: no window is spent on them. */
  private readThrough(into: Uint8Array, offset: number, length: number, position: number): number {
    const bytes = this.fetch(position, length);
    into.set(bytes, offset);
    return bytes.length;
  }

  private window(start: number): Uint8Array {
    let bytes = this.windows.get(start);
    if (bytes) this.windows.delete(start);
    else {
      if (this.windows.size >= this.capacity) this.windows.delete(this.windows.keys().next().value!);
      bytes = this.fetch(start, Math.min(this.source.windowBytes, this.source.size - start));
    }
    this.windows.set(start, bytes);
    return bytes;
  }

  private fetch(position: number, length: number): Uint8Array {
    this.fetched += length;
    return this.source.read(position, length);
  }
}
