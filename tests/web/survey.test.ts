import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { QUALITY_METRICS } from "../../web/src/pipeline/survey";
import { dataFile, hasData } from "./data";
import { bundle, hasCore, startEngine, type TestEngine } from "./engine";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const NAMES = ["pbmc3k", "kang", "darmanis"] as const;
const expectedOf = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, `survey-expected/${name}.json`), "utf8"));

/** The largest difference relative to what was expected; null stands for NaN. */
function worst(found: ArrayLike<number>, expected: (number | null)[], every = 1, floor = 1e-9): number {
  return expected.reduce<number>((most, value, i) => {
    const own = found[i * every]!;
    if (value === null || Number.isNaN(own)) return value === null && Number.isNaN(own) ? most : Infinity;
    return Math.max(most, Math.abs(own - value) / Math.max(Math.abs(value), floor));
  }, 0);
}

describe.skipIf(!hasCore || !hasData)("the survey is scanpy's", () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = startEngine(await bundle("survey"));
    await engine.call("models", { base: "" });
  });
  afterAll(() => engine.conductor.terminate());

  test.each(NAMES)("quality and variable genes of %s", async (name) => {
    const expected = expectedOf(name);
    await engine.call("open", { source: { kind: "path", path: dataFile(expected.file) } });
    const report = await engine.call("surveyQuality", { matrix: "X", mads: 3, lanes: 2 });
    expect(report.metrics.map(({ metric }) => metric)).toEqual(QUALITY_METRICS);
    for (const metric of QUALITY_METRICS) {
      const { values } = await engine.call("qualityValues", { metric });
      expect(worst(values, expected.quality[metric], expected.quality.every), metric).toBeLessThan(1e-5);
    }
    const seurat = await engine.call("variableGenes", { matrix: "X", mask: null, lanes: 2, flavour: "seurat", top: 2000, column: null });
    expect(worst(seurat.mean, expected.seurat.mean, expected.seurat.every)).toBeLessThan(1e-4);
    expect(worst(seurat.score, expected.seurat.score, expected.seurat.every, 0.01)).toBeLessThan(1e-4);
    expect([...seurat.chosen].sort((a, b) => a - b)).toEqual(expected.seurat.chosen);
  });
});
