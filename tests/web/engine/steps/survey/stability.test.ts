import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { seeded } from "../../../../../scripts/lib/random.mjs";
import { writeH5ad } from "../../../../../scripts/lib/write-h5ad.mjs";
import type { SurveyStep } from "../../../../../web/src/contract/operations/survey";
import { bestJaccard } from "../../../../../web/src/engine/steps/survey/stability";
import { scratch } from "../../../support/data";
import { hasCore, useEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 120_000 });

test("each cluster's largest Jaccard index is the naive one", () => {
  const [first, second] = [Int32Array.of(0, 0, 0, 1, 1, 1, 3), Int32Array.of(0, 0, 1, 1, 1, 2, 2)];
  const places = (codes: Int32Array, code: number) => new Set([...codes.keys()].filter((i) => codes[i] === code));
  const naive = [0, 1, 2, 3].map((code) => {
    const own = places(first, code);
    if (own.size === 0) return NaN;
    return Math.max(
      ...[0, 1, 2].map((other) => {
        const theirs = places(second, other);
        const shared = [...own].filter((i) => theirs.has(i)).length;
        return shared / (own.size + theirs.size - shared);
      }),
    );
  });
  expect([...bestJaccard(first, second, 4)]).toEqual(naive);
});

describe.skipIf(!hasCore)("stability of clusters", () => {
  const { start } = useEngine();

  test.each([
    ["three populations", 3],
    ["one population", 1],
  ])("%s: clusters are told before their markers, stable or not", async (_, kinds) => {
    const [cells, genes] = [450, 150];
    const random = seeded(3);
    const rate = Array.from({ length: genes }, () => Math.exp(random.normal()));
    const values = Float32Array.from({ length: cells * genes }, (_value, i) => {
      const [cell, gene] = [Math.floor(i / genes), i % genes];
      return random.poisson(rate[gene]! * (kinds > 1 && gene % kinds === cell % kinds && gene < 60 ? 6 : 1));
    });
    const path = join(scratch(), `${kinds}.h5ad`);
    await writeH5ad(path, {
      X: { values },
      obs: { index: Array.from({ length: cells }, (_value, i) => `c${i}`), columns: {} },
      var: { index: Array.from({ length: genes }, (_value, i) => `GENE${i}`) },
    });
    const engine = start();
    await engine.call("models", { base: "" });
    await engine.call("open", { source: { kind: "path", path } });
    const all: SurveyStep = { matrix: "X", mask: null, lanes: 2 };
    const every = Int32Array.from({ length: genes }, (_value, i) => i);
    await engine.call("surveyComponents", { ...all, genes: every, scale: "log1p", components: 10 });
    await engine.call("surveyNeighbors", { matrix: "X", of: { kind: "components" }, mask: null, k: 15, seed: 1, lanes: 2 });
    const { clusters } = await engine.call("surveyClusters", { resolution: kinds > 1 ? 0.3 : 1, seed: 1 });
    const markers = () =>
      engine.call("surveyMarkers", { ...all, by: { kind: "clusters" }, donors: null, ranks: true, most: 0, seed: 1, order: "z" });
    const report = await markers();
    const stability = report.groups.map((group) => group.stability!);
    expect(report.notes[0]).toContain("they are no evidence that a cluster is a population of its own");
    if (kinds > 1) {
      expect(clusters).toBe(3);
      expect(Math.min(...stability)).toBeGreaterThan(0.95);
      expect(report.notes[1]).toContain("all are stable");
    } else {
      // Nothing is there, and yet clusters have markers.
      expect(report.top.some(([best]) => best!.zQ < 0.05)).toBe(true);
      expect(Math.max(...stability)).toBeLessThan(0.6);
      expect(report.notes[1]).toContain("unstable (Jaccard index under .6): 0 (");
    }
    // The same seed, the same subsamples.
    expect((await markers()).groups.map((group) => group.stability)).toEqual(stability);
  });
});
