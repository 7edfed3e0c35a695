import type { Dataset } from "h5wasm";
import type { StoredBytes } from "./stored-bytes";

/** A chunk as it is stored. */
export interface StoredChunk {
  address: number;
  bytes: number;
}

/** A node of a tree: the first element of each child, and where the child is. */
interface Node {
  level: number;
  firsts: Float64Array;
  bytes: Uint32Array;
  addresses: Float64Array;
}

/** Sizes of the parts of an HDF5 file that is read here: addresses and lengths of eight bytes, as every writer of today makes them. */
const WORD = 8;
const UNDEFINED = 0xffff_ffff_ffff_ffffn;
const MESSAGE = { layout: 0x0008, continuation: 0x0010 } as const;
/** Messages looked through before a header is taken for something else. */
const MOST_MESSAGES = 512;
/** Nodes kept: those of a file of a billion values are read again and again by their first levels only. */
const MOST_NODES = 512;

/**
 * Where the chunks of a one-dimensional dataset are, from the file's own index (HDF5 File Format Specification 3.0:
 * object headers IV.A, data layout
 * message IV.A.2.i version 3, version 1 B-trees III.A.1). The library does not tell, and its zlib is the slowest part of reading.
 * Made for the layout that h5py writes unless told otherwise; for any other `open` gives null and the library reads.
 */
export class ChunkIndex {
  private readonly nodes = new Map<number, Node>();

  private constructor(
    private readonly file: StoredBytes,
    private readonly root: number,
    readonly chunk: number,
  ) {}

  static open(file: StoredBytes, dataset: Dataset): ChunkIndex | null {
    const { chunks, shape } = dataset.metadata;
    if (chunks?.length !== 1 || shape?.length !== 1 || !hasPlainAddresses(file)) return null;
    const header = objectAddress(file, dataset);
    const layout = header === null ? null : findMessage(file, header, MESSAGE.layout);
    // Version 3, chunked, one dimension and the element's size.
    if (!layout || layout.byteLength < 19 || layout.getUint8(0) !== 3 || layout.getUint8(1) !== 2 || layout.getUint8(2) !== 2) return null;
    const address = layout.getBigUint64(3, true);
    if (address === UNDEFINED || layout.getUint32(11, true) !== chunks[0]) return null;
    return new ChunkIndex(file, Number(address), chunks[0]!);
  }

  /** The chunk that starts at an element; null where none is stored there or the tree is not as it should be. */
  find(first: number): StoredChunk | null {
    let address = this.root;
    for (let level = Infinity; ;) {
      const node = this.node(address);
      // Levels fall from the root: a tree that goes in circles ends here.
      if (!node || node.level >= level) return null;
      level = node.level;
      const child = lastAtMost(node.firsts, first);
      if (child < 0) return null;
      if (level > 0) {
        address = node.addresses[child]!;
        continue;
      }
      return node.firsts[child] === first ? { address: node.addresses[child]!, bytes: node.bytes[child]! } : null;
    }
  }

  private node(address: number): Node | null {
    const known = this.nodes.get(address);
    if (known) return known;
    const node = readNode(this.file, address);
    if (!node) return null;
    if (this.nodes.size >= MOST_NODES) this.nodes.delete(this.nodes.keys().next().value!);
    this.nodes.set(address, node);
    return node;
  }
}

/** The superblock at the file's start says how long addresses are, and that they count from there. */
function hasPlainAddresses(file: StoredBytes): boolean {
  const start = file.bytes(0, 48);
  if (!start || start.getUint32(0, false) !== 0x89484446) return false;
  const version = start.getUint8(8);
  const [sizes, base] = version < 2 ? [13, version === 0 ? 24 : 28] : [9, 12];
  return start.getUint8(sizes) === WORD && start.getUint8(sizes + 1) === WORD && start.getBigUint64(base, true) === 0n;
}

/** A reference to an object is the address of its header. */
function objectAddress(file: StoredBytes, dataset: Dataset): number | null {
  // Bytes in a list, whatever the library's types say.
  const reference = Uint8Array.from(
    file.sync(dataset.path.slice(1), () => file.h5.Module.create_object_reference(dataset.file_id, dataset.path)),
  );
  if (reference.length !== WORD) return null;
  const address = new DataView(reference.buffer).getBigUint64(0, true);
  return address < BigInt(file.source.size) ? Number(address) : null;
}

/** The data of a header's first message of a type. */
function findMessage(file: StoredBytes, address: number, wanted: number): DataView | null {
  const start = file.bytes(address, 48);
  if (!start) return null;
  const isNew = start.getUint32(0, false) === 0x4f484452; // OHDR
  if (!isNew && start.getUint8(0) !== 1) return null;
  const flags = isNew ? start.getUint8(5) : 0;
  const sizeAt = 6 + (flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0);
  const blocks = [isNew ? newBlock(address, start, sizeAt, 1 << (flags & 3)) : { at: address + 16, length: start.getUint32(8, true) }];
  const prefix = isNew ? (flags & 4 ? 6 : 4) : 8;
  let seen = 0;
  for (const { at, length } of blocks) {
    const block = file.bytes(at, length);
    if (!block) return null;
    for (let offset = 0; offset + prefix <= length && seen < MOST_MESSAGES; seen++) {
      const type = isNew ? block.getUint8(offset) : block.getUint16(offset, true);
      const size = block.getUint16(offset + (isNew ? 1 : 2), true);
      const data = offset + prefix;
      if (data + size > length) break;
      if (type === wanted) return new DataView(block.buffer, block.byteOffset + data, size);
      if (type === MESSAGE.continuation && size >= 16) {
        const from = Number(block.getBigUint64(data, true));
        const bytes = Number(block.getBigUint64(data + 8, true));
        // A block of the new kind has a signature before its messages and a checksum behind.
        blocks.push(isNew ? { at: from + 4, length: bytes - 8 } : { at: from, length: bytes });
      }
      offset = data + size;
    }
  }
  return null;
}

function newBlock(address: number, start: DataView, at: number, bytes: number): { at: number; length: number } {
  const length =
    bytes === 1
      ? start.getUint8(at)
      : bytes === 2
        ? start.getUint16(at, true)
        : bytes === 4
          ? start.getUint32(at, true)
          : Number(start.getBigUint64(at, true));
  return { at: address + at + bytes, length };
}

/** A node of a version 1 B-tree of chunks; keys are the stored size, a mask of filters that were left out, and the offsets of the chunk. */
function readNode(file: StoredBytes, address: number): Node | null {
  const head = file.bytes(address, 24);
  if (!head || head.getUint32(0, false) !== 0x54524545 || head.getUint8(4) !== 1) return null;
  const entries = head.getUint16(6, true);
  const key = 8 + 2 * WORD;
  const body = file.bytes(address + 24, entries * (key + WORD));
  if (!body) return null;
  const node: Node = {
    level: head.getUint8(5),
    firsts: new Float64Array(entries),
    bytes: new Uint32Array(entries),
    addresses: new Float64Array(entries),
  };
  for (let i = 0; i < entries; i++) {
    const at = i * (key + WORD);
    // A chunk that skipped a filter is not like the others: the library shall read it.
    if (body.getUint32(at + 4, true) !== 0 && node.level === 0) return null;
    node.bytes[i] = body.getUint32(at, true);
    node.firsts[i] = Number(body.getBigUint64(at + 8, true));
    node.addresses[i] = Number(body.getBigUint64(at + key, true));
  }
  return node;
}

/** The last entry that is not above a value; -1 where all are. */
function lastAtMost(sorted: Float64Array, value: number): number {
  let [low, high] = [-1, sorted.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sorted[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
