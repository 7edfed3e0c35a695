import { expect, test } from "vitest";
import { guessColumn } from "../../../../web/src/app/open/guess";
import { orderCells } from "../../../../web/src/app/features/predict/cell-order";
import { commonMistakes, confusionView } from "../../../../web/src/plots/confusion-view";
import { verdictOf } from "../../../../web/src/app/features/trust/verdict";
import type { ColumnInfo, Comparison, HeadScores, Metrics } from "../../../../web/src/contract/types";

const column = (name: string, kind: ColumnInfo["kind"] = "category"): ColumnInfo => ({ name, kind });

test("label columns are guessed by name, whatever their case and signs", () => {
  expect(guessColumn("cell_type", [column("n_genes", "number"), column("louvain"), column("Cell Type")])).toBe("Cell Type");
  expect(guessColumn("sex", [column("Gender")])).toBe("Gender");
  expect(guessColumn("cell_type", [column("my_cell_type_v2")])).toBe("my_cell_type_v2");
});

test("a number is never taken for labels, and nothing for something", () => {
  expect(guessColumn("cell_type", [column("cell_type", "number"), column("batch")])).toBe("");
});

const scores: HeadScores = {
  model: "m",
  phenotype: "cell_type",
  cells: 4,
  k: 2,
  top: Uint16Array.of(0, 1, 1, 0, 0, 1, 65535, 65535),
  probability: new Float32Array(8),
  entropy: Float32Array.of(0.3, 0.1, 0.6, 0),
};

test("cells are listed in the file's order, or by how undecided the model is", () => {
  const all = { ofClass: null, within: null };
  expect([...orderCells(scores, { sort: "file", ...all })]).toEqual([0, 1, 2, 3]);
  expect([...orderCells(scores, { sort: "undecided", ...all })]).toEqual([2, 0, 1]);
  expect([...orderCells(scores, { sort: "sure", ...all })]).toEqual([1, 0, 2]);
});

test("the list keeps to a class and to a selection, and leaves the selection as it was", () => {
  const within = Uint32Array.of(0, 1, 2);
  expect([...orderCells(scores, { sort: "undecided", ofClass: 0, within })]).toEqual([2, 0]);
  expect([...within]).toEqual([0, 1, 2]);
});

function metrics(counts: number[][]): Metrics {
  const labels = counts.map((_, i) => `class ${i}`);
  return { confusion: { codes: labels.map((_, i) => i), labels, counts } } as Metrics;
}

test("the confusion matrix keeps what is right on the diagonal and adds classes no label is", () => {
  const view = confusionView(
    metrics([
      [5, 1, 0],
      [0, 9, 2],
      [0, 0, 0],
    ]),
  );
  expect(view.rows).toEqual(["class 1", "class 0"]);
  expect(view.columns).toEqual(["class 1", "class 0", "class 2"]);
  expect(view.counts).toEqual([
    [9, 0, 2],
    [1, 5, 0],
  ]);
});

test("sixty classes are folded to what can be drawn, and no cell is lost", () => {
  const counts = Array.from({ length: 60 }, (_, r) => Array.from({ length: 60 }, (_, c) => (r < 4 ? (r === c ? 100 - r : 1) : 0)));
  const view = confusionView(metrics(counts), 10);
  expect(view.columns).toHaveLength(10);
  expect(view.columns.at(-1)).toBe("all others");
  view.counts.forEach((row, i) => {
    const r = Number(view.rows[i]!.split(" ")[1]);
    expect(row.reduce((a, b) => a + b)).toBe(counts[r]!.reduce((a, b) => a + b));
  });
});

test("labels mistaken for each other are neighbours, the largest first", () => {
  const view = confusionView(
    metrics([
      [50, 0, 6, 0],
      [0, 40, 0, 9],
      [7, 0, 30, 0],
      [0, 5, 0, 20],
    ]),
  );
  expect(view.rows).toEqual(["class 0", "class 2", "class 1", "class 3"]);
  expect(view.columns).toEqual(view.rows);
});

test("the commonest mistake comes first, right answers never", () => {
  expect(
    commonMistakes(
      metrics([
        [50, 3],
        [7, 2],
      ]),
      1,
    ),
  ).toEqual([{ label: "class 1", called: "class 0", cells: 7, of: 9 }]);
});

const comparison = (onlyFirst: number, onlySecond: number, pValue: number): Comparison => ({
  models: ["l", "t"],
  phenotype: "cell_type",
  cells: 2638,
  bothRight: 0,
  onlyFirst,
  onlySecond,
  neither: 0,
  pValue,
});
const nameOf = (model: string) => (model === "l" ? "linear model" : "transformer");

test("a difference that may be chance is called so", () => {
  expect(verdictOf(comparison(80, 101, 0.08), nameOf, "l")).toEqual({
    isClear: false,
    headline: "Linear is as good here.",
    reason: "The transformer is right on 21 more of 2,638 cells than the linear model; over donors the difference may be chance (p = .08).",
  });
});

test("without donors nothing is called better: it is said who is right more often, and what a test needs", () => {
  expect(verdictOf(comparison(200, 77, NaN), nameOf, "l")).toEqual({
    isClear: false,
    headline: "The linear model is right more often here.",
    reason:
      "It is right on 123 more of 2,638 cells than the transformer. Whether that is more than chance cannot be tested without a column of at least three donors.",
  });
});

test("a clear difference names the better model, whichever it is", () => {
  expect(verdictOf(comparison(200, 77, 1e-9), nameOf, "l")).toEqual({
    isClear: true,
    headline: "The linear model is better here.",
    reason: "It is right on 123 more of 2,638 cells than the transformer (p < .001 over donors).",
  });
});
