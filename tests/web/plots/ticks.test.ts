import { expect, test } from "vitest";
import { rampTicks, roundTicks, sizeSteps } from "../../../web/src/plots/ticks";

test("ticks are round numbers within the range, whatever its size", () => {
  expect(roundTicks(0, 4.37)).toEqual([0, 2, 4]);
  expect(roundTicks(-0.83, 0.83)).toEqual([-0.5, 0, 0.5]);
  expect(roundTicks(0, 0.3, 3)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(roundTicks(512, 23_900)).toEqual([10_000, 20_000]);
  expect(roundTicks(0, 7e-5)).toEqual([0, 2e-5, 4e-5, 6e-5]);
  expect(roundTicks(3, 3)).toEqual([3]);
});

test("a bar's ticks lie at their shares of it", () => {
  expect(rampTicks(-1, 1, String, 2)).toEqual([
    { at: 0, label: "-1" },
    { at: 0.5, label: "0" },
    { at: 1, label: "1" },
  ]);
});

test("a key of sizes has round numbers of things, none above the most", () => {
  expect([sizeSteps(934), sizeSteps(12), sizeSteps(3), sizeSteps(1)]).toEqual([[90, 450, 900], [1, 5, 10], [2, 3], [1]]);
});
