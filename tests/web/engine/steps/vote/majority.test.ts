import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../../../scripts/lib/run.mjs";
import { describe, expect, test } from "vitest";
import { HETEROGENEOUS } from "../../../../../web/src/contract/votes";
import { majorityOf } from "../../../../../web/src/engine/steps/vote/majority";
import { resolutionFor } from "../../../../../web/src/engine/steps/vote/over-clusters";

interface Case {
  labels: string[];
  clusters: number[];
  min_prop: number;
  voted: string[];
}

const cases = JSON.parse(readFileSync(join(root, "tests/web/expected/majority-vote.json"), "utf8")) as Case[];

const coded = (labels: string[]) => {
  const names = [...new Set(labels)];
  return { labels: names, codes: Int32Array.from(labels, (label) => names.indexOf(label)) };
};

describe("the majority vote", () => {
  test.each(cases.map((one, i) => [i, one] as const))(
    "is CellTypist's own on the same clusters, ties included (%i)",
    (_, { labels, clusters, min_prop, voted }) => {
      const { labels: names, codes } = majorityOf(coded(labels), coded(clusters.map(String)), min_prop);
      expect(Array.from(codes, (code) => names[code])).toEqual(voted);
    },
  );

  test("of ties the first in alphabetical order wins, whatever the order of the classes", () => {
    const clusters = { labels: ["0"], codes: Int32Array.of(0, 0, 0, 0) };
    for (const labels of [
      ["b", "a", "b", "a"],
      ["a", "b", "a", "b"],
      ["b", "b", "a", "a"],
    ]) {
      const { labels: names, codes } = majorityOf(coded(labels), clusters, 0);
      expect(names[codes[0]!]).toBe("a");
    }
  });

  test("cells without a label or a cluster have no vote; a cluster of none has no label", () => {
    const predicted = { labels: ["a", "b"], codes: Int32Array.of(0, -1, 1, 1, -1) };
    const clusters = { labels: ["x", "y"], codes: Int32Array.of(0, 0, 0, -1, 1) };
    const { labels, codes } = majorityOf(predicted, clusters, 0.6);
    expect(Array.from(codes, (code) => labels[code] ?? null)).toEqual([HETEROGENEOUS, HETEROGENEOUS, HETEROGENEOUS, null, null]);
  });

  test("a cell that the model may not label gets none from its cluster", () => {
    const predicted = { labels: ["a"], codes: Int32Array.of(0, 0, -1) };
    const clusters = { labels: ["x"], codes: Int32Array.of(0, 0, 0) };
    expect([...majorityOf(predicted, clusters, 0).codes]).toEqual([0, 0, 0]);
    expect([...majorityOf(predicted, clusters, 0, (cell) => cell === 2).codes]).toEqual([0, 0, -1]);
  });

  test("the resolution rises with the number of cells, by CellTypist's rule", () => {
    expect([4999, 5000, 20_000, 40_000, 100_000, 200_000].map(resolutionFor)).toEqual([5, 10, 15, 20, 25, 30]);
  });
});
