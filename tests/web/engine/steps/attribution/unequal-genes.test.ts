import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { seeded } from "../../../../../scripts/lib/random.mjs";
import { writeH5ad } from "../../../../../scripts/lib/write-h5ad.mjs";
import type { AttributionReport, AttributionRequest } from "../../../../../web/src/contract/operations/attribution";
import { scratch } from "../../../support/data";
import { hasCore, options, useEngine, type TestEngine } from "../../../support/engine";
import { genesOf, GENES_OF_TINY } from "../../../support/two-matrices";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const MODELS = ["linear-atlas", "tiny-random"];
const CELLS = 20;
const NAMES = ["first", "second"];

describe.skipIf(!hasCore)("why, of files that measure unequal genes", () => {
  const engines = useEngine();
  const atlas = genesOf("linear-atlas").filter((gene) => /^[A-Z0-9]+$/.test(gene));
  /** A third of the small model's genes and half of the large one's are in one file alone. */
  const genes = [
    [...new Set([...GENES_OF_TINY.slice(0, 44), ...atlas.slice(0, 1000)])],
    [...new Set([...GENES_OF_TINY.slice(24), ...atlas.slice(500, 1500)])],
  ];
  let study: TestEngine;
  let alone: TestEngine[];

  beforeAll(async () => {
    const folder = scratch();
    const random = seeded(9);
    const paths = NAMES.map((name) => join(folder, `${name}.h5ad`));
    for (const [file, path] of paths.entries())
      await writeH5ad(path, {
        X: { values: Float32Array.from({ length: CELLS * genes[file]!.length }, () => random.poisson(0.5)) },
        obs: {
          index: Array.from({ length: CELLS }, (_, i) => `${NAMES[file]}-${i}`),
          columns: { label: Array.from({ length: CELLS }, (_, i) => (i % 2 === 0 ? "even" : "odd")) },
        },
        var: { index: genes[file]! },
      });
    const start = async (...files: string[]) => {
      const engine = engines.start();
      for (const model of MODELS) await engine.conductor.models.addNamed(model);
      const [path] = files as [string];
      const source =
        files.length > 1
          ? { kind: "study" as const, files: files.map((one) => ({ source: { kind: "path" as const, path: one } })) }
          : { kind: "path" as const, path };
      const { matrix, study: joined } = await engine.call("open", { source });
      if (joined?.leftOut.length) throw new Error(JSON.stringify(joined.leftOut));
      await engine.call("analyze", options({ models: MODELS, matrix }));
      return engine;
    };
    [study, ...alone] = (await Promise.all([start(...paths), ...paths.map((path) => start(path))])) as [TestEngine, ...TestEngine[]];
  });

  const ask = (model: string, given: Partial<AttributionRequest> = {}): AttributionRequest => ({
    matrix: "X",
    model,
    phenotype: "cell_type",
    target: { kind: "predicted" },
    groupBy: { kind: "all" },
    method: "integrated-gradients",
    baseline: { kind: "mean", of: { kind: "all" } },
    donors: null,
    cellsPerGroup: 0,
    steps: { from: 8, most: 16, gap: 0.01 },
    seed: 1,
    backend: "wasm",
    lanes: 2,
    ...given,
  });
  const cellsOf = (file: number) => Uint32Array.from({ length: CELLS }, (_, cell) => file * CELLS + cell);
  /** Values of a group by gene, of the genes that were read. */
  const byGene = ({ symbols, groups }: AttributionReport, group: number, of: "mean" | "se" | "reach" | "weight" | "expressedShare") =>
    new Map(symbols.flatMap((symbol, gene) => (groups[group]!.meanAbs[gene]! > 0 ? [[symbol, groups[group]![of]![gene]!] as const] : [])));
  const expectClose = (ours: Map<string, number>, theirs: Map<string, number>) => {
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
    for (const [gene, value] of theirs) expect(Math.abs(ours.get(gene)! - value), gene).toBeLessThan(2e-5 * Math.max(1, Math.abs(value)));
  };

  test.each(MODELS)("%s: each file's cells are explained as in the file alone, and both together gene by gene", async (model) => {
    const found = await study.call("attribute", ask(model, { groupBy: { kind: "column", column: "sample" } }));
    expect(found.groups.map(({ name, cells }) => [name, cells])).toEqual(NAMES.map((name) => [name, CELLS]));
    expect(found.notes.join(" ")).toContain("Files measure unequal genes");
    const own = await Promise.all(alone.map((engine) => engine.call("attribute", ask(model))));
    for (const [file, report] of own.entries()) {
      for (const of of ["mean", "se", "reach", "expressedShare"] as const) expectClose(byGene(found, file, of), byGene(report, 0, of));
      if (model === "linear-atlas") expectClose(byGene(found, file, "weight"), byGene(report, 0, "weight"));
      expect(found.groups[file]!.atCell).toBeCloseTo(report.groups[0]!.atCell, 4);
      // One cell, and one gene in all cells.
      const [cell, most] = [3, 6];
      const there = (await study.call("attributionOfCell", { matrix: "X", cell: file * CELLS + cell, genes: most }))!;
      const here = (await alone[file]!.call("attributionOfCell", { matrix: "X", cell, genes: most }))!;
      expect(there.genes.map(({ gene }) => found.symbols[gene])).toEqual(here.genes.map(({ gene }) => report.symbols[gene]));
      expect(there.rest).toBeCloseTo(here.rest, 4);
    }
    const only = found.symbols.findIndex((symbol) => genes[0]!.includes(symbol) && !genes[1]!.includes(symbol));
    const { values } = await study.call("attributionOfGene", { matrix: "X", gene: only });
    expect([...values].map(Number.isNaN)).toEqual(Array.from({ length: 2 * CELLS }, (_, cell) => cell >= CELLS));

    const all = await study.call("attribute", ask(model));
    const [both] = all.groups as [AttributionReport["groups"][0]];
    expect(both.cells).toBe(2 * CELLS);
    const ofFiles = own.map((report) => byGene(report, 0, "mean"));
    for (const [symbol, mean] of byGene(all, 0, "mean")) {
      const measured = [0, 1].filter((file) => genes[file]!.includes(symbol));
      expect(both.measured[all.symbols.indexOf(symbol)]).toBe(measured.length * CELLS);
      const expected = measured.reduce((sum, file) => sum + (ofFiles[file]!.get(symbol) ?? 0), 0) / measured.length;
      expect(Math.abs(mean - expected), symbol).toBeLessThan(2e-5 * Math.max(1, Math.abs(expected)));
    }
  });

  test.each(MODELS)("%s: genes removed move the probability as in the file alone", async (model) => {
    const asked = { matrix: "X", cells: CELLS, shares: [0.1, 0.5], draws: 2, seed: 1, given: [], lanes: 2 };
    for (const file of [1]) {
      const these = { kind: "cells" as const, cells: cellsOf(file), name: "these" };
      await study.call("attribute", ask(model, { groupBy: these }));
      await alone[file]!.call("attribute", ask(model));
      const [there, here] = [await study.call("deletionTest", asked), await alone[file]!.call("deletionTest", asked)];
      expect(there.genes).toBe(here.genes);
      for (const [i, curve] of here.curves.entries()) {
        // Orders by chance are drawn by a cell's place.
        if (curve.order === "random") continue;
        expect(there.curves[i]!.area.value, curve.name).toBeCloseTo(curve.area.value, 4);
      }
    }
    await study.call("attribute", ask(model));
    expect((await study.call("deletionTest", { ...asked, cells: 2 * CELLS })).cells).toBe(2 * CELLS);
  });

  test.each(MODELS)("%s: a gene is edited in the cells of files that measure it, as in the file alone", async (model) => {
    const gene = GENES_OF_TINY.find((one) => genes[0]!.includes(one) && genes[1]!.includes(one))!;
    const asked = {
      matrix: "X",
      model,
      phenotype: "cell_type",
      change: { kind: "double" },
      most: 1000,
      code: 0,
      seed: 1,
      backend: "wasm",
    } as const;
    const both = await study.call("editGene", { ...asked, gene, cells: Uint32Array.from({ length: 2 * CELLS }, (_, cell) => cell) });
    expect([...both.each.cell]).toEqual(Array.from({ length: 2 * CELLS }, (_, cell) => cell));
    for (const file of [0, 1]) {
      const own = await alone[file]!.call("editGene", { ...asked, gene, cells: cellsOf(0) });
      own.each.change.forEach((change, cell) => expect(both.each.change[file * CELLS + cell]).toBeCloseTo(change, 4));
    }
    const only = GENES_OF_TINY.find((one) => !genes[1]!.includes(one))!;
    const some = await study.call("editGene", { ...asked, gene: only, cells: Uint32Array.of(1, 2, CELLS + 1) });
    expect([...some.each.cell]).toEqual([1, 2]);
    expect(some.notes).toEqual([`1 cells are left out: second.h5ad does not measure ${only}.`]);
    await expect(study.call("editGene", { ...asked, gene: only, cells: cellsOf(1) })).rejects.toThrow("No cell can be edited");
  });

  test("states of a gene are of the cells of files that measure it, as in the file alone", async () => {
    const [model] = ["tiny-random"];
    const gene = GENES_OF_TINY.find((one) => !genes[1]!.includes(one))!;
    const asked = { matrix: "X", model, gene, cellsPerGroup: 50, controls: 3, seed: 1, lanes: 2 };
    const found = await study.call("geneStates", { ...asked, groupBy: { kind: "column", column: "sample" } });
    expect(found.contexts.map(({ name }) => name)).toEqual(["first"]);
    expect(found.notes.join(" ")).toContain(`Not measured, so in no context: ${gene} in second.h5ad.`);
    const phenotype = { kind: "prediction" as const, phenotype: "sex" };
    const own = await alone[0]!.call("geneStates", { ...asked, groupBy: phenotype });
    expect([found.read, found.expressed]).toEqual([own.read, own.expressed]);
  });

  test("a model is trained on the genes that every file measures, and reads every file", async () => {
    const { model } = await study.call("train", {
      name: "own",
      title: "Own",
      matrix: "X",
      labels: [{ phenotype: "cell_type", column: "label" }],
      ignore: [],
      donors: "sample",
      recipe: { normalization: "log1p", choice: "anova", genes: 50, components: 0, classifier: "softmax", c: 1 },
      folds: 2,
      isThorough: false,
      keepsCells: true,
      seed: 1,
      lanes: 1,
      cells: 0,
    });
    expect(model.genes).toBeLessThanOrEqual(genes[0]!.filter((gene) => genes[1]!.includes(gene)).length);
    const { runs, coverage } = await study.call("analyze", options({ models: [...MODELS, model.name], keepsRuns: true }));
    expect(runs.map(({ cells }) => cells)).toEqual([2 * CELLS, 2 * CELLS, 2 * CELLS]);
    expect(coverage.find((one) => one.model === model.name)!.unread).toBeUndefined();
  });

  test("a matrix that models have not read is refused with what to do", async () => {
    const asked = { ...ask("tiny-random"), matrix: "X[shared genes]" };
    await expect(study.call("attribute", asked)).rejects.toThrow("analyse X[shared genes] first");
  });
});
