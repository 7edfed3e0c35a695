import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Column } from "../../../../web/src/contract/types";
import type { RowBlock } from "../../../../web/src/engine/contract/cells";
import { GENES, goodTree, writeTree } from "../../../fixtures/tree.mjs";
import { dataFile, hasData, openReader, scratch } from "../../support/data";
import readings from "../../expected/readings.json";

interface Reading {
  cells: number;
  genes: number;
  first_cell: string;
  last_cell: string;
  first_gene: string | null;
  matrices: Record<string, { shape: number[]; sum: number; last_cell: number }>;
  columns: Record<string, { kind: string; sum?: number; missing?: number; labels?: number; first?: string | null }>;
}

/** Sums are of float32 values here and of the file's own type in anndata. */
const RELATIVE = 2e-6;
const ABSOLUTE = 1e-5;
const total = (values: Float32Array | Float64Array, from = 0) =>
  Array.from(values.subarray(from)).reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
const close = (ours: number, theirs: number) => expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(ABSOLUTE + RELATIVE * Math.abs(theirs));

/** SeuratDisk wrote categories without the reference that anndata looks for: anndata sees numbers, we see the categories. */
const READ_BETTER = "formats/tiledbsoma/pbmc-small.842fc1e7.h5ad";

/** Reads a matrix by blocks of an odd size; sums of all and of the last cell. */
async function sums(read: (first: number, count: number) => Promise<RowBlock>, cells: number, size: number) {
  let sum = 0;
  let last = 0;
  for (let first = 0; first < cells; first += size) {
    const block = await read(first, Math.min(size, cells - first));
    sum += total(block.values);
    last = total(block.values, block.layout === "csr" ? block.indptr[block.cells - 1] : (block.cells - 1) * block.genes);
  }
  return { sum, last };
}

function summary(column: Column) {
  if (column.kind === "number") return { kind: "number", sum: total(column.values), missing: column.values.filter(Number.isNaN).length };
  const { codes } = column;
  return {
    kind: column.kind,
    missing: codes.filter((code) => code < 0).length,
    labels: new Set(codes.filter((code) => code >= 0)).size,
    ones: codes.filter((code) => code === 1).length,
  };
}

describe.skipIf(!hasData)("the reader agrees with anndata, scanpy, mudata and loompy on", () => {
  for (const [path, expected] of Object.entries(readings as unknown as Record<string, Reading>)) {
    test(path, async () => {
      const reader = await openReader(dataFile(path));
      expect(reader.cells).toBe(expected.cells);
      const ids = await reader.cellIds();
      expect([ids[0], ids.at(-1)]).toEqual([expected.first_cell, expected.last_cell]);
      // Sums of layers are ours; features other than genes are matrices of their own, of X and raw.
      const own = reader.matrices.filter(({ path: of }) => !of.includes("+"));
      const wholeOf = (of: string) => of.replace("raw.X", "raw/X").replace(/\[.*\]$/, "");
      expect(new Set(own.map((matrix) => wholeOf(matrix.path)))).toEqual(new Set(Object.keys(expected.matrices)));
      for (const [whole, theirs] of Object.entries(expected.matrices)) {
        const parts = own.filter((matrix) => wholeOf(matrix.path) === whole);
        const genes = parts.reduce((all, matrix) => all + matrix.genes, 0);
        if (whole === "X") expect([genes, parts[0]!.genes]).toEqual([expected.genes, reader.genes]);
        if (whole.startsWith("layers/") && expected.genes > reader.genes) continue;
        expect([parts[0]!.cells, genes]).toEqual(theirs.shape);
        const ours = { sum: 0, last: 0 };
        for (const part of parts) {
          const of = await sums((first, count) => reader.block(part.path, first, count), reader.cells, 997);
          ours.sum += of.sum;
          ours.last += of.last;
        }
        close(ours.sum, theirs.sum);
        close(ours.last, theirs.last_cell);
      }
      for (const { path: sum } of reader.matrices.filter(({ path: of }) => of.includes("+"))) {
        const ours = await sums((first, count) => reader.block(sum, first, count), reader.cells, 997);
        close(
          ours.sum,
          sum.split("+").reduce((all, of) => all + expected.matrices[of]!.sum, 0),
        );
      }
      expect(reader.columns.map((column) => column.name).sort()).toEqual(Object.keys(expected.columns).sort());
      for (const { name } of reader.columns) {
        const theirs = expected.columns[name]!;
        const ours = summary(await reader.column(name));
        if (path === READ_BETTER && ours.kind === "category") continue;
        expect([name, ours.kind]).toEqual([name, theirs.kind]);
        if (ours.kind === "number") close(ours.sum!, theirs.sum!);
        if (ours.kind === "category") expect([name, ours.labels]).toEqual([name, theirs.labels]);
        if (ours.kind === "boolean") expect([name, ours.ones]).toEqual([name, theirs.sum]);
        if (theirs.missing !== undefined) expect([name, ours.missing]).toEqual([name, theirs.missing]);
      }
      reader.close();
    });
  }
});

