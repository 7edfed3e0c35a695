import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import { seeded } from "../../../../../scripts/lib/random.mjs";
import type { Column } from "../../../../../web/src/contract/types";
import { AnalysisError } from "../../../../../web/src/contract/errors";
import { inSentences, openZarr } from "../../../../../web/src/engine/formats/zarr/open";
import { copyMatrix } from "../../../../../web/src/engine/formats/zarr/copy";
import { FilesStore } from "../../../../../web/src/engine/formats/zarr/store";
import { zarrStores } from "../../../../../web/src/engine/formats/zarr/roots";
import { SparseRows } from "../../../../../web/src/engine/writers/sparse-rows";
import { samplesOf } from "../../../../../web/src/engine/formats/imported.node";
import { scratch } from "../../../support/data";
import { hasCore } from "../../../support/engine";
import { dense, folderOf, opened, textBytes } from "../../../support/imported";
import { mutated } from "../../../support/mutations";

const FOLDER = join(root, "tests/fixtures/zarr");
const NAMES = ["v2-csr-blosc", "v2-csc-gzip", "v2-dense-zstd", "v3-csr", "v3-dense-sharded"];
const FILES = Number(process.env.PHENOLENS_FUZZ ?? 150);
vi.setConfig({ testTimeout: 600_000 });

interface Expected {
  cells: string[];
  genes: string[];
  gene_ids: string[];
  X: number[][];
  halves: number[][];
  raw: number[][];
  obs: Record<string, (string | number | null)[]>;
  umap: number[][];
}
const expected = JSON.parse(readFileSync(join(FOLDER, "expected.json"), "utf8")) as Record<string, Expected>;

/** A column as anndata has it: null where a value is missing. */
const valuesOf = (column: Column): (string | number | null)[] =>
  column.kind === "number"
    ? Array.from(column.values, (value) => (Number.isNaN(value) ? null : value))
    : Array.from(column.codes, (code) => column.categories[code] ?? null);

const ignored = { append() {}, clear() {} };
const NOWHERE = { indices: ignored, values: ignored } as unknown as ConstructorParameters<typeof SparseRows>[0];

/** Writes the files of an archive into a folder of their own, and gives it. */
function unpack(files: Record<string, Uint8Array>): string {
  const folder = scratch();
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (!path.endsWith("/")) writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

describe.skipIf(!hasCore)("stores of zarr", () => {
  test.each(NAMES)("%s is read as anndata reads it", async (name) => {
    const { cells, genes, gene_ids: ids, X, halves, raw, obs, umap } = expected[name]!;
    await opened(join(FOLDER, `${name}.zarr.zip`), async (reader) => {
      expect(reader.matrices.map(({ path }) => path).sort()).toEqual(["X", "layers/halves", "raw/X"]);
      expect(await dense(reader)).toEqual(X);
      expect(await dense(reader, "layers/halves")).toEqual(halves);
      expect(await dense(reader, "raw/X")).toEqual(raw);
      expect(await reader.cellIds()).toEqual(cells);
      const names = await reader.geneIds("X");
      expect(names.ids).toEqual(genes);
      expect(names.alternatives).toEqual([{ name: "gene_ids", values: ids }]);
      expect(reader.columns.map((column) => column.name)).toEqual(Object.keys(obs));
      for (const [column, values] of Object.entries(obs)) expect(valuesOf(await reader.column(column)), column).toEqual(values);
      expect(Array.from(await reader.embedding("X_umap"))).toEqual(umap.flat());
    });
  });

  test("a store that lies unpacked is the same, and one without a piece is refused", async () => {
    const packed = unzipSync(new Uint8Array(readFileSync(join(FOLDER, "v2-csr-blosc.zarr.zip"))));
    const folder = unpack(packed);
    await opened(join(folder, "v2-csr-blosc.zarr"), async (reader) => expect(await dense(reader)).toEqual(expected["v2-csr-blosc"]!.X));
    const lacking = unpack(Object.fromEntries(Object.entries(packed).filter(([path]) => !path.endsWith("/X/data/0"))));
    await expect(opened(join(lacking, "v2-csr-blosc.zarr"), (reader) => dense(reader))).rejects.toThrow(
      "v2-csr-blosc.zarr lacks its piece X/data/0: get it again, whole.",
    );
  });

  test("one that is no AnnData store is told", async () => {
    const bytes = zipSync({ "image.zarr/.zgroup": new TextEncoder().encode('{"zarr_format":2}') });
    await expect(samplesOf(join(folderOf({ "image.zarr.zip": bytes }), "image.zarr.zip"))).rejects.toThrow(
      /image.zarr.zip is a zarr store, but not one of AnnData/,
    );
  });

  test(`${FILES} changed stores are read, or refused in a sentence`, async () => {
    const random = seeded(11);
    const stores = NAMES.map((name) => Object.entries(unzipSync(new Uint8Array(readFileSync(join(FOLDER, `${name}.zarr.zip`))))));
    let refused = 0;
    for (let i = 0; i < FILES; i++) {
      const entries = stores[i % stores.length]!;
      const full = [...entries.keys()].filter((entry) => entries[entry]![1].length >= 8);
      const at = full[Math.floor(random.uniform() * full.length)]!;
      const files = entries.map(([path, bytes], j) => textBytes(`/${path}`, j === at ? mutated(bytes, i, random) : bytes, 4096));
      try {
        // Nothing is written: the library of HDF5 does not bear hundreds of files in one process.
        for (const found of zarrStores(files)) {
          const store = new FilesStore(found);
          const { matrices, obs, vars } = await openZarr(store);
          await inSentences(store, async () => {
            for (const table of [obs, vars]) for (const { name } of table.columns) await table.column(name);
            for (const [path, matrix] of matrices) {
              if (matrix instanceof AnalysisError) throw matrix;
              await copyMatrix(matrix, new SparseRows(NOWHERE, obs.rows), path);
            }
          });
        }
      } catch (error) {
        if (!(error instanceof AnalysisError) || error.code === "internal") throw error;
        expect(error.message).toMatch(/^[^\n]{20,600}$/);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(FILES / 20);
  });
});
