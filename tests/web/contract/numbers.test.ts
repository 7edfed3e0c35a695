import { expect, test } from "vitest";
import { seeded } from "../../../web/src/engine/base/random";
import { known, mean, median, quantile } from "../../../web/src/contract/numbers";

test("means, medians and quantiles are NumPy's, of no number NaN", () => {
  // np.mean, np.median and np.quantile of [3, 1, 4, 1, 5, 9].
  const six = [3, 1, 4, 1, 5, 9];
  const rising = Float64Array.from(six).sort();
  expect(mean(six)).toBeCloseTo(23 / 6, 12);
  expect(median(six)).toBe(3.5);
  expect(median([7, 2, 5])).toBe(5);
  expect([0, 0.1, 0.25, 0.5, 0.9, 1].map((share) => quantile(rising, share))).toEqual([1, 1, 1.5, 3.5, 7, 9]);
  expect([mean([]), median([]), quantile([], 0.5)]).toEqual([NaN, NaN, NaN]);
  expect(mean([1, NaN])).toBeNaN();
  expect(known(Float32Array.of(1, NaN, 2))).toEqual([1, 2]);
});

test("a quantile lies between the values around it, and the one at one half is the median", () => {
  const random = seeded(3);
  for (let size = 1; size < 40; size++) {
    const values = Float64Array.from({ length: size }, random).sort();
    expect(quantile(values, 0.5)).toBeCloseTo(median(values), 12);
    const share = random();
    const below = values.filter((value) => value <= quantile(values, share) + 1e-12).length;
    expect(below).toBeGreaterThanOrEqual(Math.floor(share * (size - 1)) + 1);
    expect(values.filter((value) => value < quantile(values, share) - 1e-12).length).toBeLessThanOrEqual(Math.ceil(share * (size - 1)));
  }
});
