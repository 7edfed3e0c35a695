import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import { QUALITY_METRICS, type MarkerRow, type VariableGenes } from "../../../../../web/src/contract/survey";
import { dataFile, hasData } from "../../../support/data";
import { randIndex, trustworthiness } from "../../../support/grouping";
import { hasCore, useEngine, type TestEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

const NAMES = ["pbmc3k", "kang", "darmanis"] as const;
const expectedOf = (name: string) => JSON.parse(readFileSync(join(root, `tests/web/expected/survey/${name}.json`), "utf8"));

/** The largest difference relative to what was expected; null stands for NaN. */
function worst(found: ArrayLike<number>, expected: (number | null)[], every = 1, floor = 1e-9): number {
  return expected.reduce<number>((most, value, i) => {
    const own = found[i * every]!;
    if (value === null || Number.isNaN(own)) return value === null && Number.isNaN(own) ? most : Infinity;
    return Math.max(most, Math.abs(own - value) / Math.max(Math.abs(value), floor));
  }, 0);
}

interface ExpectedMarkers {
  mean: number[];
  fraction: number[];
  auc: number[];
  logfoldchanges: number[];
  "t-test": { scores: number[]; pvals: number[]; qvals: number[] };
  wilcoxon: { scores: number[]; pvals: number[]; qvals: number[] };
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
  const { start } = useEngine();
  let engine: TestEngine;
  beforeAll(async () => {
    engine = start();
    await engine.call("models", { base: "" });
  });

  test.each(NAMES)("quality and variable genes of %s", async (name) => {
    const expected = expectedOf(name);
    await engine.call("open", { source: { kind: "path", path: dataFile(expected.file) } });
    const report = await engine.call("surveyQuality", { matrix: "X", mads: 3, lanes: 2 });
    expect(report.metrics.map(({ metric }) => metric)).toEqual(QUALITY_METRICS);
    for (const metric of QUALITY_METRICS) {
      const { values } = await engine.call("qualityValues", { metric });
      // Where no gene is known to be one, scanpy says 0 and we say nothing.
      const isUnknown = (metric === "mitochondrial" && !report.mitochondrialGenes) || (metric === "ribosomal" && !report.ribosomalGenes);
      if (isUnknown) expect(values.every(Number.isNaN), metric).toBe(true);
      else expect(worst(values, expected.quality[metric], expected.quality.every), metric).toBeLessThan(1e-5);
    }
    const seurat = await engine.call("variableGenes", { matrix: "X", mask: null, lanes: 2, flavour: "seurat", top: 2000, column: null });
    expect(worst(seurat.mean, expected.seurat.mean, expected.seurat.every)).toBeLessThan(1e-4);
    expect(worst(seurat.score, expected.seurat.score, expected.seurat.every, 0.01)).toBeLessThan(1e-4);
    expectChosen(seurat, expected.seurat.chosen);
    const v3 = await engine.call("variableGenes", { matrix: "X", mask: null, lanes: 2, flavour: "seurat_v3", top: 2000, column: null });
    expect(worst(v3.mean, expected.seurat_v3.mean, expected.seurat_v3.every)).toBeLessThan(1e-4);
    expect(worst(v3.score, expected.seurat_v3.score, expected.seurat_v3.every)).toBeLessThan(1e-4);
    expectChosen(v3, expected.seurat_v3.chosen);
    const anova = await engine.call("variableGenes", {
      matrix: "X",
      mask: null,
      lanes: 2,
      flavour: "anova",
      top: 100,
      column: "cell_type",
    });
    expect(worst(anova.score, expected.anova.score, expected.anova.every)).toBeLessThan(1e-3);
  });

  test.each(NAMES)("clusters and the layout of %s are worth what scanpy's are", async (name) => {
    const expected = expectedOf(name);
    await engine.call("open", { source: { kind: "path", path: dataFile(expected.file) } });
    await engine.call("surveyComponents", {
      matrix: "X",
      mask: null,
      lanes: 2,
      genes: Int32Array.from(expected.seurat.chosen),
      scale: "log1p",
      components: 50,
    });
    const { scores } = await engine.call("componentScores", {});
    const near = await engine.call("surveyNeighbors", { matrix: "X", of: { kind: "components" }, mask: null, k: 15, seed: 1, lanes: 2 });
    expect(near).toMatchObject({ cells: scores.length / 50, dims: 50, k: 15 });
    for (const [resolution, theirs] of Object.entries<{ codes: number[]; modularity: number }>(expected.graph.leiden)) {
      const own = await engine.call("surveyClusters", { resolution: Number(resolution), seed: 1 });
      expect(own.modularity).toBeGreaterThan(theirs.modularity * 0.995);
      expect(own.sizes.reduce((sum, size) => sum + size)).toBe(near.cells);
      expect(randIndex(own.codes, theirs.codes), `ARI at ${resolution}`).toBeGreaterThan(0.75);
      expect((await engine.call("surveyClusters", { resolution: Number(resolution), seed: 1 })).codes).toEqual(own.codes);
    }
    const agreement = await engine.call("clusterAgreement", { column: "cell_type" });
    expect(agreement.table.reduce((sum, cells) => sum + cells)).toBe(agreement.cells);
    const { xy } = await engine.call("surveyLayout", { seed: 1, minDist: 0.5, epochs: 0 });
    expect(trustworthiness(scores, 50, xy, 15)).toBeGreaterThan(expected.graph.trustworthiness - 0.01);
  });

  test.each(NAMES)("markers of %s are those of rank_genes_groups", async (name) => {
    const expected = expectedOf(name);
    await engine.call("open", { source: { kind: "path", path: dataFile(expected.file) } });
    const by = { kind: "column", column: "cell_type" } as const;
    const report = await engine.call("surveyMarkers", {
      matrix: "X",
      mask: null,
      lanes: 2,
      by,
      donors: null,
      ranks: true,
      most: 0,
      seed: 1,
      order: "z",
    });
    const groups = Object.entries<ExpectedMarkers>(expected.markers.groups);
    expect(report.groups.map(({ name: group }) => group).sort()).toEqual(groups.map(([group]) => group).sort());
    for (const [group, theirs] of groups) {
      const place = report.groups.findIndex((one) => one.name === group);
      const { rows, total } = await engine.call("markerRows", { group: place, order: "z", first: 0, count: report.genes });
      expect(total).toBe(report.genes);
      expect(rows.slice(0, 10)).toEqual(report.top[place]);
      const own = rows.slice().sort((a, b) => a.gene - b.gene);
      const every = expected.markers.every;
      const check = (column: keyof MarkerRow, values: number[], tolerance: number, floor: number) => {
        expect(
          worst(
            own.map((row) => row[column] as number),
            values,
            every,
            floor,
          ),
          `${group}: ${column}`,
        ).toBeLessThan(tolerance);
      };
      check("mean", theirs.mean, 1e-5, 1e-3);
      check("fraction", theirs.fraction, 1e-6, 1e-6);
      // Genes that one side lacks have a fold change of the 1e-9 that is added, which single precision does not carry.
      check("logFoldChange", theirs.logfoldchanges, 1e-3, 1);
      check("t", theirs["t-test"].scores, 1e-4, 1);
      check("tP", theirs["t-test"].pvals, 1e-3, 1e-30);
      check("tQ", theirs["t-test"].qvals, 1e-3, 1e-30);
      check("z", theirs.wilcoxon.scores, 1e-3, 1);
      check("zP", theirs.wilcoxon.pvals, 1e-2, 1e-30);
      check("zQ", theirs.wilcoxon.qvals, 1e-2, 1e-30);
      check("auc", theirs.auc, 1e-4, 1);
    }
    // The dot plot reads the same sums; the violin reads the cells.
    const genes = report.top[0]!.slice(0, 3).map(({ symbol }) => symbol);
    const dots = await engine.call("geneGroups", { matrix: "X", mask: null, lanes: 2, genes: [...genes, "NO-SUCH-GENE"], by });
    expect(dots.missing).toEqual(["NO-SUCH-GENE"]);
    const column = dots.groups.findIndex(({ name: group }) => group === report.groups[0]!.name);
    expect(dots.mean[column]).toBeCloseTo(report.top[0]![0]!.mean, 5);
    expect(dots.fraction[column]).toBeCloseTo(report.top[0]![0]!.fraction, 5);
    const violin = await engine.call("geneViolin", { matrix: "X", mask: null, lanes: 2, gene: expected.violin.gene, by, bins: 30 });
    const own = violin.groups.find(({ name: group }) => group === expected.violin.group)!;
    expect(Math.max(...expected.violin.counts.map((count: number, i: number) => Math.abs(count - own.counts[i]!)))).toBeLessThanOrEqual(1);
    expect(worst([own.min, own.q1, own.median, own.q3, own.max], expected.violin.quartiles)).toBeLessThan(1e-5);
    expect(worst(own.density, expected.violin.density, 1, 1e-3)).toBeLessThan(1e-3);
  });

  test.each(NAMES.flatMap((name) => (["log1p", "rank-normal"] as const).map((scale) => ({ name, scale }))))(
    "components of $name by $scale are scikit-learn's",
    async ({ name, scale }) => {
      const expected = expectedOf(name);
      await engine.call("open", { source: { kind: "path", path: dataFile(expected.file) } });
      const report = await engine.call("surveyComponents", {
        matrix: "X",
        mask: null,
        lanes: 2,
        genes: Int32Array.from(expected.seurat.chosen),
        scale,
        components: 50,
      });
      expect(worst(report.variance, expected[scale].variance)).toBeLessThan(1e-5);
      const { components, scores } = await engine.call("componentScores", {});
      const { every, of } = expected[scale];
      const found = Array.from(
        { length: expected[scale].scores.length },
        (_, i) => scores[Math.floor(i / of.length) * every * components + of[i % of.length]]!,
      );
      // A component's sign is free, and a cell near its middle has no relative size: what differs is held against the
      // component's deviation.
      of.forEach((component: number, k: number) => {
        const deviation = Math.sqrt(expected[scale].variance[component]);
        const own = found.filter((_, i) => i % of.length === k);
        const theirs = expected[scale].scores.filter((_: number, i: number) => i % of.length === k);
        const differs = (sign: number) => Math.max(...own.map((value, i) => Math.abs(value * sign - theirs[i]))) / deviation;
        expect(Math.min(differs(1), differs(-1)), `component ${component}`).toBeLessThan(1e-4);
      });
    },
  );
});
