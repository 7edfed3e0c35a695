import { beforeAll, describe, expect, test, vi } from "vitest";
import { ALL_CELLS, type PhenotypeReport } from "../../../../../web/src/contract/compare";
import { dataFile, hasData } from "../../../support/data";
import { hasCore, useEngine, type TestEngine } from "../../../support/engine";
import { QUESTION } from "../../../support/planted-donors";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const MODEL = "linear-atlas";

describe.skipIf(!hasCore || !hasData)("what a model says by condition, over donors", () => {
  const { analyzed } = useEngine();
  let engine: TestEngine;
  let found: PhenotypeReport;
  const asked = {
    ...QUESTION,
    condition: "disease",
    types: { kind: "column", column: "cell_type" },
    model: MODEL,
    phenotype: "cell_type",
  } as const;
  beforeAll(async () => {
    engine = await analyzed(dataFile("labelled/colon_epithelium_tumour_normal_counts.h5ad"), MODEL);
    found = await engine.call("comparePhenotype", asked);
  });

  test("means are of donors, each donor one value whatever its cells; Welch's t is of these", () => {
    const row = found.rows.find(({ type, measure }) => type === ALL_CELLS && measure === "entropy")!;
    const of = (side: 0 | 1) => row.points.filter((point) => point.side === side).map(({ mean }) => mean);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const error = (values: number[]) =>
      values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1) / values.length;
    expect([of(0).length, of(1).length]).toEqual([10, 7]);
    expect(row).toMatchObject({ how: "independent", donors: [10, 7] });
    expect(row.mean).toEqual([mean(of(0)), mean(of(1))]);
    expect(row.t).toBeCloseTo((mean(of(0)) - mean(of(1))) / Math.sqrt(error(of(0)) + error(of(1))), 9);
    expect(row.p).toBeGreaterThan(0);
    expect(row.low).toBeLessThan(row.difference);
    expect(row.points.reduce((sum, { cells }) => sum + cells, 0)).toBe(624);
  });

  test("in pairs only donors of both conditions count; without donors nothing is tested", async () => {
    const paired = await engine.call("comparePhenotype", { ...asked, pairing: "paired" });
    const row = paired.rows.find(({ type, measure }) => type === ALL_CELLS && measure === "probability")!;
    expect(row).toMatchObject({ how: "paired", donors: [3, 3], df: 2 });
    const of = (side: 0 | 1) => row.points.filter((point) => point.side === side).map(({ mean }) => mean);
    const differences = of(0).map((mean, i) => mean - of(1)[i]!);
    expect(row.difference).toBeCloseTo(differences.reduce((sum, one) => sum + one, 0) / 3, 12);
    const none = await engine.call("comparePhenotype", { ...asked, donors: null });
    expect(none.rows.every(({ p, t }) => Number.isNaN(p) && Number.isNaN(t))).toBe(true);
    expect(none.refusals.length).toBe(1);
  });

  test("types may be what the model predicts, and entropies are those of its cells", async () => {
    const by = { kind: "model", model: MODEL, phenotype: "cell_type" } as const;
    const predicted = await engine.call("comparePhenotype", { ...asked, types: by });
    expect(predicted.design.by).toBe(`cell_type by ${MODEL}`);
    const total = predicted.design.types.reduce((sum, { cells }) => sum + cells[0] + cells[1], 0);
    expect(total).toBe(624);
    expect(predicted.rows.find(({ type, measure }) => type === ALL_CELLS && measure === "entropy")!.mean).toEqual(
      found.rows.find(({ type, measure }) => type === ALL_CELLS && measure === "entropy")!.mean,
    );
  });
});
