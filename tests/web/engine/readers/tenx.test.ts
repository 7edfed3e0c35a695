import { join } from "node:path";
import h5wasm from "h5wasm/node";
import { expect, test } from "vitest";
import { openReader, scratch } from "../../support/data";

const BARCODES = ["AAACCC-1", "AAACGG-1", "AAATTT-1"];
const FEATURES = [
  { id: "ENSG00000000003", name: "TSPAN6", kind: "Gene Expression" },
  { id: "CD3", name: "CD3_TotalSeqB", kind: "Antibody Capture" },
  { id: "ENSG00000000419", name: "DPM1", kind: "Gene Expression" },
  { id: "ENSG00000000457", name: "SCYL3", kind: "Gene Expression" },
];
/** Cells x features. */
const COUNTS = [
  [1, 90, 0, 2],
  [0, 80, 0, 0],
  [0, 0, 5, 7],
];

function sparse(rows: number[][]) {
  const indices: number[] = [];
  const data: number[] = [];
  const indptr = [0];
  for (const row of rows) {
    row.forEach((count, i) => count > 0 && (indices.push(i), data.push(count)));
    indptr.push(data.length);
  }
  return { indices: BigInt64Array.from(indices, BigInt), data: Int32Array.from(data), indptr: BigInt64Array.from(indptr, BigInt) };
}

interface Group {
  path: string;
  rows: number[][];
  features: typeof FEATURES;
  barcodes?: string[];
}

/** A file as Cell Ranger writes it: version 3 for a group called `matrix`, else version 2. */
async function tenx(groups: Group[]): Promise<string> {
  await h5wasm.ready;
  const path = join(scratch(), "filtered.h5");
  const file = new h5wasm.File(path, "w");
  for (const { path: name, rows, features, barcodes = BARCODES } of groups) {
    const group = file.create_group(name);
    const { indices, data, indptr } = sparse(rows);
    group.create_dataset({ name: "indices", data: indices });
    group.create_dataset({ name: "data", data });
    group.create_dataset({ name: "indptr", data: indptr });
    group.create_dataset({ name: "shape", data: Int32Array.of(features.length, rows.length) });
    group.create_dataset({ name: "barcodes", data: barcodes, dtype: "S18" });
    const table = name === "matrix" ? group.create_group("features") : group;
    table.create_dataset({ name: name === "matrix" ? "id" : "genes", data: features.map(({ id }) => id), dtype: "S20" });
    table.create_dataset({
      name: name === "matrix" ? "name" : "gene_names",
      data: features.map(({ name: symbol }) => symbol),
      dtype: "S20",
    });
    if (name === "matrix") table.create_dataset({ name: "feature_type", data: features.map(({ kind }) => kind), dtype: "S20" });
  }
  file.close();
  return path;
}

test("genes are taken of a file that counts antibodies as well", async () => {
  const reader = await openReader(await tenx([{ path: "matrix", rows: COUNTS, features: FEATURES }]));
  expect([reader.cells, reader.genes]).toEqual([3, 3]);
  expect(await reader.cellIds()).toEqual(BARCODES);
  expect(await reader.geneIds("matrix")).toEqual({
    ids: ["ENSG00000000003", "ENSG00000000419", "ENSG00000000457"],
    alternatives: [{ name: "gene_name", values: ["TSPAN6", "DPM1", "SCYL3"] }],
  });
  const block = await reader.block("matrix", 0, 3);
  expect(block).toMatchObject({
    genes: 3,
    indptr: Int32Array.of(0, 2, 2, 4),
    indices: Int32Array.of(0, 2, 1, 2),
    values: Float32Array.of(1, 2, 5, 7),
  });
  expect(Array.from((await reader.sample("matrix")).values)).toEqual([1, 2, 5, 7]);
  reader.close();
});

test("of several genomes in a file of version 2 the one with the most values is taken, or the one asked for", async () => {
  const genes = FEATURES.filter(({ kind }) => kind === "Gene Expression");
  const path = await tenx([
    { path: "mm10", rows: [[1, 0, 0]], features: genes, barcodes: ["T-1"] },
    {
      path: "GRCh38",
      rows: [
        [1, 2, 3],
        [4, 5, 6],
        [0, 0, 1],
      ],
      features: genes,
    },
  ]);
  const reader = await openReader(path);
  expect(reader.choice).toMatchObject({ of: "genome", all: ["GRCh38", "mm10"], taken: "GRCh38" });
  const other = await openReader(path, { part: "mm10" });
  expect(other.matrices.map(({ path: of, cells, stored }) => [of, cells, stored])).toEqual([["mm10", 1, 1]]);
  other.close();
  expect(reader.matrices.map(({ path, cells, genes: columns }) => [path, cells, columns])).toEqual([["GRCh38", 3, 3]]);
  await expect(reader.column("cell_type")).rejects.toMatchObject({
    code: "bad-input",
    message: expect.stringContaining("holds barcodes and counts only"),
  });
  reader.close();
});

test("a file without genes, and one whose tables disagree, are refused by name", async () => {
  await expect(
    openReader(await tenx([{ path: "matrix", rows: [[3]], features: [FEATURES[1]!], barcodes: ["T-1"] }])),
  ).rejects.toMatchObject({ code: "unsupported", message: "filtered.h5 has no features of gene expression; it has Antibody Capture." });
  await expect(openReader(await tenx([{ path: "matrix", rows: COUNTS, features: FEATURES, barcodes: ["T-1"] }]))).rejects.toMatchObject({
    code: "bad-file",
    message: "Shapes disagree in filtered.h5: matrix/barcodes has 1 entries, but the matrix has 3 cells.",
  });
});
