import { expect, test } from "vitest";
import { given } from "../../../../web/src/app/open/dropped";

const files = (...names: string[]) => Object.fromEntries(names.map((name) => [name, new File(["x"], name)]));
const kindOf = async (...names: string[]) => (await given(files(...names))).kind;

test("one file is opened as it is; what may hold cells goes to the engine whole, however many files come", async () => {
  expect(await given(files("a.h5ad"))).toMatchObject({ kind: "data", file: { name: "a.h5ad" } });
  const all = await given(files("s10.h5ad", "model.pkl", "s2.h5"));
  expect(all).toMatchObject({ kind: "cells" });
  expect(Object.keys((all as { files: object }).files)).toEqual(["s10.h5ad", "model.pkl", "s2.h5"]);
  expect(await kindOf("barcodes.tsv.gz", "features.tsv.gz", "matrix.mtx.gz")).toBe("cells");
  for (const one of ["x.zip", "GSE1_RAW.tar", "x.tar.gz", "counts.csv.gz", "barcodes.tsv", "x.gct"])
    expect(await kindOf(one)).toBe("cells");
});

test("models and sessions are told from cells", async () => {
  expect(await kindOf("m/manifest.json", "m/x.onnx")).toBe("model");
  expect(await kindOf("model.onnx", "genes.csv")).toBe("model");
  expect(await kindOf("x.phenolens.json")).toBe("session");
});

test("a file of another format is told how to become one that opens", async () => {
  const why = async (...names: string[]) => {
    const found = await given(files(...names));
    return found.kind === "neither" ? found.why : found.kind;
  };
  expect(await why("atlas.rds")).toBe("cells");
  expect(await why("a.pdf", "b.doc")).toMatch(/^None of these 2 files holds cells/);
});
