import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { MARKER_OF, type AttributionRequest } from "../../../../../web/src/contract/operations/attribution";
import { makeFixtures } from "../../../../fixtures/make.mjs";
import { dataFile, hasData, scratch } from "../../../support/data";
import { hasCore, useEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const { analyzed } = useEngine();
let fixtures: Record<string, string>;
beforeAll(async () => {
  if (hasCore) fixtures = await makeFixtures(scratch());
});

const ask = (model: string, given: Partial<AttributionRequest> = {}): AttributionRequest => ({
  matrix: "X",
  model,
  phenotype: "cell_type",
  target: { kind: "predicted" },
  groupBy: { kind: "prediction" },
  method: "gradient-x-input",
  baseline: { kind: "mean", of: { kind: "all" } },
  donors: null,
  cellsPerGroup: 20,
  steps: { from: 8, most: 64, gap: 0.01 },
  seed: 1,
  backend: "wasm",
  lanes: 2,
  ...given,
});

describe.skipIf(!hasCore)("genes beside their attributions", () => {
  test.skipIf(!hasData)("have the fold changes of Survey's markers, all cells of a group counted, and the list's own markers", async () => {
    const engine = await analyzed(dataFile("labelled/pbmc3k_counts.h5ad"), "linear-atlas");
    const { groups, symbols } = await engine.call("attribute", ask("linear-atlas", { groupBy: { kind: "column", column: "cell_type" } }));
    const markers = await engine.call("surveyMarkers", {
      matrix: "X",
      mask: null,
      by: { kind: "column", column: "cell_type" },
      donors: null,
      ranks: false,
      most: 0,
      seed: 1,
      order: "logFoldChange",
      lanes: 2,
    });
    const b = groups.find(({ name }) => name === "B")!;
    const place = markers.groups.findIndex(({ name }) => name === "B");
    const { rows } = await engine.call("markerRows", { group: place, order: "logFoldChange", first: 0, count: 100_000 });
    const bySymbol = new Map(rows.map((row) => [row.symbol, row.logFoldChange]));
    const both = symbols.flatMap((symbol, gene) =>
      bySymbol.has(symbol) && !Number.isNaN(b.logFoldChange[gene]!) ? [[b.logFoldChange[gene]!, bySymbol.get(symbol)!] as const] : [],
    );
    expect(both.length).toBeGreaterThan(5000);
    for (const [ours, theirs] of both) expect(Math.abs(ours - theirs)).toBeLessThan(1e-5 * Math.max(1, Math.abs(theirs)));

    // Every marker of the list that the file measures, and no other gene.
    const list = readFileSync("web/public/markers/human.tsv", "utf8").split("\n");
    const own = list
      .find((line) => line.startsWith("B cell\t"))!
      .split("\t")[2]!
      .split(" ");
    const marked = symbols.filter((_, gene) => b.knownMarker[gene]! & MARKER_OF.class);
    expect(marked.length).toBeGreaterThan(8);
    expect(own).toEqual(expect.arrayContaining(marked));
    expect(b.markersOf).toEqual(["B cell", ""]);
    expect(b.logFoldChange[symbols.indexOf("MS4A1")]).toBeGreaterThan(3);
  });

  test("are none where there are no other cells, and a runner-up is compared with cell by cell", async () => {
    const engine = await analyzed(fixtures.csr!, "linear-atlas");
    const all = await engine.call("attribute", ask("linear-atlas", { groupBy: { kind: "all" }, cellsPerGroup: 0 }));
    expect(all.groups[0]!.logFoldChange.every((change) => Number.isNaN(change))).toBe(true);
    const single = await engine.call("attribute", ask("linear-atlas", { cellsPerGroup: 0 }));
    const beside = await engine.call(
      "attribute",
      ask("linear-atlas", { cellsPerGroup: 0, target: { kind: "predicted", against: "runner-up" } }),
    );
    beside.groups.forEach((group, i) => {
      // The first logit is above the second.
      expect(group.name).toBe(single.groups[i]!.name);
      expect(group.atCell).toBeGreaterThan(0);
      const sum = group.mean.reduce((total, value) => total + value, 0);
      expect(Math.abs(sum - (group.atCell - group.atBaseline))).toBeLessThan(1e-3 * Math.max(1, Math.abs(sum)));
    });
    // One cell: the same as asking for its first two classes by name.
    const { top, k } = await engine.call("scores", { model: "linear-atlas", phenotype: "cell_type" });
    const cell = 3;
    const one = (target: AttributionRequest["target"]) =>
      engine.call("attribute", ask("linear-atlas", { groupBy: { kind: "cells", cells: Uint32Array.of(cell), name: "one" }, target }));
    const next = await one({ kind: "predicted", against: "runner-up" });
    const named = await one({ kind: "class", code: top[cell * k]!, against: top[cell * k + 1]! });
    expect(next.groups[0]!.mean).toEqual(named.groups[0]!.mean);
    expect(next.groups[0]!.atCell).toBe(named.groups[0]!.atCell);
  });
});
