import { beforeAll, describe, expect, test, vi } from "vitest";
import type { HeadScores } from "../../../../../web/src/contract/types";
import type { Analyzed } from "../../../../../web/src/engine/file/analyzed";
import type { OpenedFile } from "../../../../../web/src/engine/file/opened-file";
import type { ReadPlan } from "../../../../../web/src/engine/readers/read-plan";
import { blocksInOrder, blocksOfRest, cellOrder, onlyInOrder } from "../../../../../web/src/engine/steps/predict/sketch";
import { makeFixtures } from "../../../../fixtures/make.mjs";
import { scratch } from "../../../support/data";
import { hasCore, options, useEngine } from "../../../support/engine";
import { addModel, plantedFile } from "../../../support/planted";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const { open } = useEngine();
const MODEL = "tiny-random";
const CELLS = 60;
let fixtures: Record<string, string>;

beforeAll(async () => {
  if (hasCore) fixtures = await makeFixtures(scratch());
});

/** A file whose matrix is read like this. */
const readLike = (plan: ReadPlan, modelRun = 0) => ({ modelRun, reader: { matrix: () => plan } }) as unknown as OpenedFile;
const plan = (more: Partial<ReadPlan> = {}): ReadPlan => ({
  shape: { path: "X", layout: "csr", dtype: "float32", cells: 1000, genes: 100, stored: 50_000 },
  grain: 500,
  span: 0,
  ...more,
});

const isRead = ({ entropy }: HeadScores, cell: number) => !Number.isNaN(entropy[cell]!);
const ofCell = ({ top, probability, entropy, k }: HeadScores, cell: number) => [
  ...top.subarray(cell * k, (cell + 1) * k),
  ...probability.subarray(cell * k, (cell + 1) * k),
  entropy[cell],
];

describe.skipIf(!hasCore)("a model that reads some of the cells", () => {
  test("says of each bit for bit what it says when it reads all, leaves the rest unread, and goes on where it was", async () => {
    const read = async (engine: Awaited<ReturnType<typeof open>>, given: { sample?: number; seed?: number; keepsRuns?: boolean } = {}) => {
      const report = await engine.call("analyze", options({ models: [MODEL], ...given }));
      return { report, scores: await engine.call("scores", { model: MODEL, phenotype: "cell_type" }) };
    };
    const all = await read(await open(fixtures.csr!, [MODEL]));
    const engine = await open(fixtures.csr!, [MODEL]);
    const some = await read(engine, { sample: 20 });
    expect(some.report.runs[0]).toMatchObject({ cells: 20, asked: 20, finished: true });
    expect(some.scores.cells).toBe(CELLS);
    const chosen = Array.from({ length: CELLS }, (_, cell) => cell).filter((cell) => isRead(some.scores, cell));
    expect(chosen).toHaveLength(20);
    // Not the first of the file.
    expect(Math.max(...chosen)).toBeGreaterThan(30);
    for (const cell of chosen) expect(ofCell(some.scores, cell)).toEqual(ofCell(all.scores, cell));
    for (let cell = 0; cell < CELLS; cell++) if (!chosen.includes(cell)) expect(some.scores.top[cell * some.scores.k]).toBe(65_535);
    const { all: summary } = await engine.call("summary", { model: MODEL, phenotype: "cell_type" });
    expect(summary.sampled).toEqual({ read: 20, of: CELLS, isDrawn: true });
    const sum = summary.classes.reduce((total, { share }) => total + share!.value, 0);
    expect(sum).toBeCloseTo(1, 6);
    const rows = await engine.call("cells", { model: MODEL, first: 0, count: CELLS });
    expect(rows).toHaveLength(CELLS);
    for (const { index, heads } of rows)
      expect(heads[0]!.known === "" || heads[0]!.known === undefined).toBe(!isRead(some.scores, index) || heads[0]!.labels.length === 0);
    // Asked for all, it reads the others alone; the same sample again, nothing.
    const seen: number[] = [];
    const counted = (given: Parameters<typeof read>[1]) =>
      engine.call("analyze", options({ models: [MODEL], keepsRuns: true, ...given }), {
        part: (part) => part.kind === "model" && seen.push(part.cells),
      });
    await counted({ sample: 20 });
    expect(seen.reduce((a, b) => a + b, 0)).toBe(0);
    const report = await counted({});
    expect(seen.reduce((a, b) => a + b, 0)).toBe(CELLS - 20);
    expect(report.runs[0]).toMatchObject({ cells: CELLS, asked: CELLS, finished: true });
    const whole = await engine.call("scores", { model: MODEL, phenotype: "cell_type" });
    expect(whole.probability).toEqual(all.scores.probability);
    expect((await engine.call("summary", { model: MODEL, phenotype: "cell_type" })).all).not.toHaveProperty("sampled");
  });

  test("is asked for a whole number of cells, and parts of an analysis for all of theirs", async () => {
    const engine = await open(fixtures.csr!, [MODEL]);
    for (const sample of [0, 1.5])
      await expect(engine.call("analyze", options({ models: [MODEL], sample }))).rejects.toMatchObject({ code: "bad-input" });
    const part = engine.call("analyzePart", { ...options({ models: [MODEL], sample: 5 }), range: { first: 0, count: 10 } });
    await expect(part).rejects.toMatchObject({ code: "bad-input", message: expect.stringContaining("no sample") as string });
  });

  test("draws from the labels of a quick model, rare ones first", async () => {
    const made = await plantedFile({ cell_type: Array.from({ length: 300 }, () => "x") });
    const label = (cell: number) => (cell % 100 === 7 ? 2 : Number(cell >= 200));
    const logits = Float32Array.from(
      Array.from({ length: 300 }, (_, cell) => [0, 1, 2].map((code) => (code === label(cell) ? 9 : 0))).flat(),
    );
    const head = { phenotype: "cell_type", temperature: 1, classes: ["A", "B", "C"].map((one) => ({ label: one, ontologyId: "" })) };
    addModel(made, "quick", head, logits);
    const { cells, strata } = cellOrder(made.core, made.file, made.file.analyzed, 1, 40);
    expect([...cells].sort((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, cell) => cell));
    const first = [...cells.subarray(0, strata.count)];
    expect(new Set(first.map((cell) => strata.of[cell])).size).toBe(strata.count);
    expect(label(first[0]!)).toBe(2);
    // Without a quick model, cells are one stratum.
    expect(cellOrder(made.core, made.file, { results: new Map() } as Analyzed, 1, 40).strata.count).toBe(1);
  });
});

