/** Bytes of a file that differ from its original. */
export interface Patch {
  position: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * A file as its original with some bytes replaced or added. The parts that did not change stay
 * where they are, on disk mostly: a copy of gigabytes costs no memory.
 * `patches` are in order and do not overlap.
 */
export function patchedBlob(original: Blob, size: number, patches: readonly Patch[], type = "application/x-hdf5"): Blob {
  const parts: BlobPart[] = [];
  let at = 0;
  const keepUntil = (end: number) => {
    const stop = Math.min(end, original.size);
    if (stop > at) parts.push(original.slice(at, stop));
    // Between the original's end and a patch beyond it there is nothing but zeros.
    const zeros = end - Math.max(at, stop);
    if (zeros > 0) parts.push(new Uint8Array(zeros));
  };
  for (const { position, bytes } of patches) {
    keepUntil(position);
    parts.push(bytes);
    at = position + bytes.length;
  }
  if (size > at) keepUntil(size);
  return new Blob(parts, { type });
}
