import type { ByteSource } from "../readers/byte-source";
import { WindowCache } from "../readers/window-cache";

/** Bytes that differ from the original, at their place in the file. */
export interface Page {
  position: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes of a page: small, as HDF5 touches little pieces of metadata here and there. */
export const PAGE = 65_536;

/**
 * A file that can be written to over one that cannot: pages that change are kept in memory,
 * the others stay where they are. Copying a file of gigabytes so costs what is added to it.
 */
export class Overlay {
  private readonly pages = new Map<number, Uint8Array<ArrayBuffer>>();
  private readonly original: WindowCache | null;
  /** Bytes of the original, from its start, that still count: beyond them and outside the changes there are zeros. */
  kept: number;
  size: number;

  /** `source` is null for a file that begins empty. */
  constructor(source: ByteSource | null) {
    this.original = source && new WindowCache(source, 3);
    this.kept = this.size = source?.size ?? 0;
  }

  /** Copies up to `length` bytes from `position` into `into` at `offset`; says how many there were. */
  read(into: Uint8Array, offset: number, length: number, position: number): number {
    const end = Math.min(position + length, this.size);
    for (let at = position; at < end;) {
      const index = Math.floor(at / PAGE);
      const stop = Math.min(end, (index + 1) * PAGE);
      const place = offset + at - position;
      const page = this.pages.get(index);
      if (page) into.set(page.subarray(at - index * PAGE, stop - index * PAGE), place);
      else this.readOriginal(into, place, stop - at, at);
      at = stop;
    }
    return Math.max(0, end - position);
  }

  write(from: Uint8Array, offset: number, length: number, position: number): number {
    const end = position + length;
    for (let at = position; at < end;) {
      const index = Math.floor(at / PAGE);
      const stop = Math.min(end, (index + 1) * PAGE);
      this.page(index, stop - at === PAGE).set(from.subarray(offset + at - position, offset + stop - position), at - index * PAGE);
      at = stop;
    }
    this.size = Math.max(this.size, end);
    return length;
  }

  resize(size: number): void {
    if (size < this.size) {
      for (const [index, page] of this.pages) {
        if (index * PAGE >= size) this.pages.delete(index);
        else page.fill(0, Math.min(PAGE, size - index * PAGE));
      }
      this.kept = Math.min(this.kept, size);
    }
    this.size = size;
  }

  /** What was written, in order; the last page ends where the file does. */
  changes(): Page[] {
    return [...this.pages]
      .sort(([a], [b]) => a - b)
      .map(([index, bytes]) => {
        const position = index * PAGE;
        return { position, bytes: position + PAGE > this.size ? bytes.slice(0, this.size - position) : bytes };
      });
  }

  private page(index: number, isWhole: boolean): Uint8Array<ArrayBuffer> {
    let page = this.pages.get(index);
    if (!page) {
      page = new Uint8Array(PAGE);
      if (!isWhole) this.readOriginal(page, 0, PAGE, index * PAGE);
      this.pages.set(index, page);
    }
    return page;
  }

  /** Zeros beyond the original's end, as in any file. */
  private readOriginal(into: Uint8Array, offset: number, length: number, position: number): void {
    const there = Math.max(0, Math.min(length, this.kept - position));
    if (there > 0) this.original!.readInto(into, offset, there, position);
    into.fill(0, offset + there, offset + length);
  }
}
