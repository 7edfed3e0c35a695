import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import type { Column } from "../../../../web/src/contract/types";
import type { Reader } from "../../../../web/src/engine/readers/reader";
import { openReader } from "../../support/data";

interface Expected {
  cells: number;
  genes: number;
  cell_ids: string[];
  gene_ids: string[];
  dense: number[];
  columns: Record<string, (string | number | null)[]>;
  obsm: Record<string, number[]>;
  /** Of a loom file, and of a Seurat object. */
  layers?: Record<string, number[]>;
  counts?: number[];
}

const FOLDER = join(root, "tests/fixtures/formats");
/** Files written by tests/fixtures/formats.py, and what anndata read from them. */
const record = JSON.parse(readFileSync(join(FOLDER, "expected.json"), "utf8")) as Record<string, Partial<Expected>> & { plain: Expected };
/** Values are float32 here. */
const float32 = (values: number[]) => Array.from(Float32Array.from(values));

/** All of a matrix, row-major; entries at the same place add up. */
async function denseOf(reader: Reader, path: string): Promise<number[]> {
  const block = await reader.block(path, 0, reader.cells);
  if (block.layout === "dense") return Array.from(block.values);
  const dense = new Float32Array(reader.cells * reader.genes);
  for (let cell = 0; cell < block.cells; cell++) {
    for (let i = block.indptr[cell]!; i < block.indptr[cell + 1]!; i++) dense[cell * reader.genes + block.indices[i]!]! += block.values[i]!;
  }
  return Array.from(dense);
}

/** A column as anndata's reader printed it. */
function plain(column: Column): (string | number | null)[] {
  if (column.kind === "number") return Array.from(column.values, (value) => (Number.isNaN(value) ? null : value));
  return Array.from(column.codes, (code) => (code < 0 ? null : column.categories[code]!));
}

async function expectRead(reader: Reader, theirs: Expected): Promise<void> {
  expect([reader.cells, reader.genes]).toEqual([theirs.cells, theirs.genes]);
  expect(await reader.cellIds()).toEqual(theirs.cell_ids);
  const path = reader.matrices[0]!.path;
  expect((await reader.geneIds(path)).ids).toEqual(theirs.gene_ids);
  expect(await denseOf(reader, path)).toEqual(float32(theirs.dense));
  for (const [name, values] of Object.entries(theirs.layers ?? {}))
    expect([name, await denseOf(reader, `layers/${name}`)]).toEqual([name, float32(values)]);
  if (theirs.counts) expect(await denseOf(reader, "layers/counts")).toEqual(theirs.counts);
  expect(reader.columns.map((column) => column.name).sort()).toEqual(Object.keys(theirs.columns).sort());
  for (const [column, values] of Object.entries(theirs.columns))
    expect([column, plain(await reader.column(column))]).toEqual([column, values]);
  expect(reader.embeddings.toSorted()).toEqual(Object.keys(theirs.obsm).sort());
  for (const [embedding, values] of Object.entries(theirs.obsm))
    expect(Array.from(await reader.embedding(embedding))).toEqual(float32(values));
  reader.close();
}

describe("a file is read as anndata reads it:", () => {
  for (const name of readdirSync(FOLDER)
    .filter((file) => file.endsWith(".h5ad"))
    .map((file) => file.slice(0, -5))
    .filter((name) => name !== "newer")) {
    test(name, async () => expectRead(await openReader(join(FOLDER, `${name}.h5ad`)), { ...record.plain, ...record[name] } as Expected));
  }
});

/** Files of other formats, a part of one behind its name, and what loompy, mudata and Seurat read from them. */
const others = ["expected-other.json", "expected-seurat.json"].flatMap((name) =>
  Object.entries(JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as Record<string, Expected>),
);

describe("a file of another format is read as its own library reads it:", () => {
  test.each(others)("%s", async (name, theirs) => {
    const [file, part] = name.split(" ") as [string, string | undefined];
    await expectRead(await openReader(join(FOLDER, file), part ? { part } : {}), theirs);
  });

  test("one part is read where none is asked for, and which there are is told", async () => {
    const mudata = await openReader(join(FOLDER, "mudata.h5mu"));
    expect(mudata.choice).toEqual({ of: "modality", all: ["atac", "rna"], best: "rna", taken: "rna", why: "by its name" });
    const seurat = await openReader(join(FOLDER, "seurat.h5seurat"));
    expect(seurat.choice).toEqual({ of: "assay", all: ["ADT", "RNA"], best: "RNA", taken: "RNA", why: "the object's active assay" });
    // It holds twelve of the thirty genes.
    expect(seurat.unusable.map(({ path }) => path)).toEqual(["layers/scale.data"]);
    // What is kept of one part is never taken for the other's.
    const others = await Promise.all([
      openReader(join(FOLDER, "mudata.h5mu"), { part: "atac" }),
      openReader(join(FOLDER, "mudata.h5mu"), { part: "rna" }),
    ]);
    const [atac, rna, byItself] = await Promise.all([...others, mudata].map(async (one) => (await one.fingerprints()).fingerprint));
    expect([rna === byItself, atac === byItself]).toEqual([true, false]);
    for (const reader of [mudata, seurat, ...others]) reader.close();
  });

  test.each([
    ["mudata.h5mu", { part: "protein" }, "mudata.h5mu has no modality named protein; its modalities are atac, rna."],
    ["seurat.h5seurat", { part: "SCT" }, "seurat.h5seurat has no assay named SCT; its assays are ADT, RNA."],
    ["loom3.loom", { part: "rna" }, "loom3.loom has no part named rna"],
    ["loom3.loom", { isTransposed: true }, "whose cells are read from its columns already"],
    ["plain.h5ad", { part: "rna" }, "plain.h5ad has no part named rna"],
  ])("%s asked for %j is refused with what there is", async (file, reading, words) => {
    await expect(openReader(join(FOLDER, file), reading)).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringContaining(words),
    });
  });
});

test("a file of a newer HDF5's own format is refused with what to do", async () => {
  await expect(openReader(join(FOLDER, "newer.h5ad"))).rejects.toMatchObject({
    code: "bad-file",
    message: expect.stringContaining('libver="latest", write it without'),
  });
});
