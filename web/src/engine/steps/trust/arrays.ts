/*
 * Typed arrays filled by plain loops: `from` with a function walks an iterator, ten times slower, which is felt at a million cells.
 */

export function floats(length: number, of: (i: number) => number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(length);
  for (let i = 0; i < length; i++) out[i] = of(i);
  return out;
}

export function integers(length: number, of: (i: number) => number): Int32Array<ArrayBuffer> {
  const out = new Int32Array(length);
  for (let i = 0; i < length; i++) out[i] = of(i);
  return out;
}

export function words(length: number, of: (i: number) => number): Uint16Array<ArrayBuffer> {
  const out = new Uint16Array(length);
  for (let i = 0; i < length; i++) out[i] = of(i);
  return out;
}

export function marks(length: number, is: (i: number) => boolean): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(length);
  for (let i = 0; i < length; i++) out[i] = is(i) ? 1 : 0;
  return out;
}

/** The places from 0 to below `length` where something is so. */
export function placesWhere(length: number, is: (i: number) => boolean): Uint32Array<ArrayBuffer> {
  const out = new Uint32Array(length);
  let count = 0;
  for (let i = 0; i < length; i++) if (is(i)) out[count++] = i;
  return out.slice(0, count);
}

/** Those of some cells for which something is so. */
export function cellsWhere(cells: Uint32Array, is: (cell: number) => boolean): Uint32Array<ArrayBuffer> {
  const out = new Uint32Array(cells.length);
  let count = 0;
  for (let i = 0; i < cells.length; i++) if (is(cells[i]!)) out[count++] = cells[i]!;
  return out.slice(0, count);
}

/** The values of some cells, in their order. */
export function gather<T extends Float32Array | Uint8Array | Uint16Array | Int32Array>(values: T, cells: Uint32Array): T {
  const out = new (values.constructor as new (length: number) => T)(cells.length);
  for (let i = 0; i < cells.length; i++) out[i] = values[cells[i]!]!;
  return out;
}
