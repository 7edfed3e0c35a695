import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { seeded } from "../../../../../scripts/lib/random.mjs";
import { root } from "../../../../../scripts/lib/run.mjs";
import { toCsr, writeH5ad } from "../../../../../scripts/lib/write-h5ad.mjs";
import { amountOf, blockOf, edited, rowOf, type Row } from "../../../../../web/src/engine/steps/edit/edited-block";
import { scratch } from "../../../support/data";
import { hasCore, options, useEngine, type TestEngine } from "../../../support/engine";

const row = (values: Record<number, number>): Row => ({
  columns: Int32Array.from(Object.keys(values), Number),
  values: Float32Array.from(Object.values(values)),
});
const plain = ({ columns, values }: Row) => Object.fromEntries([...columns].map((column, i) => [column, values[i]]));

describe("a cell with one gene changed", () => {
  const cell = row({ 1: 4, 3: 2, 7: 10 });

  test("has none of it, or twice as much, over all columns of the gene", () => {
    expect(plain(edited(cell, [3], { kind: "zero" }, "counts"))).toEqual({ 1: 4, 7: 10 });
    expect(plain(edited(cell, [3, 7], { kind: "double" }, "counts"))).toEqual({ 1: 4, 3: 4, 7: 20 });
    expect(plain(edited(cell, [5], { kind: "double" }, "counts"))).toEqual({ 1: 4, 3: 2, 7: 10 });
  });

  test("gives a swapped gene the share of its counts that it has in the other cell", () => {
    const other = row({ 1: 30, 2: 50, 5: 20 });
    const swapped = edited(cell, [5], { kind: "swap", from: other }, "counts");
    expect(amountOf(swapped, [5]) / swapped.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0.2, 6);
    expect([...swapped.columns]).toEqual([1, 3, 5, 7]);
    expect(plain(edited(cell, [7], { kind: "swap", from: other }, "counts"))).toEqual({ 1: 4, 3: 2 });
  });

  test("is changed as what its logarithms stand for", () => {
    const logs = row({ 2: Math.log1p(3) });
    expect(edited(logs, [2], { kind: "double" }, "log1p").values[0]).toBeCloseTo(Math.log1p(6), 6);
    expect(edited(logs, [4], { kind: "swap", from: row({ 4: 1.5 }) }, "log1p").values[1]).toBeCloseTo(1.5, 6);
    expect(edited(logs, [2], { kind: "zero" }, "log1p").values).toHaveLength(0);
  });

  test("goes into a block and comes back, from CSR and from dense", () => {
    const block = blockOf([cell, row({})], 9);
    expect([...block.indptr]).toEqual([0, 3, 3]);
    expect(plain(rowOf(block))).toEqual(plain(cell));
    expect(plain(rowOf({ layout: "dense", first: 0, cells: 1, genes: 4, values: Float32Array.of(0, 2, 0, 1) }))).toEqual({ 1: 2, 3: 1 });
  });
});

