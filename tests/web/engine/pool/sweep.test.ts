import { expect, test } from "vitest";
import { planBlocks } from "../../../../web/src/engine/pool/blocks";
import type { Lane } from "../../../../web/src/engine/pool/lane-pool";
import { sweep } from "../../../../web/src/engine/pool/sweep";

const lanes = (count: number) => Array.from({ length: count }, (_, i) => i as unknown as Lane);
const shape = (cells: number, stored: number) => ({ path: "X", layout: "csr" as const, dtype: "float32", cells, genes: 100, stored });
const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

test("blocks cover every cell once, in order, whatever their size", () => {
  for (const cells of [1, 7, 1000]) {
    for (const size of [0, 1, 3, 5000]) {
      const blocks = planBlocks({ shape: shape(cells, cells * 50), grain: 100, span: 0 }, { lanes: 2, cells: size }).flat();
      let next = 0;
      for (const { first, count } of blocks) {
        expect(first).toBe(next);
        expect(count).toBeGreaterThan(0);
        next += count;
      }
      expect(next).toBe(cells);
    }
  }
});

test("blocks of several files lie within them, and of many files each is one lane's", () => {
  const parts = (files: number) => Array.from({ length: files }, (_, i) => ({ first: 30 * i, shape: shape(30, 600), grain: 100, span: 0 }));
  const of = (files: number) =>
    planBlocks({ shape: shape(30 * files, 600 * files), grain: 0, span: 0, parts: parts(files) }, { lanes: 2, cells: 7 });
  for (const files of [2, 9]) {
    const blocks = of(files).flat();
    expect(blocks.reduce((sum, { count }) => sum + count, 0)).toBe(30 * files);
    for (const { first, count } of blocks) expect(Math.floor(first / 30)).toBe(Math.floor((first + count - 1) / 30));
  }
  expect(of(2)).toHaveLength(10);
  expect(of(9)).toHaveLength(9);
});

test("a block holds about as much whatever the cells hold", () => {
  const dense = planBlocks({ shape: shape(100_000, 4e8), grain: 0, span: 0 }, { lanes: 2, cells: 0 });
  expect(dense[0]![0]!.count).toBe(150);
});

test("blocks of a group go to one lane in order", async () => {
  const groups = planBlocks({ shape: shape(100, 5000), grain: 0, span: 40 }, { lanes: 2, cells: 10 });
  expect(groups.map((group) => group.length)).toEqual([3, 3, 3, 3]);
  const seen = new Map<number, unknown>();
  await sweep({
    lanes: lanes(2),
    groups,
    signal: new AbortController().signal,
    visit: async (lane) => (await pause(), lane),
    take: (block, lane) => seen.set(block.first, lane),
  });
  for (const group of groups) expect(new Set(group.map(({ first }) => seen.get(first))).size).toBe(1);
});

test("aborting ends at a block's end and keeps what is done", async () => {
  const abort = new AbortController();
  const taken: number[] = [];
  const groups = Array.from({ length: 20 }, (_, i) => [{ first: i, count: 1 }]);
  const isWhole = await sweep({
    lanes: lanes(2),
    groups,
    signal: abort.signal,
    visit: async (_, { first }) => (await pause(), first),
    take(_, first) {
      taken.push(first);
      if (taken.length === 5) abort.abort();
    },
  });
  expect(isWhole).toBe(false);
  expect(taken.length).toBeGreaterThanOrEqual(5);
  expect(taken.length).toBeLessThanOrEqual(6);
});

test("the first failure of a lane ends the sweep with its error", async () => {
  const groups = Array.from({ length: 20 }, (_, i) => [{ first: i, count: 1 }]);
  let visits = 0;
  const run = sweep({
    lanes: lanes(2),
    groups,
    signal: new AbortController().signal,
    visit: async (_, { first }) => {
      visits++;
      await pause();
      if (first === 3) throw new Error("block 3");
      return first;
    },
    take() {},
  });
  await expect(run).rejects.toThrow("block 3");
  expect(visits).toBeLessThan(8);
});