test("is read in the order of the file where it can be read no other way, and says why", () => {
  expect(onlyInOrder(readLike(plan()), "X")).toBe("");
  expect(onlyInOrder(readLike(plan({ span: 1000 })), "X")).toBe("");
  expect(onlyInOrder(readLike(plan({ span: 400 })), "X")).toMatch(/stored by genes/);
  expect(onlyInOrder(readLike(plan(), 100), "X")).toMatch(/over the network/);
  const shape = { ...plan().shape, stored: 1e8 };
  expect(onlyInOrder(readLike(plan({ grain: 1_000_000, shape })), "X")).toMatch(/compressed in pieces of 1,000,000/);
  expect(
    onlyInOrder(
      readLike(
        plan({
          parts: [
            { first: 0, ...plan() },
            { first: 9, ...plan({ span: 4 }) },
          ],
        }),
      ),
      "X",
    ),
  ).toMatch(/by genes/);
});

test("is read in blocks of the file without the cells that are known, as many as are wanted", () => {
  const groups = [
    [
      { first: 0, count: 4 },
      { first: 4, count: 4 },
    ],
    [{ first: 8, count: 2 }],
  ];
  const blocks = (isLeft: (cell: number) => boolean, most: number) =>
    blocksOfRest(groups, isLeft, most).map((group) => group.map(({ first, count, chosen }) => [first, count, ...(chosen?.cells ?? [])]));
  expect(blocks(() => true, Infinity)).toEqual([
    [
      [0, 4],
      [4, 4],
    ],
    [[8, 2]],
  ]);
  expect(blocks((cell) => cell !== 5 && cell < 8, 100)).toEqual([
    [
      [0, 4],
      [4, 4, 4, 6, 7],
    ],
  ]);
  expect(blocks((cell) => cell > 1, 3)).toEqual([
    [
      [0, 4, 2, 3],
      [4, 4, 4],
    ],
  ]);
});

test("is read in blocks of cells in their order, none of which spans two files", () => {
  const shape = { ...plan().shape, cells: 10 };
  const file = readLike(
    plan({
      parts: [
        { first: 0, ...plan({ shape }) },
        { first: 10, ...plan({ shape }) },
      ],
    }),
  );
  const blocks = blocksInOrder(Uint32Array.of(15, 3, 9, 11, 0, 18, 4), 3, file, "X");
  expect(blocks.map(([block]) => [...block!.chosen!.cells])).toEqual([[0, 3, 9], [11, 15, 18], [4]]);
  expect(blocks.map(([block]) => [block!.first, block!.count])).toEqual([
    [0, 10],
    [11, 8],
    [4, 1],
  ]);
  // Cells that are decoded together are read together: 500 values at 5,000 a cell are less than one.
  expect(blocks[0]![0]!.chosen!.gap).toBe(0);
  expect(blocksInOrder(Uint32Array.of(1), 3, readLike(plan()), "X")[0]![0]!.chosen!.gap).toBe(10);
});