describe.skipIf(!hasCore)("editing a gene through the engine", () => {
  const GENES = readFileSync(join(root, "models/released/linear-atlas/genes.tsv"), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1, 801)
    .map((line) => line.split("\t")[0]!);
  const CELLS = 40;
  const { start } = useEngine();
  let engine: TestEngine;
  let folder: string;
  let counts: Float32Array;

  /** The gene that most cells express. */
  const often = () => {
    const cells = GENES.map((_, gene) =>
      Array.from({ length: CELLS }, (__, cell) => Number(counts[cell * GENES.length + gene]! > 0)).reduce((sum, one) => sum + one, 0),
    );
    return GENES[cells.indexOf(Math.max(...cells))]!;
  };
  const write = async (name: string, values: Float32Array) => {
    const path = join(folder, `${name}.h5ad`);
    await writeH5ad(path, {
      X: { values: toCsr(CELLS, GENES.length, values) },
      obs: { index: Array.from({ length: CELLS }, (_, i) => `c${i}`), columns: {} },
      var: { index: GENES },
    });
    return path;
  };
  const openFile = async (path: string, model: string) => {
    await engine.call("open", { source: { kind: "path", path } });
    await engine.call("analyze", options({ models: [model] }));
  };
  const edit = (
    model: string,
    change: import("../../../../../web/src/contract/operations/edit").GeneChange,
    gene: string,
    cells: number[],
  ) =>
    engine.call("editGene", {
      matrix: "X",
      model,
      phenotype: "cell_type",
      gene,
      change,
      cells: Uint32Array.from(cells),
      most: 1000,
      code: -1,
      seed: 1,
      backend: "wasm",
    });
  const rows = (model: string) => engine.call("cells", { model, first: 0, count: CELLS });
  const explained = (model: string, cells: number[]) =>
    engine.call("attribute", {
      matrix: "X",
      model,
      phenotype: "cell_type",
      target: { kind: "predicted" },
      groupBy: { kind: "cells", cells: Uint32Array.from(cells), name: "these" },
      method: "gradient-x-input",
      baseline: { kind: "none" },
      donors: null,
      cellsPerGroup: 0,
      steps: { from: 8, most: 8, gap: 1 },
      seed: 1,
      backend: "wasm",
      lanes: 2,
    });

  beforeAll(async () => {
    engine = start();
    await engine.call("models", { base: "", only: ["linear-atlas", "polygene-mini"] });
    folder = scratch();
    const random = seeded(3);
    const rates = Float64Array.from(GENES, () => random.gamma(0.4));
    const sum = rates.reduce((total, rate) => total + rate, 0);
    counts = Float32Array.from({ length: CELLS * GENES.length }, (_, i) =>
      random.poisson(((rates[i % GENES.length]! / sum) * 1500 * random.gamma(3)) / 3),
    );
  }, 120_000);

  describe.each(["linear-atlas", "polygene-mini"])("of %s", (model) => {
    test.each(["zero", "double"] as const)(
      "set to %s gives what the same file gives with the counts so",
      async (kind) => {
        const gene = often();
        const at = GENES.indexOf(gene);
        const cells = Array.from({ length: CELLS }, (_, cell) => cell)
          .filter((cell) => counts[cell * GENES.length + at]! > 0)
          .slice(0, 8);
        await openFile(await write("before", counts), model);
        const was = await rows(model);
        const report = await edit(model, { kind }, gene, cells);
        const changed = counts.slice();
        for (const cell of cells) changed[cell * GENES.length + at]! *= kind === "zero" ? 0 : 2;
        await openFile(await write(kind, changed), model);
        const is = await rows(model);
        const head = (all: typeof was, cell: number) => all[cell]!.heads.find(({ phenotype }) => phenotype === "cell_type")!;
        const mean = (of: (cell: number) => number) => cells.reduce((total, cell) => total + of(cell), 0) / cells.length;
        expect(report).toMatchObject({ cells: 8, of: 8, altered: 8 });
        expect(report.entropy.before).toBeCloseTo(
          mean((cell) => head(was, cell).entropy),
          4,
        );
        expect(report.entropy.after).toBeCloseTo(
          mean((cell) => head(is, cell).entropy),
          4,
        );
        expect(report.turned).toBe(cells.filter((cell) => head(was, cell).labels[0] !== head(is, cell).labels[0]).length);
        const [first] = report.classes;
        const probability = (all: typeof was, cell: number) => head(all, cell).probabilities[head(all, cell).labels.indexOf(first!.label)];
        const known = cells.filter((cell) => probability(was, cell) !== undefined && probability(is, cell) !== undefined);
        if (known.length === cells.length) {
          expect(first!.before).toBeCloseTo(
            mean((cell) => probability(was, cell)!),
            4,
          );
          expect(first!.after).toBeCloseTo(
            mean((cell) => probability(is, cell)!),
            4,
          );
        }
        expect(report.value.after).toBeCloseTo(kind === "zero" ? 0 : 2 * report.value.before, 4);
      },
      120_000,
    );

    test("foretells, of a gene set to zero, what its attribution was", async () => {
      const gene = often();
      const at = GENES.indexOf(gene);
      const cells = Array.from({ length: CELLS }, (_, cell) => cell)
        .filter((cell) => counts[cell * GENES.length + at]! > 0)
        .slice(0, 4);
      await openFile(await write("before", counts), model);
      const before = await explained(model, cells);
      const place = before.symbols.indexOf(gene);
      const report = await edit(model, { kind: "zero" }, gene, cells);
      if (model === "polygene-mini") {
        // Its value falls to nothing: gradient x input, with its sign turned.
        expect(report.logit.foretold).toBeGreaterThan(0);
        for (const [i, cell] of cells.entries()) {
          const one = await explained(model, [cell]);
          if (Number.isNaN(report.each.predicted[i]!)) expect(one.groups[0]!.mean[one.symbols.indexOf(gene)] ?? 0).toBe(0);
          else expect(report.each.predicted[i]).toBeCloseTo(-one.groups[0]!.mean[one.symbols.indexOf(gene)]!, 3);
        }
      } else {
        // Its score falls to that of the other zeros: weight x score after, minus before, which the edited file's attributions give.
        const changed = counts.slice();
        for (const cell of cells) changed[cell * GENES.length + at] = 0;
        await openFile(await write("after", changed), model);
        const codes = new Set(report.each.cell.map((_, i) => i));
        expect(codes.size).toBe(4);
        if (report.turned === 0) {
          const after = await explained(model, cells);
          expect(report.logit.predicted).toBeCloseTo(after.groups[0]!.mean[place]! - before.groups[0]!.mean[place]!, 4);
          expect(report.logit.after).toBeCloseTo(after.groups[0]!.atCell, 3);
        }
        expect(report.logit.before).toBeCloseTo(before.groups[0]!.atCell, 3);
        expect(report.logit.change).toBeCloseTo(report.logit.after - report.logit.before, 4);
      }
    }, 120_000);
  });

  test("swapped from one cell, a gene's counts become what the other cell gives it; from a class, the same cells at one seed", async () => {
    await openFile(await write("before", counts), "linear-atlas");
    const gene = often();
    const first = await edit("linear-atlas", { kind: "swap", from: { kind: "cell", cell: 3 } }, gene, [5]);
    const at = GENES.indexOf(gene);
    const total = (cell: number) => counts.slice(cell * GENES.length, (cell + 1) * GENES.length).reduce((sum, value) => sum + value, 0);
    const share = counts[3 * GENES.length + at]! / total(3);
    const others = total(5) - counts[5 * GENES.length + at]!;
    expect(first.value.after).toBeCloseTo((others * share) / (1 - share), 3);
    const code = (await engine.call("summary", { model: "linear-atlas", phenotype: "cell_type" })).all.classes[0]!.code;
    const swap = () => edit("linear-atlas", { kind: "swap", from: { kind: "class", code } }, gene, [1, 2, 3]);
    const [one, two] = [await swap(), await swap()];
    expect({ ...one, seconds: 0 }).toEqual({ ...two, seconds: 0 });
  }, 60_000);

  test("says in a sentence what cannot be", async () => {
    await openFile(await write("before", counts), "linear-atlas");
    await expect(edit("linear-atlas", { kind: "zero" }, "NOSUCHGENE", [1])).rejects.toThrow("before.h5ad has no gene named NOSUCHGENE.");
    await expect(edit("linear-atlas", { kind: "zero" }, often(), [])).rejects.toThrow(/There is no cell to edit/);
    await expect(edit("linear-atlas", { kind: "swap", from: { kind: "cell", cell: 9999 } }, often(), [1])).rejects.toThrow(
      /has no cell 10000/,
    );
    await expect(edit("linear-atlas", { kind: "swap", from: { kind: "class", code: 61 } }, often(), [1])).rejects.toThrow(
      /No cell is predicted to be of the class/,
    );
  }, 60_000);
});
