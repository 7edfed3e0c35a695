import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { seeded } from "../../../../../scripts/lib/random.mjs";
import { writeH5ad } from "../../../../../scripts/lib/write-h5ad.mjs";
import type { SurveyStep } from "../../../../../web/src/contract/operations/survey";
import type { Grouping } from "../../../../../web/src/contract/survey";
import { scratch } from "../../../support/data";
import { hasCore, useEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 120_000 });

const [CELLS, GENES] = [450, 150];
const ALL: SurveyStep = { matrix: "X", mask: null, lanes: 2 };

describe.skipIf(!hasCore)("count splitting", () => {
  const { start } = useEngine();

  /** Clusters of negative binomial counts of size 2; a population has 20 genes of six times the rate. */
  async function clustered(name: string, populations: number, isLog = false) {
    const random = seeded(3);
    const rate = Array.from({ length: GENES }, () => Math.exp(random.normal()));
    const counts = Float32Array.from({ length: CELLS * GENES }, (_value, i) => {
      const [cell, gene] = [Math.floor(i / GENES), i % GENES];
      const isMarker = populations > 1 && gene < 60 && gene % populations === cell % populations;
      return random.poisson(((rate[gene]! * random.gamma(2)) / 2) * (isMarker ? 6 : 1));
    });
    const logs = (value: number, i: number) => {
      const cell = Math.floor(i / GENES) * GENES;
      return Math.log1p((1e4 * value) / counts.subarray(cell, cell + GENES).reduce((sum, one) => sum + one, 0));
    };
    const path = join(scratch(), `split-${name}.h5ad`);
    await writeH5ad(path, {
      X: { values: isLog ? counts.map(logs) : counts },
      obs: {
        index: Array.from({ length: CELLS }, (_value, i) => `c${i}`),
        columns: { side: Array.from({ length: CELLS }, (_value, i) => `s${i % 2}`) },
      },
      var: { index: Array.from({ length: GENES }, (_value, i) => `GENE${i}`) },
    });
    const engine = start();
    await engine.call("models", { base: "" });
    await engine.call("open", { source: { kind: "path", path } });
    await engine.call("variableGenes", { ...ALL, flavour: "seurat", top: 120, column: null });
    await engine.call("surveyComponents", { ...ALL, genes: null, scale: "log1p", components: 10 });
    await engine.call("surveyNeighbors", { matrix: "X", of: { kind: "components" }, mask: null, k: 15, seed: 1, lanes: 2 });
    await engine.call("surveyClusters", { resolution: populations > 1 ? 0.3 : 1, seed: 1 });
    return {
      markers: (split: boolean, by: Grouping = { kind: "clusters" }) =>
        engine.call("surveyMarkers", { ...ALL, by, donors: null, ranks: true, most: 0, seed: 1, order: "z", split }),
      rows: async (group: number) => (await engine.call("markerRows", { group, order: "z", first: 0, count: GENES })).rows,
    };
  }

  test("three populations: clusters of half the counts stand for them, and their markers are found in the other half", async () => {
    const { markers, rows } = await clustered("three", 3);
    const plain = await markers(false);
    expect(plain.splitClusters).toBeNull();
    expect(plain.groups.map(({ splitJaccard }) => splitJaccard)).toEqual([null, null, null]);
    const before = await rows(0);
    expect(before.every(({ splitQ }) => Number.isNaN(splitQ))).toBe(true);
    const report = await markers(true);
    expect(report.splitClusters).toBe(3);
    expect(report.notes.join(" ")).toContain("one half of the counts gives 3 clusters. All are found again.");
    expect(Math.min(...report.groups.map(({ splitJaccard }) => splitJaccard!))).toBeGreaterThan(0.9);
    const own = await rows(0);
    // The twenty largest are the population's, and still differ in half of their counts.
    expect(own.slice(0, 20).every(({ gene, splitQ }) => gene < 60 && splitQ < 0.01)).toBe(true);
    const others = own.filter(({ gene }) => gene >= 60);
    expect(others.filter(({ splitP }) => splitP < 0.05).length).toBeLessThan(0.2 * others.length);
    // Half of the counts tells less than all of them, and what is tested in all is as before: no lane still reads halves.
    expect(own.slice(0, 20).every(({ splitQ, zQ }) => splitQ > zQ)).toBe(true);
    expect(own.map(({ gene, zQ, t }) => [gene, zQ, t])).toEqual(before.map(({ gene, zQ, t }) => [gene, zQ, t]));
    await markers(true);
    expect(await rows(0)).toEqual(own);
    const column = await markers(true, { kind: "column", column: "side" });
    expect(column.splitClusters).toBeNull();
    expect(column.notes.join(" ")).toContain("Counts were not split: that is for clusters found here.");
  });

  test("one population: its clusters are not found again, and have no p of the other half", async () => {
    const { markers, rows } = await clustered("one", 1);
    const report = await markers(true);
    expect(report.top.some(([best]) => best!.zQ < 0.05)).toBe(true);
    const lost = report.groups.filter(({ splitJaccard }) => splitJaccard! < 0.5);
    expect(lost.length).toBeGreaterThan(0);
    expect(report.notes.join(" ")).toContain("Not found again (Jaccard index under .5), and without p and q (split): 0");
    for (const [place, { splitJaccard }] of report.groups.entries())
      expect((await rows(place)).every(({ splitQ }) => Number.isNaN(splitQ) === splitJaccard! < 0.5)).toBe(true);
  });

  test("logarithms cannot be split, which is said", async () => {
    const { markers } = await clustered("logs", 3, true);
    const report = await markers(true);
    expect(report.splitClusters).toBeNull();
    expect(report.notes.join(" ")).toContain("Counts were not split: X holds log-normalised values.");
  });
});
