import { expect, test } from "vitest";
import { parseMarkers } from "../../../../../web/src/engine/steps/groups/known-markers";

const read = (name: string, text: string) => Object.fromEntries(parseMarkers({ name, text }).types);

test("markers are read from GMT, and from tables with a row a gene or a row a type", () => {
  expect(read("own.gmt", "B cell\tmine\tCD79A\tMS4A1\nNK cell\tmine\tNKG7\n")).toEqual({
    "B cell": ["CD79A", "MS4A1"],
    "NK cell": ["NKG7"],
  });
  const long = "cluster,gene\nB cell,CD79A\nB cell,MS4A1\nNK cell,NKG7\nB cell,CD79A\n";
  expect(read("own.csv", long)).toEqual({ "B cell": ["CD79A", "MS4A1"], "NK cell": ["NKG7"] });
  expect(read("own.tsv", "\uFEFFcell_type\tmarkers\nB cell\tCD79A, MS4A1; CD19\n")).toEqual({ "B cell": ["CD79A", "MS4A1", "CD19"] });
});

test("a table without types or genes is refused by what it lacks", () => {
  expect(() => parseMarkers({ name: "own.csv", text: "kind,gene\nB cell,CD79A\n" })).toThrow(
    "own.csv has no column of cell types (cell_type); it has kind, gene.",
  );
  expect(() => parseMarkers({ name: "own.csv", text: "class,weight\nB cell,1\n" })).toThrow("no column of genes (gene)");
  expect(() => parseMarkers({ name: "own.csv", text: "class,gene\n,CD79A\n" })).toThrow("names no gene of any cell type");
});