test("values beyond the two-thousand-millionth are found where they are", async () => {
  const path = join(scratch(), "beyond.h5ad");
  const start = 2 ** 31 + 5;
  const tree = goodTree();
  tree.X["@"].shape = new BigInt64Array([2n, BigInt(GENES)]);
  tree.X.indptr = { data: BigInt64Array.of(0n, BigInt(start), BigInt(start + 3)) };
  // What lies before is claimed, not stored.
  const grown = (data: Int32Array | Float32Array) => ({
    data: data.slice(0, 1),
    shape: [1],
    maxshape: [null],
    chunks: [1 << 16],
    gzip: 4,
    grown: [start + 3],
    slice: { from: start, data },
  });
  Object.assign(tree.X, { data: grown(Float32Array.of(4, 5, 6)), indices: grown(Int32Array.of(2, 7, 39)) });
  tree.obs = { "@": { _index: "_index" }, _index: { data: ["a", "b"], dtype: "S" } };
  delete tree.obsm;
  await writeTree(path, tree);
  const reader = await openReader(path);
  expect(reader.matrices[0]!.stored).toBe(start + 3);
  expect(await reader.block("X", 1, 1)).toMatchObject({
    indptr: Int32Array.of(0, 3),
    indices: Int32Array.of(2, 7, 39),
    values: Float32Array.of(4, 5, 6),
  });
  await expect(reader.block("X", 0, 1)).rejects.toMatchObject({
    code: "memory",
    message: expect.stringContaining("X/indices of beyond.h5ad needs 8590 MB at once"),
  });
  reader.close();
});

describe.skipIf(!hasData)("blocks", () => {
  test("of a matrix stored by columns equal those of its twin stored by rows", async () => {
    const reader = await openReader(dataFile("formats/anndataR/example.h5ad"));
    for (const [first, count] of [
      [0, 50],
      [3, 7],
      [49, 1],
    ] as const) {
      expect(await reader.block("layers/csc_counts", first, count)).toEqual(await reader.block("layers/counts", first, count));
    }
    reader.close();
  });

  test("read in different sizes hold the same values", async () => {
    const reader = await openReader(dataFile("labelled/pbmc3k_counts.h5ad"));
    const whole = await reader.block("X", 0, reader.cells);
    const pieces = new Float32Array(whole.values.length);
    let at = 0;
    for (let first = 0; first < reader.cells; first += 301) {
      const { values } = await reader.block("X", first, Math.min(301, reader.cells - first));
      pieces.set(values, at);
      at += values.length;
    }
    expect(at).toBe(whole.values.length);
    expect(
      Buffer.compare(new Uint8Array(pieces.buffer), new Uint8Array(whole.values.buffer, whole.values.byteOffset, whole.values.byteLength)),
    ).toBe(0);
    reader.close();
  });
});
