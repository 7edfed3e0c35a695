import { AnalysisError } from "../../contract/errors";
import type { WritableBytes } from "../base/writable-bytes";

/** A file that is written anew in a browser, at any place. */
export interface TemporaryFile extends WritableBytes {
  /** Ends writing; what was written. */
  written(name: string): Promise<File>;
  remove(): Promise<void>;
}

const FOLDER = "phenolens-converted";
/** Held by the worker that uses a file: a file without one is of a session that has ended. */
const lockOf = (name: string) => `${FOLDER}/${name}`;

/** On the browser's own disk where it gives one, else in memory. */
export async function temporaryFile(): Promise<TemporaryFile> {
  return (await onDisk().catch(() => null)) ?? new InMemory();
}

/** Removes what ended sessions have left. */
export async function removeLeftovers(): Promise<void> {
  try {
    const folder = (await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER)) as Listed;
    for await (const name of folder.keys())
      await navigator.locks.request(lockOf(name), { ifAvailable: true }, (lock) => (lock ? folder.removeEntry(name) : undefined));
  } catch {
    // There is no such folder, or no disk for the page.
  }
}

type Listed = FileSystemDirectoryHandle & { keys(): AsyncIterable<string> };
interface Access {
  read(into: Uint8Array, options: { at: number }): number;
  write(from: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

async function onDisk(): Promise<TemporaryFile | null> {
  const root = await navigator.storage?.getDirectory?.();
  if (!root || !navigator.locks) return null;
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  const name = crypto.randomUUID();
  let release = () => {};
  await new Promise<void>((held, failed) => {
    const kept = new Promise<void>((resolve) => (release = resolve));
    navigator.locks.request(lockOf(name), () => (held(), kept)).catch(failed);
  });
  try {
    const handle = (await folder.getFileHandle(name, { create: true })) as FileSystemFileHandle & {
      createSyncAccessHandle?(): Promise<Access>;
    };
    const access = await handle.createSyncAccessHandle!();
    return new OnDisk(handle, access, () => folder.removeEntry(name).finally(release));
  } catch (error) {
    await folder.removeEntry(name).catch(() => undefined);
    release();
    throw error;
  }
}

class OnDisk implements TemporaryFile {
  size = 0;
  private isOpen = true;

  constructor(
    private readonly handle: FileSystemFileHandle,
    private readonly access: Access,
    private readonly forget: () => Promise<void>,
  ) {}

  read(into: Uint8Array, offset: number, length: number, position: number): number {
    const most = Math.max(0, Math.min(length, this.size - position));
    return this.access.read(into.subarray(offset, offset + most), { at: position });
  }

  write(from: Uint8Array, offset: number, length: number, position: number): number {
    for (let done = 0; done < length;) {
      const more = this.attempt(() => this.access.write(from.subarray(offset + done, offset + length), { at: position + done }));
      if (more === 0) throw noRoom();
      done += more;
    }
    this.size = Math.max(this.size, position + length);
    return length;
  }

  resize(size: number): void {
    this.attempt(() => this.access.truncate(size));
    this.size = size;
  }

  async written(name: string): Promise<File> {
    this.attempt(() => this.access.flush());
    this.end();
    return new File([await this.handle.getFile()], name);
  }

  async remove(): Promise<void> {
    this.end();
    await this.forget().catch(() => undefined);
  }

  private attempt<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      throw (error as Error).name === "QuotaExceededError" ? noRoom(error) : error;
    }
  }

  private end(): void {
    if (this.isOpen) this.access.close();
    this.isOpen = false;
  }
}

const PIECE = 1 << 22;

/** Pieces of 4 MiB, which a Blob takes over. */
export class InMemory implements TemporaryFile {
  size = 0;
  private pieces: Uint8Array<ArrayBuffer>[] = [];

  read(into: Uint8Array, offset: number, length: number, position: number): number {
    const most = Math.max(0, Math.min(length, this.size - position));
    this.move(position, most, (piece, from, to, done) => into.set(piece.subarray(from, to), offset + done));
    return most;
  }

  write(from: Uint8Array, offset: number, length: number, position: number): number {
    this.grow(Math.max(this.size, position + length));
    this.move(position, length, (piece, start, end, done) => piece.set(from.subarray(offset + done, offset + done + end - start), start));
    return length;
  }

  resize(size: number): void {
    const isShorter = size < this.size;
    this.grow(size);
    if (!isShorter) return;
    // What grows again reads as zeros.
    this.pieces.length = Math.ceil(size / PIECE);
    if (size % PIECE > 0) this.pieces.at(-1)!.fill(0, size % PIECE);
  }

  async written(name: string): Promise<File> {
    const last = this.size % PIECE;
    const file = new File(
      this.pieces.map((piece, i) => (i === this.pieces.length - 1 && last > 0 ? piece.subarray(0, last) : piece)),
      name,
    );
    this.pieces = [];
    return file;
  }

  async remove(): Promise<void> {
    this.pieces = [];
  }

  private grow(size: number): void {
    try {
      while (this.pieces.length * PIECE < size) this.pieces.push(new Uint8Array(PIECE));
    } catch (error) {
      throw noRoom(error);
    }
    this.size = size;
  }

  private move(position: number, length: number, take: (piece: Uint8Array, from: number, to: number, done: number) => void): void {
    for (let done = 0; done < length;) {
      const from = (position + done) % PIECE;
      const to = Math.min(PIECE, from + length - done);
      take(this.pieces[Math.floor((position + done) / PIECE)]!, from, to, done);
      done += to - from;
    }
  }
}

const noRoom = (cause?: unknown) =>
  new AnalysisError(
    "bad-input",
    "The browser has no room for the .h5ad file that these files are converted to. Free disk space, or convert them by phenolens convert.",
    { cause },
  );
