import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { writeH5ad } from "../../../../../scripts/lib/write-h5ad.mjs";
import { seeded } from "../../../../../scripts/lib/random.mjs";
import type { Progress, Reading } from "../../../../../web/src/contract/types";
import { scratch } from "../../../support/data";
import { hasCore, options, useEngine, type TestEngine } from "../../../support/engine";
import { GENES } from "../../../support/two-matrices";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const CELLS = 24;
const MODEL = "tiny-random";

describe.skipIf(!hasCore)("files added and removed", () => {
  const engines = useEngine();
  const paths: string[] = [];

  beforeAll(async () => {
    const folder = scratch();
    const random = seeded(3);
    for (const name of ["a", "b", "c"]) {
      paths.push(join(folder, `${name}.h5ad`));
      await writeH5ad(paths.at(-1)!, {
        X: { values: Float32Array.from({ length: CELLS * GENES.length }, () => random.poisson(0.4)) },
        obs: { index: Array.from({ length: CELLS }, (_, i) => `${name}${i}`) },
        var: { index: GENES, text: { other: GENES.toReversed() } },
      });
    }
  });

  const open = (engine: TestEngine, files: number[], reading: Reading = {}) =>
    engine.call("open", {
      source: { kind: "study", files: files.map((file) => ({ source: { kind: "path", path: paths[file]! } })) },
      reading,
    });

  /** Cells that each step passed over. */
  async function analyzed(engine: TestEngine) {
    const totals = new Map<string, number>();
    const progress = ({ step, total, unit }: Progress) => unit === "cells" && totals.set(step, total);
    const report = await engine.call("analyze", options({ models: [MODEL], lanes: 1 }), { progress });
    const scores = await engine.call("scores", { model: MODEL, phenotype: "cell_type" });
    const embedding = await engine.call("embedding", { model: MODEL, first: 0, count: 200 });
    return { totals, scores, embedding, survey: report.survey, cells: report.runs.map(({ cells }) => cells) };
  }

  test("only new cells are read, and the results are those of a fresh start", async () => {
    const engine = engines.start();
    await engine.conductor.models.addNamed(MODEL);
    await open(engine, [0, 1]);
    const first = await analyzed(engine);
    expect([first.totals.get("survey"), first.totals.get(MODEL)]).toEqual([2 * CELLS, 2 * CELLS]);
    await open(engine, [1, 2]);
    const later = await analyzed(engine);
    // The second file's cells lie elsewhere now; the third's alone are new.
    expect([later.totals.get("survey"), later.totals.get(MODEL)]).toEqual([CELLS, CELLS]);

    const fresh = engines.start();
    await fresh.conductor.models.addNamed(MODEL);
    await open(fresh, [1, 2]);
    const { scores, embedding, survey, cells } = await analyzed(fresh);
    expect(later.scores).toEqual(scores);
    expect(later.embedding).toEqual(embedding);
    expect(later.survey).toEqual(survey);
    expect(later.cells).toEqual(cells);

    // Where nothing is new, nothing is read.
    await open(engine, [2]);
    const alone = await analyzed(engine);
    expect(alone.totals.size).toBe(0);
    expect(alone.survey.cells).toBe(CELLS);
  });
  test("files whose genes are named by another column are read anew", async () => {
    const engine = engines.start();
    await engine.conductor.models.addNamed(MODEL);
    await open(engine, [0, 1]);
    await analyzed(engine);
    await open(engine, [0, 1], { genesFrom: "other" });
    expect((await analyzed(engine)).totals.get(MODEL)).toBe(2 * CELLS);
  });
});
