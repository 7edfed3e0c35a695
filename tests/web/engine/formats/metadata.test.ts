import { join as pathOf } from "node:path";
import { describe, expect, test } from "vitest";
import { converted, onlySample } from "../../../../web/src/engine/formats/imported.node";
import { findSamples } from "../../../../web/src/engine/formats/find-samples";
import { joinMetadata, readMetadata } from "../../../../web/src/engine/formats/metadata";
import { dataFile, hasData } from "../../support/data";
import { folderOf, opened, textBytes } from "../../support/imported";

const join = async (text: string, cells: string[], sample = "") =>
  joinMetadata(await readMetadata(textBytes("m.csv", text)), cells, sample);

describe("rows are joined to cells by their names", () => {
  const cells = ["AAACCTGA-1", "AAACCTGC-1", "AAACCTGG-1"];
  test("as they are written, numbers as numbers, and what is missing as missing", async () => {
    const found = await join("barcode,type,score\nAAACCTGG-1,T,1.5\nAAACCTGA-1,B,NA\nother,B,3\n", cells);
    expect(found.matched).toBe(2);
    expect(found.columns).toEqual([
      { name: "type", kind: "category", codes: Int32Array.of(0, -1, 1), categories: ["B", "T"] },
      { name: "score", kind: "number", values: Float64Array.of(NaN, NaN, 1.5) },
    ]);
  });
  test("without the number behind the barcode, with R's heading one field short, quoted", async () => {
    const found = await join('"type"\t"n"\n"AAACCTGC"\t"B, naive"\t2\n"AAACCTGA"\t"T"\t1\n', cells);
    expect(found).toMatchObject({
      matched: 2,
      columns: [{ name: "type", codes: Int32Array.of(1, 0, -1), categories: ["B, naive", "T"] }, { name: "n" }],
    });
  });
  test("with a sample's name before the barcode, or in a column: rows of other samples are none", async () => {
    const text = "cell,type\ns1_AAACCTGA-1,B\ns2_AAACCTGA-1,T\ns2_AAACCTGC-1,T\n";
    expect(await join(text, cells, "s2")).toMatchObject({ matched: 2, columns: [{ codes: Int32Array.of(0, 0, -1), categories: ["T"] }] });
    expect(await join(text, cells, "s1")).toMatchObject({ matched: 1, columns: [{ categories: ["B"] }] });
    const inColumn = "cell,sample,type\nx_AAACCTGA-1,s1,B\ny_AAACCTGA-1,s2,T\n";
    expect(await join(inColumn, cells, "s2")).toMatchObject({ matched: 1, columns: [{}, { categories: ["T"] }] });
  });
  test("a name of several rows is none, for no row can be told to be the cell's", async () => {
    expect(await join("cell,type\nAAACCTGA-1,B\nAAACCTGA-1,T\n", cells)).toEqual({ columns: [], matched: 0 });
  });
  test("samples of bulk tables by theirs", async () => {
    expect(await join("id;age\nd2;40\nd1;30\n", ["d1", "d2"])).toMatchObject({
      matched: 2,
      columns: [{ values: Float64Array.of(30, 40) }],
    });
  });
});

const TRIO = {
  "matrix.mtx": "%%MatrixMarket matrix coordinate integer general\n1 2 1\n1 1 5\n",
  "barcodes.tsv": "AAACCTGA-1\nAAACCTGC-1\n",
  "genes.tsv": "ENSG1\tCD3E\n",
};
const LABELS = "cell,type\nAAACCTGA,B\n";

test("a table given beside a matrix is joined to it; one that is only there, where its name says what it is", async () => {
  const given = Object.entries({ ...TRIO, "labels.csv": LABELS }).map(([name, text]) => textBytes(name, text));
  const { samples, left } = await findSamples(given);
  expect(samples[0]!.files).toContain(given.at(-1));
  expect(left).toEqual([]);

  const columns = (path: string) => opened(path, (reader) => reader.columns.map(({ name }) => name));
  expect(await columns(folderOf({ ...TRIO, "labels.csv": LABELS }))).toEqual([]);
  expect(await columns(folderOf({ ...TRIO, "cell_metadata.csv": LABELS }))).toEqual(["type"]);
});

const convertedWith = async (path: string, metadata: string) => converted((await onlySample(path, metadata))!);

test("--metadata is joined in place of what lies beside, and must name a cell", async () => {
  const folder = folderOf({ ...TRIO, "meta.csv": LABELS, "other.csv": "cell,age\nAAACCTGC-1,3\n", "wrong.csv": "cell,age\nx,3\n" });
  const made = await convertedWith(folder, pathOf(folder, "other.csv"));
  expect(await opened(made.path, (reader) => reader.columns.map(({ name }) => name))).toEqual(["age"]);
  expect(made.notes.join(" ")).toMatch(/1 of 2 have a row in other\.csv, by their names: 1 columns were added/);
  made.remove();
  await expect(convertedWith(folder, pathOf(folder, "wrong.csv"))).rejects.toThrow(/rows of wrong\.csv names a cell: .* AAACCTGA-1/);
  await expect(convertedWith(folder, pathOf(folder, "no.csv"))).rejects.toThrow(/There is no file/);
});

test.skipIf(!hasData)("a table of the UCSC Cell Browser is joined to its matrix", async () => {
  const made = await convertedWith(dataFile("formats/cellbrowser/exprMatrix.tsv.gz"), dataFile("formats/cellbrowser/meta.tsv"));
  try {
    const labels = await opened(made.path, async (reader) => reader.columns.map(({ name, kind }) => `${name}: ${kind}`));
    expect(made.notes.join(" ")).toMatch(/4,261 of 7,163 have a row in meta\.tsv, by their names: 6 columns were added/);
    expect(labels).toContain("Age: number");
    expect(labels).toContain("WGCNAcluster: category");
  } finally {
    made.remove();
  }
});
