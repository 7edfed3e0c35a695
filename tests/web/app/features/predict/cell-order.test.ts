import { expect, test } from "vitest";
import { orderCells } from "../../../../../web/src/app/features/predict/cell-order";
import type { HeadScores } from "../../../../../web/src/contract/types";

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
