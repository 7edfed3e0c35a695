import type { Dataset, File as H5File, Group, Metadata } from "h5wasm";
import { AnalysisError } from "../../contract/errors";
import type { ByteSource } from "./byte-source";
import { MissingFilters, pluginFile, pluginIds } from "./filters";
import { heapEnds } from "./heaps";
import type { Inflater, StoredBytes } from "./stored-bytes";
import { WindowCache } from "./window-cache";

export type { Dataset, Group, Metadata };
type H5 = typeof import("h5wasm");

/** Bytes of one of the tool's own files, by its path under the served folder. */
export type Assets = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Attributes by which a group says that it is one thing: an array, a table. */
const ELEMENTS = ["encoding-type", "h5sparse_format"];

let library: Promise<H5> | undefined;
let mounted = 0;

/** The one h5wasm of this thread, with errors thrown rather than printed. */
export function loadHdf5(): Promise<H5> {
  library ??= import("h5wasm").then(async (h5) => {
    const module = await h5.ready;
    module.activate_throwing_error_handler();
    return h5;
  });
  return library;
}

/** An HDF5 file read lazily from a ByteSource, the same way in a browser's worker and in Node. */
export class Hdf5 implements StoredBytes {
  private failure: unknown;
  /** Where the superblock is: at the start, or behind a block of the user's own of 512 bytes, 1,024, and so on. */
  private base = 0;
  private readonly installed = new Set<number>();

  private constructor(
    readonly h5: H5,
    readonly source: ByteSource,
    private readonly cache: WindowCache,
    private readonly assets: Assets,
    private readonly path: string,
    private file: H5File | null,
    /** Inflates chunks faster than the library does; without one the library reads everything. */
    readonly inflater: Inflater | null,
  ) {}

  static async open(source: ByteSource, assets: Assets, inflater: Inflater | null = null): Promise<Hdf5> {
    const h5 = await loadHdf5();
    const file = new Hdf5(h5, source, new WindowCache(source), assets, `/phenolens/${++mounted}`, null, inflater);
    file.mount();
    try {
      file.base = file.superblock();
      file.file = file.sync("the file's header", () => new h5.File(file.path, "r"));
    } catch (error) {
      file.unmount();
      throw error;
    }
    return file;
  }

  get name(): string {
    return this.source.name;
  }

  /** Bytes fetched from the source so far. */
  get fetched(): number {
    return this.cache.fetched;
  }

  /** Copies bytes of the file as they are stored; false where it has fewer. */
  copyBytes(into: Uint8Array, offset: number, length: number, address: number): boolean {
    return address + length <= this.source.size && this.cache.readInto(into, offset, length, address) === length;
  }

  /** Bytes of the file as they are stored; null where it has fewer, or where they are more than any header or index needs. */
  bytes(address: number, length: number): DataView | null {
    if (length < 0 || length > 1 << 20) return null;
    const bytes = new Uint8Array(length);
    return this.copyBytes(bytes, 0, length, address) ? new DataView(bytes.buffer) : null;
  }

  private superblock(): number {
    for (let at = 0; at < this.source.size && at <= 1 << 20; at = Math.max(512, 2 * at)) {
      if (this.bytes(at, 4)?.getUint32(0, false) === 0x89484446) return at;
    }
    return 0;
  }

  group(path: string): Group | null {
    const entity = this.entity(path);
    return entity instanceof this.h5.Group ? entity : null;
  }

  dataset(path: string): Dataset | null {
    const entity = this.entity(path);
    if (!(entity instanceof this.h5.Dataset)) return null;
    // Read here once, where an error becomes a sentence; the library keeps it.
    this.sync(path, () => entity.metadata);
    return entity;
  }

  /** Names in a group; none where there is no such group. */
  keys(path: string): string[] {
    const group = this.group(path);
    return group ? this.sync(path, () => group.keys()) : [];
  }

  /**
   * What a mapping (layers, obsm) holds, by name. A name with a slash lies in groups of its parts: a group that says nothing of itself
   * and holds other things is only a part of names.
   */
  elements(path: string, prefix = ""): string[] {
    return this.keys(path).flatMap((key) => {
      const at = `${path}/${key}`;
      const isElement = this.dataset(at) || ELEMENTS.some((name) => this.attribute(at, name) !== undefined);
      if (isElement || prefix.split("/").length > 8) return [prefix + key];
      const inner = this.keys(at);
      return inner.length === 0 || inner.includes("indptr") ? [prefix + key] : this.elements(at, `${prefix}${key}/`);
    });
  }

  attribute(path: string, name: string): unknown {
    const entity = this.entity(path);
    if (!(entity instanceof this.h5.Group || entity instanceof this.h5.Dataset)) return undefined;
    return this.sync(`the attributes of ${path}`, () => {
      const names = this.h5.Module.get_attribute_names(entity.file_id, entity.path);
      return names.includes(name) ? entity.get_attribute(name, false) : undefined;
    });
  }

