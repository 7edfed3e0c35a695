import { AnalysisError } from "../../../contract/errors";

/** Where a download goes while it arrives. */
export interface Spool {
  write(bytes: Uint8Array<ArrayBuffer>): void;
  /** The whole, to be read from where it lies. */
  finish(): Promise<Blob>;
  /** Gives its place back: the download failed. */
  drop(): Promise<void>;
}

/** From here on a download goes to disk, where the browser has a place for it; Blobs of gigabytes fill its memory. */
const ON_DISK = 32 << 20;
/** Bytes gathered before they are handed to the browser as a Blob. */
const GATHERED = 8 << 20;
const FOLDER = "phenolens-downloads";

/** `length` is what is to come; 0 where that is not known. */
export async function openSpool(name: string, length: number): Promise<Spool> {
  const isLarge = length === 0 || length >= ON_DISK;
  const root = isLarge ? await globalThis.navigator?.storage?.getDirectory?.().catch(() => null) : null;
  return root ? diskSpool(name, root) : memorySpool();
}

function memorySpool(): Spool {
  const blobs: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let gathered = 0;
  const gather = () => {
    blobs.push(new Blob(parts));
    parts = [];
    gathered = 0;
  };
  return {
    write(bytes) {
      parts.push(bytes);
      gathered += bytes.length;
      if (gathered >= GATHERED) gather();
    },
    async finish() {
      gather();
      return new Blob(blobs);
    },
    async drop() {},
  };
}

/** A file of the page's own (origin private file system), gone when a later download finds its worker ended. */
async function diskSpool(name: string, root: FileSystemDirectoryHandle): Promise<Spool> {
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  await removeAbandoned(folder);
  const entry = crypto.randomUUID();
  await holdLock(lockOf(entry));
  const handle = await folder.getFileHandle(entry, { create: true });
  const access = await handle.createSyncAccessHandle();
  let at = 0;
  return {
    write(bytes) {
      // A full disk is a short write in some browsers, an error in others.
      let written = 0;
      let cause: unknown;
      try {
        written = access.write(bytes, { at });
      } catch (error) {
        cause = error;
      }
      at += written;
      if (written < bytes.length) {
        throw full(name, at, cause);
      }
    },
    async finish() {
      access.flush();
      access.close();
      const file = await handle.getFile();
      // A private window keeps it in memory, and loses what does not fit without a word.
      if (file.size !== at) throw full(name, file.size);
      return file;
    },
    async drop() {
      access.close();
      await folder.removeEntry(entry);
    },
  };
}

function full(name: string, after: number, cause?: unknown): AnalysisError {
  return new AnalysisError(
    "memory",
    `${name} does not fit into the space that the browser grants this page: it was full after ${(after / 1e9).toFixed(1)} GB. ` +
      `Download the file and drop it here.`,
    { cause },
  );
}

const lockOf = (entry: string) => `${FOLDER}/${entry}`;

/** Holds a lock as long as this worker lives: other pages see by it that the file is in use. */
function holdLock(lock: string): Promise<void> {
  return new Promise((resolve) => {
    void navigator.locks.request(lock, () => {
      resolve();
      return new Promise<never>(() => {});
    });
  });
}

async function removeAbandoned(folder: FileSystemDirectoryHandle): Promise<void> {
  const { held = [] } = await navigator.locks.query();
  const inUse = new Set(held.map((lock) => lock.name));
  const names: string[] = [];
  for await (const entry of folder.keys()) names.push(entry);
  for (const entry of names) {
    // One that cannot be removed now is found again the next time.
    if (!inUse.has(lockOf(entry))) await folder.removeEntry(entry).catch(() => undefined);
  }
}
