import { expect, test } from "vitest";
import { byColumn, byPrediction, byValue } from "../../../../../web/src/app/features/map/coloring";
import { ColorBook, MISSING, OTHERS, slotColor, VALUE_LEVELS } from "../../../../../web/src/plots/palette";
import type { HeadInfo, HeadScores } from "../../../../../web/src/contract/types";

const head = (labels: string[]): HeadInfo => ({
  phenotype: "cell_type",
  temperature: 1,
  classes: labels.map((label) => ({ label, ontologyId: "" })),
});
const scores = (top: number[]): HeadScores => ({
  model: "m",
  phenotype: "cell_type",
  cells: top.length,
  k: 1,
  top: Uint16Array.from(top),
  probability: new Float32Array(top.length),
  entropy: new Float32Array(top.length),
});

test("classes are coloured most cells first; cells not done are missing", () => {
  const now = byPrediction(new ColorBook(), "", 5, scores([1, 1, 0, 65535]), head(["A", "B"]));
  expect(now).toMatchObject({
    kind: "classes",
    missing: 2,
    classes: [
      { label: "B", cells: 2, slot: 0 },
      { label: "A", cells: 1, slot: 1 },
    ],
  });
  expect([...now.codes]).toEqual([0, 0, 1, MISSING, MISSING]);
});

test("a class keeps its colour when another model, or the file, names it", () => {
  const book = new ColorBook();
  byPrediction(book, "", 3, scores([0, 0, 1]), head(["A", "B"]));
  const other = byPrediction(book, "", 3, scores([1, 1, 1]), head(["A", "B"]));
  expect(other).toMatchObject({ classes: [{ label: "B", slot: 1 }] });
  const column = { name: "labels", kind: "category" as const, codes: Int32Array.of(0, 0, -1), categories: ["b-like"] };
  const file = byColumn(book, "", column, [{ label: "b-like", cells: 2, code: 1, by: "hand" }], head(["A", "B"]));
  expect(file).toMatchObject({ classes: [{ label: "b-like", slot: 1 }], missing: 1 });
});

test("a hundred classes have a hundred colours: none is hidden in a common grey", () => {
  const labels = Array.from({ length: 100 }, (_, i) => `class ${i}`);
  const now = byPrediction(new ColorBook(), "", 100, scores(labels.map((_, i) => i)), head(labels));
  if (now.kind !== "classes") throw new Error("not classes");
  expect(now.classes[0].slot).toBe(0);
  expect(new Set(now.classes.map(({ slot }) => slotColor(slot, false))).size).toBe(100);
  expect(now.classes.some(({ slot }) => slot === OTHERS)).toBe(false);
});

test("values spread from low to high; what is not a number is missing", () => {
  const values = [0, 1, 2, Number.NaN];
  const now = byValue("", 4, (i) => values[i], { from: 0, to: 2 });
  expect([...now.codes]).toEqual([0, 127, 254, VALUE_LEVELS]);
  expect(now.missing).toBe(1);
});

test("one odd cell does not pale the rest", () => {
  const now = byValue("", 1001, (i) => (i === 1000 ? 1e9 : i));
  if (now.kind !== "values") throw new Error("not values");
  expect(now.high).toBeLessThan(1001);
});
