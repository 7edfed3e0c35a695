import { expect, test } from "vitest";
import {
  bytes,
  count,
  decimal,
  duration,
  many,
  percent,
  probability,
  pValue,
  qValue,
  score,
  shortNumber,
  value,
} from "../../../web/src/plots/format";

test("one format per kind of number: scores three digits, probabilities two, without their leading zero", () => {
  expect([score(0.9137), score(1), score(Number.NaN)]).toEqual([".914", "1.000", "–"]);
  expect([probability(0.9137), probability(0.05), decimal(-0.2, 1)]).toEqual([".91", ".05", "-.2"]);
  expect([qValue(0.0421), qValue(3e-300), qValue(0), qValue(Number.NaN)]).toEqual([".042", "< .001", "< .001", "–"]);
});

test("counts are never in scientific notation", () => {
  expect([count(1_234_567_890), count(3.7e21)].map((text) => /e/i.test(text))).toEqual([false, false]);
});

test("percentages keep a digit where it tells", () => {
  expect([percent(0.4567), percent(0.0283), percent(0), percent(0.0004), percent(1)]).toEqual(["46%", "2.8%", "0%", "< 0.1%", "100%"]);
});

test("sizes, times and counts are said as a person would", () => {
  expect([bytes(500), bytes(2_100_000), bytes(83_000_000)]).toEqual(["500 B", "2.1 MB", "83 MB"]);
  expect([duration(4.23), duration(61), duration(600)]).toEqual(["4.2\u00a0s", "61\u00a0s", "10\u00a0min"]);
  expect([many(1, "cell"), many(1234, "cell"), many(2, "class", "classes")]).toEqual(["1 cell", "1,234 cells", "2 classes"]);
});

test("small chances are not written as zero", () => {
  expect([pValue(1e-9), pValue(0.0042), pValue(0.081)]).toEqual(["p < .001", "p = .004", "p = .08"]);
});

test("values keep three digits, axes fewer", () => {
  expect([value(2.8731), value(12345.6), value(0.00001)]).toEqual(["2.87", "12,346", "1.0e-5"]);
  expect([shortNumber(12000), shortNumber(1_500_000), shortNumber(0.25)]).toEqual(["12k", "1.5M", "0.25"]);
});
