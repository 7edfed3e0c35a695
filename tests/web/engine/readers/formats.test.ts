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

describe("a file is read as anndata reads it:", () => {
  for (const name of readdirSync(FOLDER)
    .filter((file) => file.endsWith(".h5ad"))
    .map((file) => file.slice(0, -5))
    .filter((name) => name !== "newer")) {
    test(name, async () => {
      const theirs = { ...record.plain, ...record[name] } as Expected;
      const reader = await openReader(join(FOLDER, `${name}.h5ad`));
      expect([reader.cells, reader.genes]).toEqual([theirs.cells, theirs.genes]);
      expect(await reader.cellIds()).toEqual(theirs.cell_ids);
      const path = reader.matrices[0]!.path;
      expect((await reader.geneIds(path)).ids).toEqual(theirs.gene_ids);
      expect(await denseOf(reader, path)).toEqual(float32(theirs.dense));
      expect(reader.columns.map((column) => column.name).sort()).toEqual(Object.keys(theirs.columns).sort());
      for (const [column, values] of Object.entries(theirs.columns))
        expect([column, plain(await reader.column(column))]).toEqual([column, values]);
      expect(reader.embeddings.sort()).toEqual(Object.keys(theirs.obsm).sort());
      for (const [embedding, values] of Object.entries(theirs.obsm))
        expect(Array.from(await reader.embedding(embedding))).toEqual(float32(values));
      reader.close();
    });
  }
});

test("a file of a newer HDF5's own format is refused with what to do", async () => {
  await expect(openReader(join(FOLDER, "newer.h5ad"))).rejects.toMatchObject({
    code: "bad-file",
    message: expect.stringContaining('libver="latest", write it without'),
  });
});
