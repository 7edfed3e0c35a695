import { expect, test } from "vitest";
import { verdictOf } from "../../../../../web/src/app/features/trust/verdict";
import type { Comparison } from "../../../../../web/src/contract/types";

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
      "It is right on 123 more of 2,638 cells than the transformer. Whether that is more than chance cannot be tested without a " +
      "column of at least three donors.",
  });
});

test("a clear difference names the better model, whichever it is", () => {
  expect(verdictOf(comparison(200, 77, 1e-9), nameOf, "l")).toEqual({
    isClear: true,
    headline: "The linear model is better here.",
    reason: "It is right on 123 more of 2,638 cells than the transformer (p < .001 over donors).",
  });
});
