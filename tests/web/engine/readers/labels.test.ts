import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import { numberText } from "../../../../web/src/contract/number-text";
import type { Column } from "../../../../web/src/contract/types";
import { openReader, scratch } from "../../support/data";

const FOLDER = join(root, "tests/fixtures/labels");
const EXPECTED = JSON.parse(readFileSync(join(FOLDER, "expected.json"), "utf8")) as Record<
  string,
  {
    ids: string[];
    columns: Record<string, (string | null)[]>;
    categories: Record<string, string[]>;
    embeddings: Record<string, [number, number][]>;
  }
>;
const open = (name: string) => openReader(join(FOLDER, `${name}.h5ad`));

function texts(column: Column): (string | null)[] {
  if (column.kind === "number") return Array.from(column.values, (_, row) => numberText(column, row) || null);
  return Array.from(column.codes, (code) => column.categories[code] ?? null);
}

/** Python writes whole doubles with a point, and exponents of two digits. */
const plain = (text: string | null) => text?.replace(/\.0$/, "").replace("e-07", "e-7") ?? null;

describe("columns of obs", () => {
  test("every column that anndata reads is read, with the same values to the last digit", async () => {
    const reader = await open("columns");
    const { columns } = EXPECTED.columns!;
    expect(reader.columns.map(({ name }) => name).sort()).toEqual(Object.keys(columns).sort());
    for (const [name, expected] of Object.entries(columns))
      expect(
        texts(await reader.column(name)).map((text) => plain(text)),
        name,
      ).toEqual(expected.map((text) => plain(text)));
    reader.close();
  });

  test("six patients of nine digits stay six, and doses of a tenth print as such", async () => {
    const reader = await open("columns");
    for (const name of ["patient", "patient_category"]) expect(new Set(texts(await reader.column(name))).size, name).toBe(6);
    for (const name of ["dose", "dose_single"])
      expect([...new Set(texts(await reader.column(name)))].sort(), name).toEqual(["0.1", "0.3", "10", "2.5"]);
    reader.close();
  });

  test("columns, layers and embeddings whose names hold a slash are read by their path", async () => {
    const reader = await open("columns");
    expect(reader.matrices.map(({ path }) => path)).toContain("layers/assay/counts");
    expect(reader.embeddings).toContain("model/X_umap");
    expect(await reader.embedding("model/X_umap")).toEqual(await reader.embedding("X_umap"));
    const [counts, block] = [await reader.block("layers/assay/counts", 0, 60), await reader.block("X", 0, 60)];
    expect(counts.values).toEqual(block.values);
    reader.close();
  });

  test("categories keep the file's order and its colours; colours that are too few are none", async () => {
    const reader = await open("columns");
    const column = await reader.column("ordered");
    expect(column).toMatchObject({
      categories: EXPECTED.columns!.categories.ordered,
      colors: ["#112233", "#445566", "#778899", "#aabbcc"],
    });
    expect(await reader.column("patient_category")).not.toHaveProperty("colors");
    reader.close();
  });
});

describe("entries of obsm", () => {
  test("arrays, tables and sparse matrices are offered alike, and one of one column is not", async () => {
    const reader = await open("columns");
    const { embeddings } = EXPECTED.columns!;
    expect(reader.embeddings.filter((name) => !name.includes("/")).sort()).toEqual(Object.keys(embeddings).sort());
    for (const [name, expected] of Object.entries(embeddings)) {
      const found = await reader.embedding(name);
      expected.flat().forEach((value, i) => expect(found[i], `${name} ${i}`).toBeCloseTo(value, 4));
    }
    expect((await reader.wholeEmbedding("X_table")).dims).toBe(3);
    reader.close();
  });
});

describe("names of cells", () => {
  test("whole numbers stay distinct", async () => {
    const reader = await open("whole-names");
    expect(await reader.cellIds()).toEqual(EXPECTED["whole-names"]!.ids);
    reader.close();
  });
});

describe("fingerprints", () => {
  test("a byte that differs anywhere in a small file makes another fingerprint, and the earlier one stays what it was", async () => {
    const folder = scratch();
    const path = join(folder, "a.h5ad");
    copyFileSync(join(FOLDER, "repeated-names.h5ad"), path);
    const one = await openReader(path);
    const first = await one.fingerprints();
    one.close();
    expect(first.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const bytes = readFileSync(path);
    bytes[bytes.length - 9]! ^= 1;
    writeFileSync(path, bytes);
    const other = await openReader(path);
    const second = await other.fingerprints();
    other.close();
    expect(second.fingerprint).not.toBe(first.fingerprint);
    expect(second.earlier).not.toBe(first.fingerprint);
  });
});
