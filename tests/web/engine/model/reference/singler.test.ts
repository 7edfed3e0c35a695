import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import type { AttributionRequest } from "../../../../../web/src/contract/operations/attribution";
import { root } from "../../../../../scripts/lib/run.mjs";
import { loadCore, unwrap, withAnalysis } from "../../../../../web/src/engine/base/core";
import { addModel } from "../../../../../web/src/engine/model/core-models";
import { nodeEnvironment } from "../../../../../web/src/engine/platform/environment.node";
import { dataFile, hasData, openReader } from "../../../support/data";
import { tableOf } from "../../../support/profiles";
import { hasCore, options, useEngine, type TestEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

interface Expected {
  file: string;
  reference: string;
  scale: string;
  labels: string[];
  best: number[];
  rows: number[];
  scores: number[][];
  delta: number[];
  meanDelta: number;
  leftOut: { row: number; label: string; rival: string; markers: number; difference: number; genes: string[]; changes: number[] }[];
}

/** What the labels of some cells are explained by. */
const asked = (model: string, cells: number[], target: AttributionRequest["target"]): AttributionRequest => ({
  matrix: "X",
  model,
  phenotype: "cell_type",
  target,
  groupBy: { kind: "cells", cells: Uint32Array.from(cells), name: "these" },
  method: "integrated-gradients",
  baseline: { kind: "mean", of: { kind: "all" } },
  donors: null,
  cellsPerGroup: 0,
  steps: { from: 8, most: 64, gap: 0.01 },
  seed: 1,
  backend: "wasm",
  lanes: 0,
});

const cases = JSON.parse(readFileSync(join(root, "tests/web/expected/singler.json"), "utf8")) as Expected[];
const engines = useEngine();

/** An engine that has made a reference of a file's cell types and then opened another file. */
async function withReference(reference: string, file: string): Promise<{ engine: TestEngine; model: string }> {
  const engine = await engines.open(dataFile(reference));
  const { matrices } = await engine.call("open", { source: { kind: "path", path: dataFile(reference) } });
  const name = basename(reference).replace(/\..*$/, "").replaceAll("_", "-");
  const { model } = await engine.call("makeReference", {
    name,
    title: name,
    matrix: matrices[0]!.path,
    column: "cell_type",
    ignore: [],
    lanes: 0,
  });
  expect(model).toMatchObject({ kind: "reference", name });
  await engine.call("open", { source: { kind: "path", path: dataFile(file) } });
  return { engine, model: model.name };
}

describe.skipIf(!hasCore || !hasData)("labels by reference profiles are those of singler 0.5.0", () => {
  test.each(cases)("$reference on $file: every label the same, scores and deltas within 1e-6", async (expected) => {
    const { engine, model } = await withReference(expected.reference, expected.file);
    const report = await engine.call("analyze", options({ models: [model] }));
    expect(report.runs).toMatchObject([{ model, finished: true, backend: "core" }]);
    const rows = await engine.call("cells", { model, first: 0, count: expected.best.length });
    const labels = rows.map(({ heads: [head] }) => head!.labels[0]);
    const differing = labels.flatMap((label, i) => (label === expected.labels[expected.best[i]!] ? [] : [i]));
    expect(differing).toEqual([]);
    expected.rows.forEach((row, i) => {
      const { fit } = rows[row]!.heads[0]!;
      expect(Math.abs(fit!.score - expected.scores[i]![expected.best[row]!]!)).toBeLessThan(1e-6);
      expect(Math.abs(fit!.delta - expected.delta[i]!)).toBeLessThan(1e-6);
    });
    const deltas = rows.map(({ heads: [head] }) => head!.fit!.delta);
    expect(Math.abs(deltas.reduce((sum, one) => sum + one, 0) / deltas.length - expected.meanDelta)).toBeLessThan(1e-6);
    // Why: the difference explained is the delta, and what it loses without a marker is what singler loses when trained without it.
    const why = await engine.call("attribute", asked(model, expected.rows, { kind: "predicted" }));
    expect(why).toMatchObject({ method: "leave-one-out", backend: "core", cells: expected.rows.length });
    expect(why.groups[0]!.rivals.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    for (const [i, row] of expected.rows.entries()) {
      const { atCell } = (await engine.call("attributionOfCell", { matrix: "X", cell: row, genes: 1 }))!;
      expect(Math.abs(atCell - expected.delta[i]!)).toBeLessThan(1e-6);
    }
    expect(expected.leftOut.length).toBeGreaterThan(0);
    for (const { row, label, rival, markers, difference, genes, changes } of expected.leftOut) {
      const [code, against] = [label, rival].map((one) => expected.labels.indexOf(one));
      const pair = await engine.call("attribute", asked(model, [row], { kind: "class", code: code!, against: against! }));
      expect(pair.groups[0]!.rivals).toEqual([{ label: rival, share: 1 }]);
      const found = (await engine.call("attributionOfCell", { matrix: "X", cell: row, genes: 1e6 }))!;
      expect(found.genes.length).toBe(markers);
      expect(Math.abs(found.atCell - difference)).toBeLessThan(1e-6);
      const changeOf = new Map(found.genes.map(({ gene, attribution }) => [pair.symbols[gene]!, attribution]));
      genes.forEach((gene, i) => expect(Math.abs(changeOf.get(gene)! - changes[i]!)).toBeLessThan(1e-6));
    }
    // All scores of some cells, by the core.
    const { manifest } = engine.conductor.models.folder(model);
    const { genesTsv, weights } = await engine.conductor.models.laneModel(model);
    const core = await loadCore(nodeEnvironment(() => expect.unreachable()));
    const reader = await openReader(dataFile(expected.file));
    const [genes, block] = [await reader.geneIds("X"), await reader.block("X", 0, reader.cells)];
    reader.close();
    const found = withAnalysis(core, (analysis) => {
      const alternatives = genes.alternatives.map(({ values }) => values.join("\n"));
      unwrap(analysis.set_genes({ ids: genes.ids.join("\n"), alternatives, values: "counts" }));
      const { handle } = addModel(analysis, { manifest, genesTsv, weights: weights! });
      if (block.layout === "dense") return expect.unreachable("these files are sparse");
      const { first, cells, genes: width, indptr, indices, values } = block;
      unwrap(analysis.load({ first, cells, genes: width, indptr, indices, values }));
      return unwrap(analysis.decisions(handle));
    });
    expected.rows.forEach((row, i) =>
      expected.scores[i]!.forEach((score, code) =>
        expect(Math.abs(found[row * expected.labels.length + code]! - score)).toBeLessThan(1e-6),
      ),
    );
  });

  test("a table dropped on the page is the same reference as the file it was written of", async () => {
    const expected = cases[0]!;
    const engine = await engines.open(dataFile(expected.file));
    const { model, coverage } = await engine.call("addModel", {
      files: { "HCA types.csv": new Blob([await tableOf(expected.reference)]) },
    });
    expect(model).toMatchObject({ name: "hca-types", title: "HCA types", kind: "reference", species: "human" });
    expect(coverage!.find(({ model: name }) => name === "hca-types")!.verdict).not.toBe("refused");
    await engine.call("analyze", options({ models: [model.name] }));
    const rows = await engine.call("cells", { model: model.name, first: 0, count: expected.best.length });
    expect(rows.map(({ heads: [head] }) => head!.labels[0])).toEqual(expected.best.map((code) => expected.labels[code]));
    // Cells of odd fit are marked, a few of a hundred.
    const pruned = rows.filter(({ heads: [head] }) => head!.fit!.isPruned).length;
    expect(pruned).toBeGreaterThan(0);
    expect(pruned).toBeLessThan(rows.length / 10);
    const { lights } = await engine.call("trustLights", { model: model.name, phenotype: "cell_type" });
    expect(lights.find(({ name }) => name === "calibration")!.color).toBe("none");
    expect(lights.map(({ title }) => title)).toContain("Cells pruned");
    // The same profiles as scTOP's projection: another model, of the same types.
    const { model: projected } = await engine.call("projectReference", { model: model.name });
    expect(projected).toMatchObject({ name: "hca-types-sctop", kind: "linear" });
    await engine.call("analyze", options({ models: [model.name, projected.name] }));
    const byProjection = await engine.call("cells", { model: projected.name, first: 0, count: rows.length });
    const same = byProjection.filter(({ heads: [head] }, i) => head!.labels[0] === rows[i]!.heads[0]!.labels[0]).length;
    expect(same).toBeGreaterThan(rows.length / 2);
    await engine.call("attribute", asked(model.name, [0, 1, 2], { kind: "predicted" }));
    await expect(
      engine.call("deletionTest", { matrix: "X", cells: 3, shares: [0.5], draws: 1, seed: 1, given: [], lanes: 0 }),
    ).rejects.toThrow(/The deletion test is not made for HCA types, which labels cells by rank correlation/);
  });
});
