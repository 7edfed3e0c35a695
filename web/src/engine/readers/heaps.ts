/*
 * The library follows two kinds of lists without asking whether they end: damaged, they keep it busy until no memory is left.
 * So whatever it reads is looked at first. Addresses and lengths of eight bytes, as every writer of today makes them.
 */

/** First letters, as big-endian numbers. */
const LOCAL = 0x48454150; // HEAP
const GLOBAL = 0x47434f4c; // GCOL
/** Length of what stands before a local heap's data, and of a global heap's and each of its objects' headers. */
const LOCAL_PREFIX = 32;
const GLOBAL_PREFIX = 16;
/** Offset that ends the list of a local heap's free blocks. */
const END = 1;

/** Bytes of the file as they are stored, or null where there are fewer. */
type ReadBytes = (address: number, length: number) => DataView | null;

/**
 * Whether what begins at an address is a heap whose lists come to an end, or no heap. `bytes` are the first of it;
 * addresses in the file count from `base`, where its superblock is.
 */
export function heapEnds(bytes: Uint8Array, address: number, base: number, read: ReadBytes): boolean {
  if (bytes.length < GLOBAL_PREFIX) return true;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const signature = view.getUint32(0, false);
  if (signature === LOCAL && bytes.length >= LOCAL_PREFIX) return localHeapEnds(view, base, read);
  if (signature === GLOBAL) return globalHeapEnds(view, address, read);
  return true;
}

/** Names of a group and the free blocks between them (File Format Specification III.D): each block says where the next one is. */
function localHeapEnds(prefix: DataView, base: number, read: ReadBytes): boolean {
  const size = Number(prefix.getBigUint64(8, true));
  let free = Number(prefix.getBigUint64(16, true));
  const data = base + Number(prefix.getBigUint64(24, true));
  // A block takes sixteen bytes at least.
  for (let left = size / 16 + 1; left > 0; left--) {
    if (free === END || free >= size) return true;
    const next = read(data + free, 8);
    if (!next) return true;
    free = Number(next.getBigUint64(0, true));
  }
  return false;
}

/** Strings of any length (III.E): each object says how long it is, and so where the next one is. */
function globalHeapEnds(start: DataView, address: number, read: ReadBytes): boolean {
  const size = Number(start.getBigUint64(8, true));
  const heap = size <= start.byteLength ? start : read(address, size);
  if (!heap) return true;
  for (let at = GLOBAL_PREFIX; at + GLOBAL_PREFIX <= size;) {
    const length = Number(heap.getBigUint64(at + 8, true));
    // Object 0 is the free space, whose length holds its header.
    const taken = heap.getUint16(at, true) === 0 ? length : GLOBAL_PREFIX + Math.ceil(length / 8) * 8;
    if (taken === 0 || at + taken > size) return false;
    at += taken;
  }
  return true;
}
