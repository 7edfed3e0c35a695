import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import { dataFile, hasData, scratch } from "../../../support/data";
import { hasCore, useEngine } from "../../../support/engine";
import { plantDoublets } from "../../../support/planted-doublets";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

interface Case {
  file: string;
  column: string | null;
  rate: number;
  pairs: number[];
  auroc: number[];
}

const CASES = JSON.parse(readFileSync(join(root, "tests/web/expected/doublets.json"), "utf8")) as Case[];
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The share of pairs of a planted doublet (from `cells` on) and a cell in which the doublet has the larger score; ties half. */
function auroc(scores: Float32Array, cells: number): number {
  const known = Array.from(scores, (score, cell) => ({ score, isPlanted: cell >= cells })).filter(({ score }) => !Number.isNaN(score));
  known.sort((a, b) => a.score - b.score);
  let [ranks, planted] = [0, 0];
  for (let from = 0; from < known.length;) {
    let to = from;
    while (to < known.length && known[to]!.score === known[from]!.score) to++;
    for (let i = from; i < to; i++) {
      if (!known[i]!.isPlanted) continue;
      planted++;
      ranks += (from + to + 1) / 2;
    }
    from = to;
  }
  return (ranks - (planted * (planted + 1)) / 2) / (planted * (known.length - planted));
}

describe.skipIf(!hasCore || !hasData)("planted doublets", () => {
  const { open } = useEngine();

  test.each(CASES)("$file: found as well as by Scrublet", async ({ file, column, rate, pairs, auroc: expected }) => {
    const path = join(scratch(), "planted.h5ad");
    const cells = await plantDoublets(dataFile(file), path, pairs, column);
    const engine = await open(path);
    const found = await engine.call("findDoublets", { matrix: "X", mask: null, lanes: 2, samples: column, rate, seed: 1 });
    const { scores, predicted } = await engine.call("doubletScores", {});
    const own = auroc(scores, cells);
    if (process.env.SHOW)
      process.stderr.write(
        `${file} ours ${own.toFixed(4)} ${JSON.stringify(expected)} ${found.seconds.toFixed(1)} s, flagged ${found.flagged}\n`,
      );
    expect(Math.abs(own - mean(expected))).toBeLessThan(0.01);
    expect(predicted.reduce((sum, one) => sum + one, 0)).toBe(found.flagged);
  });
});
