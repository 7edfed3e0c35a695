import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import { writeH5ad } from "../../../../scripts/lib/write-h5ad.mjs";
import { scratch } from "../../support/data";
import { hasCore, options, useEngine, type TestEngine } from "../../support/engine";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Models of scvi-tools, SCimilarity, CellTypist and popV, converted, and what those libraries say (tests/fixtures/published.py). */
const FIXTURES = join(root, "tests/fixtures");
const read = (path: string) => JSON.parse(readFileSync(join(FIXTURES, path), "utf8")) as unknown;
const said = read("published/expected.json") as Record<string, { logits_cell_type: number[][]; embedding?: number[][] }>;
const { symbols, counts, others } = read("converted/expected.json") as { symbols: string[]; counts: number[][]; others: number[][] };
const names = Object.keys(said);
/** Genes in another order than the models have, two of them in no vocabulary. */
const genes = [...symbols, "LINC-A", "LINC-B"];
const order = genes.map((_, i) => (i * 7) % genes.length);
const values = (of: (count: number, cell: number) => number) =>
  Float32Array.from(counts.flatMap((row, cell) => order.map((i) => of([...row, ...others[cell]!][i]!, cell))));

async function file(name: string, X: Float32Array): Promise<string> {
  const path = join(scratch(), name);
  const obs = { index: counts.map((_, cell) => `c${cell}`) };
  await writeH5ad(path, { X: { values: X }, raw: undefined, obs, var: { index: order.map((i) => genes[i]!) } });
  return path;
}

const softmax = (logits: number[]) => {
  const parts = logits.map((value) => Math.exp(value - Math.max(...logits)));
  return parts.map((part) => part / parts.reduce((a, b) => a + b));
};
const logistic = (decision: number) => 1 / (1 + Math.exp(-decision));

describe.skipIf(!hasCore)("a converted model of a published kind", () => {
  const engines = useEngine();
  let engine: TestEngine;

  beforeAll(async () => {
    const path = await file(
      "cells.h5ad",
      values((count) => count),
    );
    engine = await engines.open(
      path,
      names.map((name) => join(FIXTURES, "converted", name)),
    );
    const report = await engine.call("analyze", options({ models: names }));
    expect(report.runs.map(({ finished, cells }) => [finished, cells])).toEqual(names.map(() => [true, counts.length]));
  });

  test.each(names)("%s says in the engine what its library says, from raw counts on", async (name) => {
    const { heads, kind } = engine.conductor.models.folder(name).info;
    const rows = await engine.call("cells", { model: name, first: 0, count: counts.length });
    said[name]!.logits_cell_type.forEach((logits, cell) => {
      const due = heads[0]!.link === "logistic" ? logits.map(logistic) : softmax(logits);
      const best = logits.indexOf(Math.max(...logits));
      expect(rows[cell]!.heads[0]!.labels[0]).toBe(heads[0]!.classes[best]!.label);
      expect(Math.abs(rows[cell]!.heads[0]!.probabilities[0]! - due[best]!)).toBeLessThan(1e-4);
    });
    if (kind === "linear") return;
    const { values: found, dims } = (await engine.call("embedding", { model: name, first: 0, count: counts.length }))!;
    said[name]!.embedding!.forEach((row, cell) =>
      row.forEach((value, i) => expect(Math.abs(value - found[cell * dims + i]!)).toBeLessThan(1e-4)),
    );
  });

  test("models whose totals are of their own genes read logarithms as the counts; scanvi refuses them in one sentence", async () => {
    const total = counts.map((row, cell) => [...row, ...others[cell]!].reduce((a, b) => a + b));
    const path = await file(
      "logs.h5ad",
      values((count, cell) => Math.log1p((1e4 * count) / total[cell]!)),
    );
    const logs = await engines.open(
      path,
      ["scimilarity", "popv", "scanvi"].map((name) => join(FIXTURES, "converted", name)),
    );
    const { notices } = await logs.call("analyze", options({ models: ["scimilarity", "popv", "scanvi"] }));
    expect(notices.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^scanvi cannot be used: it reads raw counts, and [^\n]*\.$/),
    );
    for (const name of ["scimilarity", "popv"]) {
      const { heads } = logs.conductor.models.folder(name).info;
      const rows = await logs.call("cells", { model: name, first: 0, count: counts.length });
      said[name]!.logits_cell_type.forEach((logits, cell) => {
        const due = heads[0]!.link === "logistic" ? logits.map(logistic) : softmax(logits);
        expect(Math.abs(rows[cell]!.heads[0]!.probabilities[0]! - Math.max(...due))).toBeLessThan(2e-4);
      });
    }
  });

  test("scanvi's gradient by its genes sums to what it explains", async () => {
    const { method, groups } = await engine.call("attribute", {
      matrix: "X",
      model: "scanvi",
      phenotype: "cell_type",
      target: { kind: "class", code: 0, against: 1 },
      groupBy: { kind: "all" },
      method: "integrated-gradients",
      baseline: { kind: "none" },
      donors: null,
      cellsPerGroup: 0,
      steps: { from: 16, most: 512, gap: 0.01 },
      seed: 1,
      backend: "wasm",
      lanes: 2,
    });
    expect(method).toBe("integrated-gradients");
    expect(groups[0]!.gap).toBeLessThan(0.02);
    expect(groups[0]!.mean.some((value) => value !== 0)).toBe(true);
  });
});
