import { expect, test } from "vitest";
import { joinCellIds, sampleNames } from "../../../../../web/src/engine/readers/study/join-cells";

test("names of cells stay where no two files share one, else all have their sample behind them", () => {
  expect(
    joinCellIds([
      { sample: "a", ids: ["x", "x"] },
      { sample: "b", ids: ["y"] },
    ]),
  ).toEqual({ ids: ["x", "x", "y"], areMarked: false });
  expect(
    joinCellIds([
      { sample: "a", ids: ["x", "y"] },
      { sample: "b", ids: ["y"] },
    ]),
  ).toEqual({
    ids: ["x-a", "y-a", "y-b"],
    areMarked: true,
  });
});

test("samples go by their files' names, each its own", () => {
  expect(sampleNames(["s1.h5ad", "s2.h5ad.gz", "s1.h5", ".h5"])).toEqual(["s1", "s2", "s1-2", ".h5"]);
});

test("no two samples share a name: not one that a number makes, nor one that was given", () => {
  expect(sampleNames(["a.h5ad", "a.h5", "a-2.h5ad"])).toEqual(["a", "a-3", "a-2"]);
  expect(sampleNames(["b.h5ad", "a.h5ad", "a.h5"], ["a"])).toEqual(["a", "a-2", "a-3"]);
});
