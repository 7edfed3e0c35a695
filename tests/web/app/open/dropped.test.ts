import { expect, test } from "vitest";
import { given } from "../../../../web/src/app/open/dropped";

const files = (...names: string[]) => Object.fromEntries(names.map((name) => [name, new File(["x"], name)]));

test("of several files one is opened, and the others are named", async () => {
  const two = await given(files("a.h5ad", "b.h5ad"));
  expect(two).toMatchObject({ kind: "data", left: "Only a.h5ad is opened: one file of cells at a time. Drop b.h5ad afterwards." });
  const many = await given(files("model.pkl", "a.h5ad", "b.h5ad", "c.h5", "d.h5"));
  expect(many).toMatchObject({
    kind: "data",
    left: expect.stringContaining("Drop model.pkl, b.h5ad, c.h5 and 1 more afterwards.") as string,
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
