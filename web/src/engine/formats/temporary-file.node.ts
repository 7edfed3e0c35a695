import { closeSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import type { WritableBytes } from "../base/writable-bytes";

/** A file of this computer that is written anew, at any place. */
export class TemporaryFile implements WritableBytes {
  private readonly descriptor: number;
  size = 0;
  private isOpen = true;

  constructor(readonly path: string) {
    this.descriptor = openSync(path, "w+");
  }

  read(into: Uint8Array, offset: number, length: number, position: number): number {
    return readSync(this.descriptor, into, offset, Math.max(0, Math.min(length, this.size - position)), position);
  }

  write(from: Uint8Array, offset: number, length: number, position: number): number {
    for (let done = 0; done < length;) done += writeSync(this.descriptor, from, offset + done, length - done, position + done);
    this.size = Math.max(this.size, position + length);
    return length;
  }

  resize(size: number): void {
    ftruncateSync(this.descriptor, size);
    this.size = size;
  }

  close(): void {
    if (this.isOpen) closeSync(this.descriptor);
    this.isOpen = false;
  }
}