  /** Runs a read; where it met a filter that is not loaded, fetches the plugin and runs it again. */
  async attempt<T>(read: () => T | Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await read();
      } catch (error) {
        if (!(error instanceof MissingFilters)) throw error;
        for (const id of error.ids) await this.install(id);
      }
    }
  }

  /** Runs one call of the library; its errors become one sentence naming the file's part. */
  sync<T>(part: string, call: () => T, dataset?: Dataset): T {
    this.failure = undefined;
    try {
      return call();
    } catch (error) {
      if (this.failure !== undefined) throw this.failure;
      if (error instanceof AnalysisError || error instanceof MissingFilters) throw error;
      const words = error instanceof Error ? error.message : String(error);
      if (dataset && /filter/i.test(words)) {
        const missing = pluginIds(dataset.filters).filter((id) => !this.installed.has(id));
        if (missing.length > 0) throw new MissingFilters(missing);
      }
      throw explain(this.name, part, words);
    }
  }

  close(): void {
    try {
      this.file?.close();
    } catch {
      // A file that is already broken cannot be closed better.
    }
    this.file = null;
    this.unmount();
    this.source.close();
  }

  private entity(path: string): unknown {
    const { file } = this;
    if (!file) throw new AnalysisError("internal", `${this.name} was closed.`);
    const entity: unknown = this.sync(path, () => file.get(path));
    if (entity instanceof this.h5.ExternalLink) {
      throw new AnalysisError(
        "unsupported",
        `${path} of ${this.name} is a link to another file (${entity.filename}), which is not followed: copy what it names into this one.`,
      );
    }
    if (entity instanceof this.h5.BrokenSoftLink)
      throw new AnalysisError("bad-file", `${path} of ${this.name} is a link to ${entity.target}, which is not in the file.`);
    return entity;
  }

  private async install(id: number): Promise<void> {
    const plugin = pluginFile(id);
    if (!plugin) {
      throw new AnalysisError(
        "unsupported",
        `${this.name} is compressed with the HDF5 filter ${id}, which is not known here. Write it again with gzip.`,
      );
    }
    const bytes = await this.assets(`h5plugins/${plugin}`);
    const folder = this.h5.Module.get_plugin_search_paths()[0]!;
    const fs = this.h5.Module.FS as unknown as EmscriptenFs;
    fs.mkdirTree(folder);
    fs.writeFile(`${folder}/${plugin}`, bytes);
    this.installed.add(id);
  }

  /** Puts a file into Emscripten's file system whose bytes come through the window cache. */
  private mount(): void {
    const fs = this.h5.Module.FS as unknown as EmscriptenFs;
    fs.mkdirTree("/phenolens");
    const node = fs.createFile("/phenolens", String(mounted), {}, true, false);
    const { size } = this.source;
    const epoch = new Date(0);
    node.node_ops = {
      ...node.node_ops,
      getattr: (of) => ({
        dev: 1,
        ino: of.id,
        mode: of.mode,
        nlink: 1,
        uid: 0,
        gid: 0,
        rdev: 0,
        size,
        atime: epoch,
        mtime: epoch,
        ctime: epoch,
        blksize: 4096,
        blocks: Math.ceil(size / 4096),
      }),
    };
    node.stream_ops = {
      ...node.stream_ops,
      read: (_stream, buffer, offset, length, position) => {
        try {
          // Emscripten passes its heap as an Int8Array.
          const heap = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
          const read = this.cache.readInto(heap, offset, length, position);
          if (!heapEnds(heap.subarray(offset, offset + read), position, this.base, (at, bytes) => this.bytes(at, bytes))) {
            throw new AnalysisError(
              "bad-file",
              `${this.name} is damaged: the list of words at byte ${position.toLocaleString("en")} has no end. Copy or download it again.`,
            );
          }
          return read;
        } catch (error) {
          this.failure = error;
          throw new fs.ErrnoError(29);
        }
      },
      llseek: (stream, offset, whence) => offset + (whence === 1 ? stream.position : whence === 2 ? size : 0),
    };
  }

  private unmount(): void {
    try {
      (this.h5.Module.FS as unknown as EmscriptenFs).unlink(this.path);
    } catch {
      // Still open inside the library: harmless, the cache below is what holds memory.
    }
    this.cache.clear();
  }
}

/** HDF5's stack of errors as one sentence. */
function explain(name: string, part: string, words: string): AnalysisError {
  if (/file signature not found/.test(words)) {
    return new AnalysisError(
      "bad-file",
      `${name} is not an HDF5 file. An .h5ad file is one: export it with adata.write_h5ad("file.h5ad").`,
    );
  }
  const truncated = /truncated file: eof = (\d+).*?stored_eof = (\d+)/.exec(words);
  if (truncated) {
    return new AnalysisError(
      "bad-file",
      `${name} is cut short: it says it has ${truncated[2]} bytes, but there are ${truncated[1]}. Copy or download it again.`,
    );
  }
  const causes = [...words.matchAll(/#\d+: .*? in \w+\(\): (.*)/g)].map((match) => match[1]);
  const cause = causes.at(-1) ?? words.split("\n")[0];
  if (/exceeds maximum memory|Memory allocation|memory allocation failed|out of memory/i.test(words)) {
    return new AnalysisError(
      "memory",
      `${part} of ${name} claims to be too large to be read (${cause}). If it should not be, the file is damaged: copy or download ` +
        `it again.`,
    );
  }
  const newer = /version/i.test(cause ?? "") ? ' If a program that uses HDF5 2 wrote it with libver="latest", write it without.' : "";
  return new AnalysisError("bad-file", `${name} is damaged: ${part} cannot be read (${cause}). Copy or download it again.${newer}`);
}

/** The few calls of Emscripten's file system that are used here. */
interface EmscriptenFs {
  mkdirTree(path: string): void;
  writeFile(path: string, bytes: Uint8Array): void;
  unlink(path: string): void;
  createFile(parent: string, name: string, properties: object, canRead: boolean, canWrite: boolean): FsNode;
  ErrnoError: new (errno: number) => Error;
}
interface FsNode {
  id: number;
  mode: number;
  node_ops: Record<string, unknown> & { getattr?: (node: FsNode) => object };
  stream_ops: Record<string, unknown> & {
    read?: (stream: unknown, buffer: Int8Array, offset: number, length: number, position: number) => number;
    llseek?: (stream: { position: number }, offset: number, whence: number) => number;
  };
}
