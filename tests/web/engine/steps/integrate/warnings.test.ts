import { expect, test } from "vitest";
import { warningsOf } from "../../../../../web/src/engine/steps/integrate/warnings";

const batches = { column: "sample", batches: ["a", "b"], without: { columns: ["sample"], cells: 0 } };
const crossing = (table: number[], only: number[], relation: "same" | "first-in-second" | "crossed", blocks = 1) => ({
  cells: table.reduce((sum, one) => sum + one, 0),
  table: Float64Array.from(table),
  only: Int32Array.from(only),
  relation,
  blocks,
});

test("types of one batch alone are named, unless they are few cells", () => {
  const labels = { names: ["T", "B", "rare"], crossing: crossing([50, 40, 5, 60, 0, 0], [-1, 0, 0], "crossed") };
  const found = warningsOf(batches, labels, null);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain("Of one sample alone: B (a, 40 cells).");
});

test("a condition that is the batches, or lies in them, is told", () => {
  const same = warningsOf(batches, null, { name: "disease", crossing: crossing([50, 0, 0, 50], [0, 1], "same") });
  expect(same[0]).toContain("disease and sample are the same division of the cells");
  const nested = warningsOf(batches, null, { name: "disease", crossing: crossing([50, 50], [-1], "first-in-second") });
  expect(nested[0]).toContain("Each sample is of one disease alone");
  expect(warningsOf(batches, null, { name: "disease", crossing: crossing([25, 25, 25, 25], [-1, -1], "crossed") })).toEqual([]);
});

test("cells without a batch are told, of several columns without any of them", () => {
  const told = (columns: string[], cells: number) => warningsOf({ ...batches, without: { columns, cells } }, null, null);
  expect(told(["sample"], 1)).toEqual(["1 cell has no sample: it stays where it is, and mixing is not measured by it."]);
  expect(told(["sample", "chip"], 1200)[0]).toContain("1,200 cells have no sample or chip");
});
