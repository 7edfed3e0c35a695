import type { Dataset, File as H5File, Group } from "h5wasm";
import { loadHdf5 } from "../readers/hdf5";
import type { WritableBytes } from "../base/writable-bytes";

type H5 = Awaited<ReturnType<typeof loadHdf5>>;
type Numbers = Int8Array | Int16Array | Int32Array | Float32Array | Float64Array | BigInt64Array;

/** Attributes by name: text, a list of text, a small whole number, or a list of numbers. */
export type Attributes = Record<string, string | string[] | number | BigInt64Array>;

/** Elements of a chunk of a growing column: 1 MiB. */
const CHUNK = 262_144;

let mounted = 0;

/** An HDF5 file that is added to: groups, arrays and attributes. Errors are the library's own. */
export class H5Writer {
  private constructor(
    private readonly h5: H5,
    private readonly file: H5File,
    private readonly path: string,
    private readonly failed: unknown[],
  ) {}

  /** Begins a file anew that is written to in pieces, until it is closed. */
  static async create(bytes: WritableBytes): Promise<H5Writer> {
    const h5 = await loadHdf5();
    const failed: unknown[] = [];
    const path = mount(h5, bytes, (error) => failed.push(error));
    return new H5Writer(h5, new h5.File(path, "w"), path, failed);
  }

  /** What writing to the bytes below failed by, which says more than what the library makes of it; undefined where nothing did. */
  get failure(): unknown {
    return this.failed[0];
  }

  close(): void {
    try {
      undated(() => this.file.flush());
    } finally {
      undated(() => this.file.close());
      (this.h5.Module.FS as unknown as EmscriptenFs).unlink(this.path);
    }
  }

  /** Runs `write` on the file of an overlay; `mode` is `a` to add to what is there, `w` to begin anew. */
  static async run(overlay: WritableBytes, mode: "a" | "w", write: (writer: H5Writer) => void): Promise<void> {
    const h5 = await loadHdf5();
    const failed: unknown[] = [];
    const path = mount(h5, overlay, (error) => failed.push(error));
    try {
      const writer = new H5Writer(h5, new h5.File(path, mode), path, failed);
      try {
        write(writer);
        writer.file.flush();
      } finally {
        writer.file.close();
      }
    } catch (error) {
      // A read of the original that failed says more than what the library makes of it.
      throw failed[0] ?? error;
    } finally {
      (h5.Module.FS as unknown as EmscriptenFs).unlink(path);
    }
  }

  /** Names in a group; null where there is no such group. */
  keys(path: string): string[] | null {
    const group = this.get(path);
    return group instanceof this.h5.Group ? group.keys() : null;
  }

  attribute(path: string, name: string): unknown {
    const entity = this.get(path);
    if (!(entity instanceof this.h5.Group || entity instanceof this.h5.Dataset)) return undefined;
    return this.h5.Module.get_attribute_names(entity.file_id, entity.path).includes(name) ? entity.get_attribute(name, false) : undefined;
  }

  group(path: string, attributes: Attributes = {}): void {
    const { parent, name } = this.parentOf(path);
    this.setAttributes(parent.create_group(name), attributes);
  }

  /** An array of numbers; without `shape` a column. */
  numbers(path: string, values: Numbers, shape: number[] = [values.length], attributes: Attributes = {}): void {
    const { parent, name } = this.parentOf(path);
    const dataset = undated(() => parent.create_dataset({ name, data: values, shape }));
    this.setAttributes(dataset, attributes);
  }

  /** A column of numbers whose length is not known yet. */
  growing(path: string, empty: Int32Array | Float32Array): GrowingColumn {
    const { parent, name } = this.parentOf(path);
    undated(() => parent.create_dataset({ name, data: empty, shape: [0], maxshape: [null] as never, chunks: [CHUNK] }));
    return new GrowingColumn(() => this.get(path) as Dataset);
  }

  /** An array of variable-length UTF-8 text. */
  texts(path: string, values: string[], attributes: Attributes = {}): void {
    const { parent, name } = this.parentOf(path);
    const dataset = undated(() => parent.create_dataset({ name, data: values, shape: [values.length], dtype: "S" }));
    this.setAttributes(dataset, attributes);
  }

  /** One text. */
  text(path: string, value: string, attributes: Attributes = {}): void {
    const { parent, name } = this.parentOf(path);
    const dataset = undated(() => parent.create_dataset({ name, data: value, shape: [], dtype: "S" }));
    this.setAttributes(dataset, attributes);
  }

  /** Sets an attribute anew. */
  setAttribute(path: string, name: string, value: Attributes[string]): void {
    const entity = this.get(path) as Group;
    if (this.attribute(path, name) !== undefined) entity.delete_attribute(name);
    this.setAttributes(entity, { [name]: value });
  }

