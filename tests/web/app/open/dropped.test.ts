import { expect, test } from "vitest";
import { given } from "../../../../web/src/app/open/dropped";

const files = (...names: string[]) => Object.fromEntries(names.map((name) => [name, new File(["x"], name)]));

test("several files of cells are opened as one, in the order of their names; what comes with them is named", async () => {
  const two = await given(files("s10.h5ad", "s2.h5"));
  expect(two).toMatchObject({ kind: "study", files: [{ name: "s2.h5" }, { name: "s10.h5ad" }] });
  expect(two).not.toHaveProperty("left");
  expect(await given(files("model.pkl", "a.h5ad", "b.h5ad"))).toMatchObject({
    kind: "study",
    left: "Only the 2 files of cells are opened. Drop model.pkl afterwards.",
  });
  expect(await given(files("model.pkl", "a.h5ad"))).toMatchObject({
    kind: "data",
    left: "Only a.h5ad is opened. Drop model.pkl afterwards.",
  });
  expect(await given(files("a.h5ad"))).not.toHaveProperty("left");
});

test("a file of another format is told how to become one that opens", async () => {
  const why = async (...names: string[]) => {
    const found = await given(files(...names));
    return found.kind === "neither" ? found.why : found.kind;
  };
  expect(await why("atlas.rds")).toMatch(/^atlas\.rds is an R object\. .*writeH5AD/);
  expect(await why("barcodes.tsv.gz", "features.tsv.gz", "matrix.mtx.gz")).toMatch(/^matrix\.mtx\.gz is not .*read_10x_mtx/);
});
