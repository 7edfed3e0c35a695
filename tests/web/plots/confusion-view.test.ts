import { expect, test } from "vitest";
import { commonMistakes, confusionView } from "../../../web/src/plots/confusion-view";
import type { Metrics } from "../../../web/src/contract/types";

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
