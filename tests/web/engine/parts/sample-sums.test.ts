import { expect, test } from "vitest";
import { sumsBytes, sumsRows, type SampleSum } from "../../../../web/src/engine/parts/sample-sums";

test("sums of samples are read back to the last bit, whatever their names and however few their genes", () => {
  const rows: SampleSum[] = [
    { donor: 'ä, "b"', side: 1, type: "T", cells: 3, genes: Int32Array.of(2, 70_000), counts: Float64Array.of(1, 2 ** 53 - 1) },
    { donor: "", side: 0, type: "", cells: 0, genes: new Int32Array(0), counts: new Float64Array(0) },
    { donor: "c", side: 0, type: "B", cells: 1e6, genes: Int32Array.of(5), counts: Float64Array.of(17) },
  ];
  expect([...sumsRows(sumsBytes(rows))]).toEqual(rows);
  expect([...sumsRows(sumsBytes([]))]).toEqual([]);
});
