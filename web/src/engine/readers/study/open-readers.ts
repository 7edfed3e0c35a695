import type { Reader } from "../reader";

interface Open {
  reader: Promise<Reader>;
  users: number;
}

/** The readers of a study's files, opened when they are read, a few at a time: memory does not grow with the number of files. */
export class OpenReaders {
  private readonly open = new Map<number, Open>();

  /** `most` are kept open at once: each holds windows of its file. */
  constructor(
    private readonly openFile: (file: number) => Promise<Reader>,
    private readonly most = 2,
  ) {}

  async use<T>(file: number, work: (reader: Reader) => T | Promise<T>): Promise<T> {
    const one = this.open.get(file) ?? { reader: this.openFile(file), users: 0 };
    // The last one used is the last in order.
    this.open.delete(file);
    this.open.set(file, one);
    one.users++;
    try {
      this.closeOldest();
      return await work(await one.reader);
    } catch (error) {
      if (this.open.get(file) === one && (await one.reader.catch(() => null)) === null) this.open.delete(file);
      throw error;
    } finally {
      one.users--;
    }
  }

  close(): void {
    for (const { reader } of this.open.values()) void reader.then((one) => one.close()).catch(() => undefined);
    this.open.clear();
  }

  private closeOldest(): void {
    for (const [file, { reader, users }] of this.open) {
      if (this.open.size <= this.most) return;
      if (users > 0) continue;
      this.open.delete(file);
      void reader.then((one) => one.close()).catch(() => undefined);
    }
  }
}
