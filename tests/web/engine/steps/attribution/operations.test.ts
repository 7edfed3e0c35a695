import { beforeAll, describe, expect, test, vi } from "vitest";
import type { AttributionReport, AttributionRequest } from "../../../../../web/src/contract/operations/attribution";
import { makeFixtures } from "../../../../fixtures/make.mjs";
import { dataFile, hasData, scratch } from "../../../support/data";
import { hasCore, useEngine } from "../../../support/engine";

/** Lanes sum the same numbers in another order. */
const SAME = 1e-6;
vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

const { analyzed } = useEngine();
let fixtures: Record<string, string>;

const ask = (model: string, given: Partial<AttributionRequest> = {}): AttributionRequest => ({
  matrix: "X",
  model,
  phenotype: "cell_type",
  target: { kind: "predicted" },
  groupBy: { kind: "prediction" },
  method: "integrated-gradients",
  baseline: { kind: "none" },
  donors: null,
  cellsPerGroup: 0,
  steps: { from: 8, most: 64, gap: 0.01 },
  seed: 1,
  backend: "wasm",
  lanes: 2,
  ...given,
});

const top = ({ groups, symbols }: AttributionReport, name: string, count: number) => {
  const group = groups.find((one) => one.name === name)!;
  return Array.from(group.mean.keys())
    .sort((a, b) => group.mean[b]! - group.mean[a]!)
    .slice(0, count)
    .map((gene) => symbols[gene]!);
};

beforeAll(async () => {
  if (hasCore) fixtures = await makeFixtures(scratch());
});

describe.skipIf(!hasCore)("attributions of a file", () => {
  const MODEL = "polygene-mini";
  const FEW = { cellsPerGroup: 2 };
  const THESE = { groupBy: { kind: "cells", cells: Uint32Array.of(3, 4, 5, 6), name: "these" } } as const;

  test("by integrated gradients sum to the change of the logit, cell by cell, the same with one lane as with three", async () => {
    const engine = await analyzed(fixtures.csr!, MODEL);
    const report = await engine.call("attribute", ask(MODEL, FEW));
    expect(report.method).toBe("integrated-gradients");
    expect(report.cells).toBeGreaterThan(5);
    for (const group of report.groups) {
      expect(group.gap).toBeLessThan(0.01);
      const sum = group.mean.reduce((total, value) => total + value, 0);
      expect(Math.abs(sum - (group.atCell - group.atBaseline))).toBeLessThan(0.01 * Math.abs(group.atCell - group.atBaseline) + 0.01);
      const cell = (await engine.call("attributionOfCell", { matrix: "X", cell: group.examples[0]!, genes: 5 }))!;
      const parts = cell.genes.reduce((total, { attribution }) => total + attribution, cell.rest);
      expect(Math.abs(parts - (cell.atCell - cell.atBaseline))).toBeLessThan(0.03 * Math.abs(cell.atCell - cell.atBaseline) + 0.01);
    }
    const other = await analyzed(fixtures.csr!, MODEL, 1);
    const alone = await other.call("attribute", ask(MODEL, { ...FEW, lanes: 1 }));
    for (const [i, group] of report.groups.entries()) {
      group.mean.forEach((value, gene) => expect(Math.abs(value - alone.groups[i]!.mean[gene]!)).toBeLessThan(SAME));
      expect(alone.groups[i]!.splitHalf.jaccard50).toEqual(group.splitHalf.jaccard50);
    }
  });

  test("of a gene are its cells' own, zero where a cell does not give it and NaN where a cell was not explained", async () => {
    const engine = await analyzed(fixtures.csr!, MODEL);
    const report = await engine.call(
      "attribute",
      ask(MODEL, { groupBy: { kind: "cells", cells: Uint32Array.of(3, 4, 5, 6, 7), name: "five" }, method: "gradient-x-input" }),
    );
    expect(report.groups.map(({ name }) => name)).toEqual(["five"]);
    const [group] = report.groups;
    // Empty cells have no prediction to explain.
    expect(group!.cells).toBeGreaterThan(1);
    const gene = Array.from(group!.meanAbs.keys()).reduce((best, one) => (group!.meanAbs[one]! > group!.meanAbs[best]! ? one : best), 0);
    const { values } = await engine.call("attributionOfGene", { matrix: "X", gene });
    const known = [...values].filter((value) => !Number.isNaN(value));
    expect(known).toHaveLength(group!.cells);
    expect(known.reduce((sum, value) => sum + value, 0) / group!.cells).toBeCloseTo(group!.mean[gene]!, 5);
    expect(await engine.call("attributionOfCell", { matrix: "X", cell: 0, genes: 3 })).toBeNull();
  });

  test("with baselines of other cells and expected gradients come near what they should explain", async () => {
    const engine = await analyzed(fixtures.csr!, MODEL);
    for (const baseline of [
      { kind: "mean", of: { kind: "all" } },
      { kind: "matched", of: { kind: "all" } },
    ] as const) {
      const report = await engine.call("attribute", ask(MODEL, { ...THESE, baseline }));
      expect(report.notes.join()).toContain("Baselines from");
      // A cell that is its own baseline has nothing to explain, and no gap.
      for (const group of report.groups.filter(({ gap }) => !Number.isNaN(gap))) expect(group.gap).toBeLessThan(0.05);
    }
    const expected = (draws: number) =>
      engine.call("attribute", ask(MODEL, { ...THESE, method: "expected-gradients", steps: { from: draws, most: draws, gap: 0 } }));
    const [once, again] = [await expected(4), await expected(4)];
    once.groups.forEach((group, i) =>
      group.mean.forEach((value, gene) => expect(Math.abs(value - again.groups[i]!.mean[gene]!)).toBeLessThan(SAME)),
    );
    const drawn = await expected(64);
    for (const group of drawn.groups) {
      const sum = group.mean.reduce((total, value) => total + value, 0);
      expect(Math.abs(sum - (group.atCell - group.atBaseline))).toBeLessThan(0.15 * Math.abs(group.atCell - group.atBaseline) + 0.05);
    }
  });

  test("that are stopped keep what is done; what cannot be explained says why", async () => {
    const engine = await analyzed(fixtures.csr!, MODEL);
    const stop = new AbortController();
    const report = await engine.call("attribute", ask(MODEL, { steps: { from: 8, most: 8, gap: 0 } }), {
      signal: stop.signal,
      // Not before: the groups' expression is read first.
      progress: ({ step }) => {
        if (step === MODEL) stop.abort();
      },
    });
    expect(report.cancelled).toBe(true);
    expect(report.cells).toBeGreaterThan(0);
    const refused = (given: Partial<AttributionRequest>) => expect(engine.call("attribute", ask(MODEL, given))).rejects;
    await refused({ phenotype: "colour" }).toThrow("does not predict colour");
    await refused({ target: { kind: "class", code: 999 } }).toThrow("no class 999");
    await refused({ target: { kind: "class", code: 1, against: 1 } }).toThrow("against itself");
    await refused({ groupBy: { kind: "column", column: "nothing" } }).toThrow("nothing");
    await refused({ groupBy: { kind: "cells", cells: new Uint32Array(), name: "none" } }).toThrow("No cell was chosen");
    await refused({ baseline: { kind: "mean", of: { kind: "label", column: "cell_type", label: "unicorn" } } }).toThrow(
      /unicorn|cell_type/,
    );
    // And the next one works.
    expect((await engine.call("attribute", ask(MODEL, { ...FEW, method: "gradient-x-input" }))).cells).toBeGreaterThan(0);
  });

  test("of a model without a gradient are occlusion, and the page is told", async () => {
    const engine = await analyzed(fixtures.csr!, "tiny-random");
    const report = await engine.call("attribute", ask("tiny-random"));
    expect(report.method).toBe("occlusion");
    expect(report.notes.join()).toContain("removed one by one");
    expect(Number.isNaN(report.groups[0]!.gap)).toBe(true);
    expect(report.groups[0]!.meanAbs.some((value) => value > 0)).toBe(true);
  });
});

