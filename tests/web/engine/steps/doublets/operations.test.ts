import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { seeded } from "../../../../../scripts/lib/random.mjs";
import { writeH5ad } from "../../../../../scripts/lib/write-h5ad.mjs";
import { DOUBLET_SCORE_COLUMN, PREDICTED_DOUBLET_COLUMN, type DoubletReport } from "../../../../../web/src/contract/doublets";
import { runToEnd } from "../../../support/command-line";
import { scratch } from "../../../support/data";
import { hasCore, useEngine, type TestEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const GENES = 240;
const EACH = 160;
const PLANTED = 20;
/** Cells of one large sample after another, each with its doublets last; then a sample of 30 cells, and 5 cells of none. */
const SAMPLES = ["a", "b"];
const OWN = EACH + PLANTED;
const CELLS = SAMPLES.length * OWN + 35;
const sampleOf = (cell: number) => SAMPLES[Math.floor(cell / OWN)] ?? (cell < CELLS - 5 ? "few" : "unknown");
const typeOf = (cell: number) => (cell % OWN) % 3;
const isPlanted = (cell: number) => cell < SAMPLES.length * OWN && cell % OWN >= EACH;

function made(): Float32Array {
  const random = seeded(21);
  const rate = Array.from({ length: GENES }, () => 0.3 * Math.exp(random.normal()));
  const values = new Float32Array(CELLS * GENES);
  for (let cell = 0; cell < CELLS; cell++)
    for (let gene = 0; gene < GENES; gene++) {
      const first = cell - (cell % OWN);
      // A doublet is of the first cells of its sample: two types.
      values[cell * GENES + gene] = isPlanted(cell)
        ? values[(first + (cell % OWN) - EACH) * GENES + gene]! + values[(first + (cell % OWN) - EACH + 40) * GENES + gene]!
        : random.poisson(rate[gene]! * (gene % 12 === typeOf(cell) ? 12 : 1));
    }
  return values;
}

const asked = { matrix: "X", mask: null, lanes: 2, samples: "sample", rate: 0.1, seed: 3 };

describe.skipIf(!hasCore)("doublet scores", () => {
  const { open } = useEngine();
  const path = join(scratch(), "doublets.h5ad");
  let engine: TestEngine;
  let report: DoubletReport;
  let scores: Float32Array;
  beforeAll(async () => {
    const values = made();
    await writeH5ad(path, {
      X: { values },
      layers: { log: { values: values.map((value) => Math.log1p(value * 3.3)) } },
      obs: {
        index: Array.from({ length: CELLS }, (_, cell) => `cell-${cell}`),
        columns: {
          sample: Array.from({ length: CELLS }, (_, cell) => sampleOf(cell)),
          type: Array.from({ length: CELLS }, (_, cell) => `t${typeOf(cell)}`),
        },
      },
      var: { index: Array.from({ length: GENES }, (_, gene) => `GENE${gene}`) },
    });
    engine = await open(path);
    report = await engine.call("findDoublets", asked);
    ({ scores } = await engine.call("doubletScores", {}));
  });

  test("planted doublets stand out within their samples; small samples and cells of none have no score, and it is said", () => {
    const places = [...scores.keys()].filter((cell) => !Number.isNaN(scores[cell]!)).sort((a, b) => scores[b]! - scores[a]!);
    expect(places).toHaveLength(SAMPLES.length * OWN);
    expect(places.slice(0, 2 * PLANTED).filter(isPlanted).length).toBeGreaterThan(1.6 * PLANTED);
    expect(report).toMatchObject({ scored: SAMPLES.length * OWN, column: "sample", threshold: null });
    const few = report.samples.find(({ name }) => name === "few")!;
    expect(few).toMatchObject({ cells: 30, why: "30 cells, fewer than 100", flagged: 0, detectable: null });
    expect(report.notes).toEqual(["Without scores: few (30 cells, fewer than 100).", "35 of 395 cells have no score."]);
    for (const { name, neighbors } of report.samples.filter(({ why }) => why === null)) expect([name, neighbors]).toEqual([name, 21]);
    const { observed, simulated } = report.histogram;
    expect(observed.reduce((sum, n) => sum + n, 0)).toBe(SAMPLES.length * OWN);
    expect(simulated.reduce((sum, n) => sum + n, 0)).toBe(2 * SAMPLES.length * OWN);
  });

  test("the same for any number of lanes, another for another seed", async () => {
    for (const lanes of [1, 3]) {
      await engine.call("findDoublets", { ...asked, lanes });
      expect((await engine.call("doubletScores", {})).scores).toEqual(scores);
    }
    await engine.call("findDoublets", { ...asked, seed: 4 });
    expect((await engine.call("doubletScores", {})).scores).not.toEqual(scores);
    await engine.call("findDoublets", asked);
  });

  test("the threshold moves calls, columns and groups", async () => {
    const threshold = 0.3;
    const above = scores.reduce((sum, score) => sum + Number(score > threshold), 0);
    const moved = await engine.call("callDoublets", { threshold });
    expect(moved).toMatchObject({ threshold, flagged: above });
    const column = await engine.call("column", { name: PREDICTED_DOUBLET_COLUMN });
    const codes = "codes" in column ? column.codes : new Int32Array();
    expect(Array.from(codes)).toEqual(Array.from(scores, (score) => (Number.isNaN(score) ? -1 : Number(score > threshold))));
    expect(await engine.call("column", { name: DOUBLET_SCORE_COLUMN })).toMatchObject({ kind: "number", values: scores });
    const groups = await engine.call("doubletGroups", { by: { kind: "column", column: "type" } });
    expect(groups.map(({ name }) => name)).toEqual(["t0", "t1", "t2"]);
    expect(groups.reduce((sum, { flagged }) => sum + flagged, 0)).toBe(above);
    expect(groups.reduce((sum, { cells }) => sum + cells, 0)).toBe(CELLS);
    const own = [...scores.keys()].filter((cell) => typeOf(cell) === 1 && !Number.isNaN(scores[cell]!));
    const sorted = own.map((cell) => scores[cell]!).sort((a, b) => a - b);
    expect(groups[1]!.medianScore).toBeCloseTo((sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2, 6);
    // Annotate reads them too.
    const types = Int32Array.from({ length: CELLS }, (_, cell) => typeOf(cell));
    const { rows } = await engine.call("annotationRows", {
      matrix: "X",
      groups: { by: "type", names: ["t0", "t1", "t2"], codes: types },
      models: [],
      lanes: 2,
    });
    expect(rows.map(({ doublets }) => doublets)).toEqual(
      groups.map(({ flagged, scored, medianScore }) => ({ median: medianScore, share: flagged / scored })),
    );
    await expect(engine.call("callDoublets", { threshold: 2 })).rejects.toMatchObject({ code: "bad-input" });
  });

  test("where doublets cannot be scored, it is said why", async () => {
    const refused = async (more: Partial<Parameters<typeof engine.call<"findDoublets">>[1]>, words: string) =>
      expect(engine.call("findDoublets", { ...asked, ...more })).rejects.toMatchObject({
        code: "bad-input",
        message: expect.stringContaining(words),
      });
    await refused({ matrix: "layers/log" }, "layers/log holds log-normalised values; choose a matrix of counts");
    await refused({ samples: "lane" }, "no column obs/lane");
    await refused({ rate: 0 }, "between 0 and 1");
    const mask = Uint8Array.from({ length: CELLS }, (_, cell) => Number(cell < 60));
    await refused({ mask }, "a: 60 cells, fewer than 100");
    const fresh = await open(path);
    await expect(fresh.call("doubletScores", {})).rejects.toMatchObject({ message: "Doublets have not been scored yet." });
  });

  test("the command line writes the same", async () => {
    const out = join(scratch(), "out");
    const words = ["survey", path, "--doublets", "--doublet-rate", "0.1", "--seed", "3", "--lanes", "2", "--group", "type", "--out", out];
    expect(await runToEnd([...words, "--genes", "100", "--components", "10"])).toMatchObject({ status: 0 });
    const lines = readFileSync(join(out, "doublets.csv"), "utf8").trimEnd().split("\n");
    expect(lines[0]).toBe("cell_id,doublet_score,predicted_doublet");
    const written = lines.slice(1).map((line) => line.split(",")[1]!);
    expect(written.map((text) => (text === "" ? NaN : Math.fround(Number(text))))).toEqual(
      Array.from(scores, (score) => Math.fround(Number(score.toPrecision(7)))),
    );
    const { doublets } = JSON.parse(readFileSync(join(out, "summary.json"), "utf8")) as { doublets: Record<string, unknown> };
    expect(doublets).toMatchObject({ samples_by: "sample", expected_rate: 0.1, threshold: "automatic", scored: SAMPLES.length * OWN });
    expect((await runToEnd(["survey", path, "--samples", "sample", "--out", out])).stderr).toContain("go with --doublets");
  });
});
