import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { QUALITY_METRICS, type VariableGenes } from "../../web/src/pipeline/survey";
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

/** The same genes, but for those whose score is that of the last one chosen. */
function expectChosen({ chosen, score }: VariableGenes, expected: number[]): void {
  expect(chosen.length).toBe(expected.length);
  const last = score[chosen.at(-1)!]!;
  const isTie = (gene: number) => Math.abs(score[gene]! - last) < 1e-9 * Math.abs(last);
  const own = new Set(chosen);
  const theirs = new Set(expected);
  expect([...own].filter((gene) => !theirs.has(gene) && !isTie(gene))).toEqual([]);
  expect([...theirs].filter((gene) => !own.has(gene) && !isTie(gene))).toEqual([]);
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
    expectChosen(seurat, expected.seurat.chosen);
    const v3 = await engine.call("variableGenes", { matrix: "X", mask: null, lanes: 2, flavour: "seurat_v3", top: 2000, column: null });
    expect(worst(v3.mean, expected.seurat_v3.mean, expected.seurat_v3.every)).toBeLessThan(1e-4);
    expect(worst(v3.score, expected.seurat_v3.score, expected.seurat_v3.every)).toBeLessThan(1e-4);
    expectChosen(v3, expected.seurat_v3.chosen);
    const anova = await engine.call("variableGenes", { matrix: "X", mask: null, lanes: 2, flavour: "anova", top: 100, column: "cell_type" });
    expect(worst(anova.score, expected.anova.score, expected.anova.every)).toBeLessThan(1e-3);
  });

  test.each(NAMES.flatMap((name) => (["log1p", "rank-normal"] as const).map((scale) => ({ name, scale }))))("components of $name by $scale are scikit-learn's", async ({ name, scale }) => {
    const expected = expectedOf(name);
    await engine.call("open", { source: { kind: "path", path: dataFile(expected.file) } });
    const report = await engine.call("surveyComponents", { matrix: "X", mask: null, lanes: 2, genes: Int32Array.from(expected.seurat.chosen), scale, components: 50 });
    expect(worst(report.variance, expected[scale].variance)).toBeLessThan(1e-5);
    const { components, scores } = await engine.call("componentScores", {});
    const { every, of } = expected[scale];
    const found = Array.from({ length: expected[scale].scores.length }, (_, i) => scores[Math.floor(i / of.length) * every * components + of[i % of.length]]!);
    // A component's sign is free, and a cell near its middle has no relative size: what differs is held against the component's deviation.
    of.forEach((component: number, k: number) => {
      const deviation = Math.sqrt(expected[scale].variance[component]);
      const own = found.filter((_, i) => i % of.length === k);
      const theirs = expected[scale].scores.filter((_: number, i: number) => i % of.length === k);
      const differs = (sign: number) => Math.max(...own.map((value, i) => Math.abs(value * sign - theirs[i]))) / deviation;
      expect(Math.min(differs(1), differs(-1)), `component ${component}`).toBeLessThan(1e-4);
    });
  });
});