  /** Sets an attribute that points at another object of the file. */
  refer(path: string, name: string, target: string): void {
    const reference = (this.get(target) as Dataset).create_reference();
    (this.get(path) as Dataset).create_attribute(name, reference, [], "Reference");
  }

  private setAttributes(entity: Group | Dataset, attributes: Attributes): void {
    undated(() => this.addAttributes(entity, attributes));
  }

  private addAttributes(entity: Group | Dataset, attributes: Attributes): void {
    for (const [name, value] of Object.entries(attributes)) addAttribute(entity, name, value);
  }

  private get(path: string): unknown {
    return path === "/" ? this.file : this.file.get(path);
  }

  private parentOf(path: string): { parent: Group; name: string } {
    const at = path.lastIndexOf("/");
    return { parent: (at < 0 ? this.file : this.file.get(path.slice(0, at))) as Group, name: path.slice(at + 1) };
  }
}

/** Texts come first: the length of a text or a list, asked for in one place, is compiled by V8 11.3 (Node 20) to a read from nowhere. */
function addAttribute(entity: Group | Dataset, name: string, value: Attributes[string]): void {
  if (typeof value === "string") entity.create_attribute(name, value, [], "S");
  else if (typeof value === "number") entity.create_attribute(name, Int8Array.of(value), []);
  else if (value instanceof BigInt64Array) entity.create_attribute(name, value, [value.length]);
  // The library cannot write an empty list of text; anndata writes one as numbers, too.
  else if (value.length === 0) entity.create_attribute(name, new Float64Array(0), [0]);
  else entity.create_attribute(name, value, [value.length], "S");
}

/** A column that grows, a piece at a time. */
export class GrowingColumn {
  private length = 0;

  constructor(private readonly dataset: () => Dataset) {}

  append(values: Int32Array | Float32Array): void {
    if (values.length === 0) return;
    const from = this.length;
    this.length += values.length;
    undated(() => {
      const dataset = this.dataset();
      dataset.resize([this.length]);
      dataset.write_slice([[from, this.length]], values);
    });
  }

  clear(): void {
    this.length = 0;
    undated(() => this.dataset().resize([0]));
  }
}

/** Has the library write without the time of day, which it notes by every dataset: the same contents are the same bytes. */
function undated<T>(make: () => T): T {
  const { now } = Date;
  Date.now = () => 0;
  try {
    return make();
  } finally {
    Date.now = now;
  }
}

/** Puts an overlay into Emscripten's file system as a file that can be written to. */
function mount(h5: H5, overlay: WritableBytes, onFailure: (error: unknown) => void): string {
  const fs = h5.Module.FS as unknown as EmscriptenFs;
  const name = `written-${++mounted}`;
  fs.mkdirTree("/phenolens");
  const node = fs.createFile("/phenolens", name, {}, true, true);
  const epoch = new Date(0);
  node.node_ops = {
    ...node.node_ops,
    getattr: (of: FsNode) => ({
      dev: 1,
      ino: of.id,
      mode: of.mode,
      nlink: 1,
      uid: 0,
      gid: 0,
      rdev: 0,
      size: overlay.size,
      atime: epoch,
      mtime: epoch,
      ctime: epoch,
      blksize: 4096,
      blocks: Math.ceil(overlay.size / 4096),
    }),
    setattr: (_of: FsNode, { size }: { size?: number }) => {
      if (size !== undefined) overlay.resize(size);
    },
  };
  // Emscripten passes its heap as an Int8Array.
  const bytesOf = (heap: Int8Array) => new Uint8Array(heap.buffer, heap.byteOffset, heap.byteLength);
  const guarded = (move: () => number): number => {
    try {
      return move();
    } catch (error) {
      onFailure(error);
      throw new fs.ErrnoError(29);
    }
  };
  node.stream_ops = {
    ...node.stream_ops,
    read: (_stream: unknown, heap: Int8Array, offset: number, length: number, position: number) =>
      guarded(() => overlay.read(bytesOf(heap), offset, length, position)),
    write: (_stream: unknown, heap: Int8Array, offset: number, length: number, position: number) =>
      guarded(() => overlay.write(bytesOf(heap), offset, length, position)),
    llseek: (stream: { position: number }, offset: number, whence: number) =>
      offset + (whence === 1 ? stream.position : whence === 2 ? overlay.size : 0),
  };
  return `/phenolens/${name}`;
}

/** The few calls of Emscripten's file system that are used here. */
interface EmscriptenFs {
  mkdirTree(path: string): void;
  unlink(path: string): void;
  createFile(parent: string, name: string, properties: object, canRead: boolean, canWrite: boolean): FsNode;
  ErrnoError: new (errno: number) => Error;
}
interface FsNode {
  id: number;
  mode: number;
  node_ops: Record<string, unknown>;
  stream_ops: Record<string, unknown>;
}
