import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { scratch } from "../../../support/data";
import { hasCore, useEngine, type TestEngine } from "../../../support/engine";
import { planted, QUESTION } from "../../../support/planted-donors";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe.skipIf(!hasCore)("composition, and which cells moved, on planted changes", () => {
  const { open } = useEngine();
  let engine: TestEngine;
  beforeAll(async () => {
    const path = join(scratch(), "planted.h5ad");
    await planted(path);
    engine = await open(path);
  });

  test("shares are of named donors, and a type that doubled is found by either transformation", async () => {
    for (const transform of ["logit", "arcsin"] as const) {
      const found = await engine.call("compareComposition", { ...QUESTION, transform });
      const b = found.rows.find(({ type }) => type === "B")!;
      expect(b.mean[0]).toBeCloseTo(40 / 82, 12);
      expect(b.mean[1]).toBeCloseTo(20 / 62, 12);
      expect(b.logRatio).toBeCloseTo(Math.log2(40 / 82 / (20 / 62)), 12);
      expect(b.q).toBeLessThan(0.01);
      expect(b.estimate).toBeGreaterThan(0);
      expect(b.low).toBeGreaterThan(0);
      expect(found.shares.length).toBe(30);
      for (let sample = 0; sample < 10; sample++)
        expect(found.shares.slice(3 * sample, 3 * sample + 3).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(found.notes.join(" ")).toContain("Shares of a donor add up to 1");
    }
  });

  test("without donors shares are told and nothing is tested", async () => {
    const found = await engine.call("compareComposition", { ...QUESTION, donors: null, transform: "logit" });
    expect(found.rows.every(({ p, t, q }) => [p, t, q].every(Number.isNaN))).toBe(true);
    expect(found.rows.find(({ type }) => type === "B")!.mean[0]).toBeCloseTo(200 / 470, 12);
    expect(found.refusals).toEqual([expect.stringContaining("no column names the donors")]);
  });

  test("cells of the type whose genes changed moved, those of the other did not", async () => {
    const step = { matrix: "X", mask: null, lanes: 2 };
    await expect(engine.call("compareMoved", { ...QUESTION, permutations: 99, seed: 1 })).rejects.toThrow(
      "Components have not been made yet",
    );
    await engine.call("variableGenes", { ...step, flavour: "seurat_v3", top: 200, column: null });
    await engine.call("surveyComponents", { ...step, genes: null, scale: "log1p", components: 10 });
    const { rows } = await engine.call("compareMoved", { ...QUESTION, permutations: 999, seed: 1 });
    const of = (type: string) => rows.find((row) => row.type === type)!;
    expect(of("T").p).toBeLessThan(0.02);
    expect(of("T").distance).toBeGreaterThan(1.5 * of("T").expected);
    expect(of("B").p).toBeGreaterThan(0.05);
    expect(of("T")).toMatchObject({ isExact: true, donors: [5, 5] });
    expect(of("rare").p).toBeNaN();
    expect(of("rare").whyNot).not.toBeNull();
    const again = await engine.call("compareMoved", { ...QUESTION, permutations: 999, seed: 1 });
    expect(again.rows).toEqual(rows);
  });
});
