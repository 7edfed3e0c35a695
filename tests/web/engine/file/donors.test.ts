import { expect, test } from "vitest";
import type { Column } from "../../../../web/src/contract/types";
import { donorsOf } from "../../../../web/src/engine/file/donors";
import type { OpenedFile } from "../../../../web/src/engine/file/opened-file";

/** As much of a file as a column is read from. */
const fileOf = (column: Column) =>
  ({
    info: { cells: "codes" in column ? column.codes.length : column.values.length },
    column: async () => column,
  }) as unknown as OpenedFile;

test("words that name no donor, and names without a cell, are no donors: neither by their codes nor by their number", async () => {
  const categories = ["unknown", "B", "nan", "NA", "A", "", "None", "empty of cells", " n/a ", "null", "unassigned"];
  const codes = Int32Array.from([0, 1, 2, 3, 4, 5, 6, -1, 8, 9, 10, 1]);
  const found = await donorsOf(fileOf({ name: "donor", kind: "category", codes, categories }), "donor");
  expect(found.categories).toEqual(["B", "A"]);
  expect([...found.codes]).toEqual([-1, 0, -1, -1, 1, -1, -1, -1, -1, -1, -1, 0]);
});

test("a column of numbers names a donor by each value; missing numbers name none", async () => {
  const values = Float64Array.from([12, NaN, 7, 12]);
  const found = await donorsOf(fileOf({ name: "donor", kind: "number", values }), "donor");
  expect(found.categories).toEqual(["12", "7"]);
  expect([...found.codes]).toEqual([0, -1, 1, 0]);
});

test("a column of donors alone is as the file has it", async () => {
  const codes = Int32Array.from([1, 0, -1]);
  const found = await donorsOf(fileOf({ name: "donor", kind: "text", codes, categories: ["x", "y"] }), "donor");
  expect(found).toEqual({ codes, categories: ["x", "y"] });
});
