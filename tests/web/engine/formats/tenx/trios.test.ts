import { expect, test } from "vitest";
import { baseName } from "../../../../../web/src/engine/formats/named-bytes";
import { findTrios } from "../../../../../web/src/engine/formats/tenx/trios";
import { textBytes } from "../../../support/imported";

const files = (names: string[]) => names.map((name) => textBytes(name, ""));
const found = (names: string[]) =>
  findTrios(files(names)).map(({ name, matrix, barcodes, features }) => [
    name,
    ...[matrix, barcodes, features].map((file) => baseName(file.name)),
  ]);

test.each([
  ["Cell Ranger 3", ["f/matrix.mtx.gz", "f/barcodes.tsv.gz", "f/features.tsv.gz"], "f"],
  ["Cell Ranger 2", ["hg19/matrix.mtx", "hg19/barcodes.tsv", "hg19/genes.tsv"], "hg19"],
  ["GEO", ["GSM1_a_matrix.mtx.gz", "GSM1_a_barcodes.tsv.gz", "GSM1_a_features.tsv.gz"], "GSM1_a"],
  ["kallisto and bustools", ["k/cells_x_genes.mtx", "k/cells_x_genes.barcodes.txt", "k/cells_x_genes.genes.txt"], "cells_x_genes"],
  ["alevin", ["a/quants_mat.mtx.gz", "a/quants_mat_rows.txt", "a/quants_mat_cols.txt"], "quants_mat"],
])("a sample of %s", (_what, [matrix, barcodes, features], name) => {
  const names = [matrix!, barcodes!, features!];
  expect(found(names.toReversed())).toEqual([[name, ...names.map(baseName)]]);
});

test("samples of a series are told apart by prefix; one table of genes can serve all", () => {
  expect(
    found([
      "s/GSM1_x_matrix.mtx.gz",
      "s/GSM1_x_barcodes.tsv.gz",
      "s/GSM2_y_matrix.mtx.gz",
      "s/GSM2_y_barcodes.tsv.gz",
      "s/GSE9_genes.tsv.gz",
    ]),
  ).toEqual([
    ["GSM1_x", "GSM1_x_matrix.mtx.gz", "GSM1_x_barcodes.tsv.gz", "GSE9_genes.tsv.gz"],
    ["GSM2_y", "GSM2_y_matrix.mtx.gz", "GSM2_y_barcodes.tsv.gz", "GSE9_genes.tsv.gz"],
  ]);
});

test("barcodes of one sample never serve another", () => {
  expect(() => found(["GSM1_matrix.mtx", "GSM1_barcodes.tsv", "GSM2_matrix.mtx", "genes.tsv"])).toThrow(
    /GSM2_matrix\.mtx holds numbers without names: it needs GSM2_barcodes\.tsv/,
  );
});

test("folders of one name are told apart by the folder around them", () => {
  const sample = (of: string) => ["matrix.mtx", "barcodes.tsv", "genes.tsv"].map((name) => `${of}/filtered/${name}`);
  expect(found([...sample("S1"), ...sample("S2")]).map(([name]) => name)).toEqual(["S1_filtered_filtered", "S2_filtered_filtered"]);
});

test("a file that lies there packed and unpacked is one", () => {
  expect(found(["f/matrix.mtx", "f/matrix.mtx.gz", "f/barcodes.tsv", "f/genes.tsv", "f/genes.tsv.gz"])).toEqual([
    ["f", "matrix.mtx", "barcodes.tsv", "genes.tsv"],
  ]);
});
