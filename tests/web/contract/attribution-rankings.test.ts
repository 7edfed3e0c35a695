import { expect, test } from "vitest";
import { attributionRankings } from "../../../web/src/contract/attribution-rankings";

const GENES = ["A", "B", "C", "D"];
const groups = [
  { mean: [1, -3, 0.5, NaN], meanAbs: [1, 3, 2, NaN] },
  { mean: [-4, 1, 0.5, 0.1], meanAbs: [4.5, 1, 5, 0.1] },
  { mean: [0, 0, 0, 0], meanAbs: [0, 0, 0, 0] },
];
const scores = (of: typeof groups) =>
  Object.fromEntries(
    attributionRankings("gradient", GENES, GENES, of, "").map((ranking) => [
      ranking.name,
      [...ranking.scores].map((value) => Number(value.toFixed(4))),
    ]),
  );

test("gradient selection has a ranking one way, either way, cell by cell and two ways", () => {
  expect(scores(groups)).toEqual({
    "gradient, either way": [4, 3, 0.5, 0.1],
    "gradient, for": [1, 1, 0.5, 0.1],
    "gradient, cell by cell": [4.5, 3, 5, 0.1],
    // Of the two groups where its mean is largest: the root of 4 x 1, 3 x 1, 0.5 x 0.5, 0.1 x 0.
    "gradient, two ways": [2, 1.7321, 0.5, 0],
  });
});

test("one group has no second way", () => {
  expect(Object.keys(scores(groups.slice(0, 1)))).toEqual(["gradient, either way", "gradient, for", "gradient, cell by cell"]);
});
