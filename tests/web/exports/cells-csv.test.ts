import { expect, test } from "vitest";
import { cellsCsvHeader, cellsCsvRows } from "../../../web/src/exports/cells-csv";

const head = { phenotype: "cell_type" as const, temperature: 1, classes: ["B", "T"].map((label) => ({ label, ontologyId: "" })) };
const quality = { total: 1, detected: 1, mitochondrial: 0 };

test("a reference's columns are SingleR's score, delta and whether the label is pruned; empty for a cell without a label", () => {
  expect(cellsCsvHeader([head], { fitted: true }).trim().split(",").slice(-3)).toEqual([
    "cell_type_score",
    "cell_type_delta",
    "cell_type_pruned",
  ]);
  const cell = { phenotype: "cell_type" as const, labels: ["T", "B"], probabilities: [0.7, 0.3], entropy: 0.6, entropyNorm: 0.9 };
  const none = { ...cell, labels: [], probabilities: [], fit: { score: NaN, delta: NaN, isPruned: false } };
  const rows = cellsCsvRows(
    [
      { index: 0, id: "a", quality, heads: [{ ...cell, fit: { score: 0.5, delta: 0.25, isPruned: true } }] },
      { index: 1, id: "b", quality, heads: [none] },
    ],
    [head],
    { fitted: true },
  );
  const last = rows.trim().split("\n");
  expect(last[0]!.split(",").slice(-3)).toEqual(["0.5", "0.25", "true"]);
  expect(last[1]!.split(",").slice(-3)).toEqual(["", "", ""]);
});