describe.skipIf(!hasCore || !hasData)("attributions of real cells", () => {
  test("by the linear model name the markers of B, NK and monocytes among their first twenty genes", async () => {
    const engine = await analyzed(dataFile("labelled/pbmc3k_counts.h5ad"), "linear-atlas");
    const parts: AttributionReport[] = [];
    const report = await engine.call("attribute", ask("linear-atlas"), { part: (part) => parts.push(part) });
    expect(report.method).toBe("closed-form");
    expect(report.cells).toBe(2638);
    expect(top(report, "B cell", 20)).toEqual(expect.arrayContaining(["MS4A1", "CD79A"]));
    expect(top(report, "natural killer cell", 20)).toEqual(expect.arrayContaining(["NKG7", "GNLY"]));
    expect(top(report, "classical monocyte", 20)).toEqual(expect.arrayContaining(["LYZ", "CD14"]));
    // What a gene weighs: with zero expression as baseline its attribution has the weight's sign where the score is above zero.
    const cells = report.groups.find(({ name }) => name === "B cell")!;
    const read = [...cells.mean.keys()].filter((gene) => cells.meanAbs[gene]! > 0);
    expect(read.every((gene) => cells.weight![gene] !== 0)).toBe(true);
    expect(cells.weight!.every((weight, gene) => weight !== 0 || cells.meanAbs[gene] === 0)).toBe(true);
    for (const gene of read.filter((one) => cells.expressedShare[one]! > 0.95))
      expect(Math.sign(cells.mean[gene]!)).toBe(Math.sign(cells.weight![gene]!));
    // The same values whether the gene is at hand or asked anew.
    await engine.call("attributionAhead", { matrix: "X" });
    const weak = report.symbols.indexOf("AAMP");
    const one = (await engine.call("attributionOfGene", { matrix: "X", gene: weak })).values;
    for (const group of report.groups) {
      const cell = group.examples[0]!;
      const { genes } = (await engine.call("attributionOfCell", { matrix: "X", cell, genes: 1e6 }))!;
      expect(one[cell]).toBeCloseTo(genes.find((each) => each.gene === weak)!.attribution, 6);
    }
    const gene = report.symbols.indexOf("MS4A1");
    const { values } = await engine.call("attributionOfGene", { matrix: "X", gene });
    const total = values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
    expect(total / report.cells).toBeCloseTo(
      report.groups.reduce((sum, group) => sum + group.mean[gene]! * group.cells, 0) / report.cells,
      4,
    );
  });

  test("with donors, units of the test are donors", async () => {
    const engine = await analyzed(dataFile("labelled/darmanis_brain_counts.h5ad"), "linear-atlas");
    const report = await engine.call("attribute", ask("linear-atlas", { donors: "donor" }));
    expect(report.units).toBe("donors");
    const [group] = report.groups;
    expect(group!.donors).toBeGreaterThan(2);
    expect(group!.donors).toBeLessThan(group!.cells);
  });
});
