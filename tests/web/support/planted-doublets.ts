import h5wasm, { type Dataset, type File, type Group } from "h5wasm/node";
import { writeH5ad } from "../../../scripts/lib/write-h5ad.mjs";

interface Csr {
  data: Float32Array;
  indices: Int32Array;
  indptr: Int32Array;
}

/** The sum of two rows. */
function sumOf({ data, indices, indptr }: Csr, a: number, b: number): [gene: number, count: number][] {
  const counts = new Map<number, number>();
  for (const row of [a, b])
    for (let at = indptr[row]!; at < indptr[row + 1]!; at++) counts.set(indices[at]!, (counts.get(indices[at]!) ?? 0) + data[at]!);
  return [...counts].sort(([one], [other]) => one - other);
}

/** The labels of a categorical column. */
function labelsOf(file: File, column: string): string[] {
  const codes = (file.get(`obs/${column}/codes`) as Dataset).value as Int8Array;
  const categories = (file.get(`obs/${column}/categories`) as Dataset).value as string[];
  return Array.from(codes, (code) => categories[code]!);
}

/**
 * Writes a copy of a file of counts (CSR in X) whose cells are followed by sums of pairs of them; of the columns one is kept, in which a
 * sum goes by the first of its pair. The cells there were before.
 */
export async function plantDoublets(from: string, to: string, pairs: number[], column: string | null): Promise<number> {
  await h5wasm.ready;
  const file = new h5wasm.File(from, "r");
  const read = (name: string) => (file.get(`X/${name}`) as Dataset).value;
  const [data, indices, indptr] = [Float32Array, Int32Array, Int32Array].map((Kind, i) =>
    Kind.from(read(["data", "indices", "indptr"][i]!) as ArrayLike<number>),
  ) as [Float32Array, Int32Array, Int32Array];
  const labels = column === null ? null : labelsOf(file, column);
  const genes = Number(((file.get("X") as Group).attrs.shape!.value as BigInt64Array)[1]);
  file.close();
  const cells = indptr.length - 1;
  const csr = { data, indices, indptr };
  const sums = Array.from({ length: pairs.length / 2 }, (_, i) => sumOf(csr, pairs[2 * i]!, pairs[2 * i + 1]!));
  const ends = [...indptr];
  for (const sum of sums) ends.push(ends.at(-1)! + sum.length);
  const values = {
    data: Float32Array.from([...data, ...sums.flat().map(([, count]) => count)]),
    indices: Int32Array.from([...indices, ...sums.flat().map(([gene]) => gene)]),
    indptr: Int32Array.from(ends),
  };
  const all = labels && [...labels, ...sums.map((_, i) => labels[pairs[2 * i]!]!)];
  await writeH5ad(to, {
    X: { values, gzip: 1 },
    obs: { index: Array.from({ length: cells + sums.length }, (_, i) => `c${i}`), columns: all ? { [column!]: all } : {} },
    var: { index: Array.from({ length: genes }, (_, i) => `G${i}`) },
  });
  return cells;
}
