import { describe, expect, test } from "vitest";
import { planBlocks, sectionAt } from "../../../../../web/src/engine/pool/blocks";
import type { ReadPlan } from "../../../../../web/src/engine/readers/read-plan";
import { sectionOf, Sections } from "../../../../../web/src/engine/steps/survey/sections";

const plan = (cells: number, span = 0): ReadPlan => ({
  shape: { path: "X", cells, genes: 2000, stored: cells * 300, layout: "csr" } as ReadPlan["shape"],
  grain: 50_000,
  span,
});
const study: ReadPlan = {
  ...plan(5000),
  parts: [
    { ...plan(3100), first: 0 },
    { ...plan(1900), first: 3100 },
  ],
};
const counts = { of: "counts", genes: 2000 } as const;

describe("sections of the cells", () => {
  test.each([
    ["one file", plan(100_000)],
    ["a few cells", plan(5)],
    ["columns, a span at once", plan(40_000, 3000)],
    ["two files", study],
  ])("%s: every cell is in one block, no block is in two sections, and a section is of one lane, however many there are", (_, matrix) => {
    const section = sectionOf(matrix, counts);
    const { cells } = matrix.shape;
    const starts = (lanes: number, run: number) => {
      const groups = planBlocks(matrix, { lanes, cells: 0, run, section });
      const visited = new Uint8Array(cells);
      const groupOf = new Map<number, number>();
      groups.forEach((group, i) =>
        group.forEach(({ first, count }) => {
          for (let cell = first; cell < first + count; cell++) visited[cell]!++;
          const at = sectionAt(matrix, section, first);
          expect(sectionAt(matrix, section, first + count - 1)).toBe(at);
          expect(groupOf.get(at) ?? i).toBe(i);
          groupOf.set(at, i);
        }),
      );
      expect(visited.every((times) => times === 1)).toBe(true);
      return [...groupOf.keys()].sort((a, b) => a - b);
    };
    const one = starts(1, 0);
    for (const [lanes, run] of [
      [2, 0],
      [3, 9000],
      [8, 500],
    ] as const)
      expect(starts(lanes, run)).toEqual(one);
  });

  test("are enough for lanes, and few where their sums are large", () => {
    const many = { of: "groups", genes: 30_000, groups: 600 } as const;
    expect([5, 2638, 20_000, 1e6, 5e7].map((cells) => Math.ceil(cells / sectionOf(plan(cells), counts)))).toEqual([2, 4, 8, 62, 3052]);
    expect(Math.ceil(1e6 / sectionOf(plan(1e6), many))).toBe(8);
  });

  test("are merged in their order, whichever ends first", () => {
    const matrix = plan(20_000);
    const section = sectionOf(matrix, counts);
    // Of the second section no block takes part.
    const groups = planBlocks(matrix, { lanes: 2, cells: 0, section }).map((group) =>
      group.filter(({ first }) => sectionAt(matrix, section, first) !== section),
    );
    const merged: number[] = [];
    const sections = new Sections(([which]) => void merged.push(which!), groups, matrix, section);
    const ends = groups.flat().flatMap((block) => sections.endedBy(block) ?? []);
    expect(ends).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (const one of [1, 0, 4, 3, 2, 6]) sections.put(one, Uint8Array.of(one));
    expect(merged).toEqual([0, 1, 2, 3, 4]);
    sections.put(5, Uint8Array.of(5));
    expect(merged).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
