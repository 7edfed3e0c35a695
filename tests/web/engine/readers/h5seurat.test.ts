import { join } from "node:path";
import h5wasm from "h5wasm/node";
import { expect, test } from "vitest";
import { openReader, scratch } from "../../support/data";

/** Genes x cells by columns: cells 1 and 2 hold gene 1 (3), and genes 1 and 3 (4, 5). */
const COUNTS = { data: Float64Array.of(3, 4, 5), indices: Int32Array.of(0, 0, 2), indptr: Int32Array.of(0, 1, 3) };

test("layers of an assay of Seurat 5 are read, counts as X where there are no data", async () => {
  await h5wasm.ready;
  const path = join(scratch(), "five.h5seurat");
  const file = new h5wasm.File(path, "w");
  file.create_attribute("active.assay", ["RNA"], [1]);
  file.create_dataset({ name: "cell.names", data: ["c1", "c2"] });
  const assay = file.create_group("assays").create_group("RNA");
  assay.create_dataset({ name: "features", data: ["CD3E", "MS4A1", "LYZ"] });
  const layers = assay.create_group("layers");
  for (const name of ["counts", "other"]) {
    const layer = layers.create_group(name);
    for (const [part, data] of Object.entries(COUNTS)) layer.create_dataset({ name: part, data });
    layer.create_attribute("dims", Int32Array.of(3, 2), [2]);
  }
  file.close();
  const reader = await openReader(path);
  expect(reader.matrices.map(({ path: of, cells, genes }) => [of, cells, genes])).toEqual([
    ["X", 2, 3],
    ["layers/other", 2, 3],
  ]);
  expect(await reader.block("X", 0, 2)).toMatchObject({
    indptr: Int32Array.of(0, 1, 3),
    indices: Int32Array.of(0, 0, 2),
    values: Float32Array.of(3, 4, 5),
  });
  expect([await reader.cellIds(), (await reader.geneIds("X")).ids]).toEqual([
    ["c1", "c2"],
    ["CD3E", "MS4A1", "LYZ"],
  ]);
  expect([reader.columns, reader.embeddings, reader.choice!.all]).toEqual([[], [], ["RNA"]]);
  reader.close();
});
