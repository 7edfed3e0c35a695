import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { CompareQuestion, ExpressionReport, ExpressionTable } from "../../../../../web/src/contract/compare";
import type { PartSource } from "../../../../../web/src/contract/types";
import { dataFile, hasData, scratch } from "../../../support/data";
import { hasCore, useEngine, type TestEngine } from "../../../support/engine";
import { CHANGED, GENES, planted, QUESTION, type Planted } from "../../../support/planted-donors";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Genes with q below 5%, by symbol. */
const found = ({ symbols, q }: ExpressionTable) => symbols.filter((_, i) => q[i]! < 0.05);

describe.skipIf(!hasCore)("expression over donors, on planted changes", () => {
  const { open } = useEngine();
  let path: string;
  let made: Planted;
  let engine: TestEngine;
  let report: ExpressionReport;
  beforeAll(async () => {
    path = join(scratch(), "planted.h5ad");
    made = await planted(path);
    engine = await open(path);
    report = await engine.call("compareExpression", { ...QUESTION, lanes: 2 });
  });
  const genes = (type: string, from = engine) => from.call("compareGenes", { matrix: "X", type });

  test("genes changed in one type are found there, and none where nothing changed; a rare type is described", async () => {
    expect(report.refusals).toEqual([]);
    expect(report.types.map(({ type, how, donors }) => [type, how, donors])).toEqual([
      ["T", "independent", [5, 5]],
      ["B", "independent", [5, 5]],
      ["rare", "none", [0, 0]],
    ]);
    const [t, b, rare] = [await genes("T"), await genes("B"), await genes("rare")];
    const changed = Array.from({ length: CHANGED }, (_, gene) => `GENE${gene}`);
    expect(found(t).filter((gene) => changed.includes(gene)).length).toBeGreaterThan(0.9 * CHANGED);
    // An FDR of 5% of some twenty, and what chance makes of it.
    expect(found(t).filter((gene) => !changed.includes(gene)).length).toBeLessThanOrEqual(3);
    expect(found(b).length).toBeLessThanOrEqual(2);
    expect(t.symbols.flatMap((gene, i) => (changed.includes(gene) ? [t.logFoldChange[i]!] : [])).every((value) => value > 0.8)).toBe(true);
    expect(rare.p.every(Number.isNaN)).toBe(true);
    expect(report.types[2]!.whyNot).toContain("have 10 cells or more");
    expect(t.trend!.count.length).toBe(t.gene.length);
    expect(t.low.every((low, i) => low < t.logFoldChange[i]! && t.logFoldChange[i]! < t.high[i]!)).toBe(true);
  });

  test("a gene's dots are naive sums over the cells of named donors", async () => {
    const { dots } = await engine.call("compareGene", { matrix: "X", gene: "gene3" });
    expect(dots.length).toBe(30);
    for (const { donor, type, count, total, cells, logCpm } of dots) {
      let [sum, all, number] = [0, 0, 0];
      made.donors.forEach((own, cell) => {
        if (own !== donor || made.types[cell] !== type) return;
        number++;
        sum += made.values[cell * GENES + 3]!;
        for (let gene = 0; gene < GENES; gene++) all += made.values[cell * GENES + gene]!;
      });
      expect([count, total, cells]).toEqual([sum, all, number]);
      expect(logCpm).toBeCloseTo(Math.log2(((sum + 0.5) / (all + 1)) * 1e6), 12);
    }
    expect(dots.some(({ donor }) => donor === "unknown")).toBe(false);
  });

  test("any number of lanes gives the same numbers", async () => {
    for (const lanes of [1, 3]) {
      const other = await open(path);
      const again = await other.call("compareExpression", { ...QUESTION, lanes });
      expect({ ...again, seconds: 0, fitSeconds: 0 }).toEqual({ ...report, seconds: 0, fitSeconds: 0 });
      expect(await genes("T", other)).toEqual(await genes("T"));
    }
  });

  test("sums of parts cut anywhere give the same numbers; parts of another question are refused", async () => {
    const folder = scratch();
    const cells = made.donors.length;
    const cuts = [0, 1, 130, 131, 400, cells];
    const partsOf = async (asked: CompareQuestion) => {
      const parts: PartSource[] = [];
      for (const [i, first] of cuts.slice(0, -1).entries()) {
        const range = { first, count: cuts[i + 1]! - first };
        const { header, bytes } = await engine.call("comparePart", { ...asked, lanes: 2, range });
        const at = join(folder, `${parts.length}-${asked.types.kind === "column" ? asked.types.column : ""}.arrow`);
        writeFileSync(at, bytes);
        parts.push({ name: `part ${i}`, header, tables: { sums: { kind: "path", path: at } } });
      }
      return parts;
    };
    const other = await open(path);
    const merge = (parts: PartSource[]) => other.call("compareExpression", { ...QUESTION, lanes: 1, parts });
    const parts = await partsOf(QUESTION);
    const again = await merge(parts.toReversed());
    expect({ ...again, seconds: 0, fitSeconds: 0 }).toEqual({ ...report, seconds: 0, fitSeconds: 0 });
    expect(await genes("T", other)).toEqual(await genes("T"));
    expect((await other.call("compareGene", { matrix: "X", gene: "gene3" })).dots).toEqual(
      (await engine.call("compareGene", { matrix: "X", gene: "gene3" })).dots,
    );
    await expect(merge(parts.slice(1))).rejects.toThrow(/has sums over \d+ cells of .*, not \d+, as the file does not say/);
    const foreign = await partsOf({ ...QUESTION, types: { kind: "column", column: "condition" } });
    await expect(merge(foreign)).rejects.toThrow(/part 0 has sums over (stim|ctrl) of d\d, as the file does not say/);
  });

  test("sets of the changed genes are found by camera and by rank of t; a set of others is not", async () => {
    const line = (name: string, from: number, to: number) =>
      [name, "", ...Array.from({ length: to - from }, (_, i) => `GENE${from + i}`)].join("\t");
    const file = { name: "sets.gmt", text: `${line("changed", 0, 15)}\n${line("other", 200, 230)}\n` };
    for (const method of ["camera", "preranked"] as const) {
      const sets = await engine.call("compareSets", { matrix: "X", type: "T", file, method, minSize: 5, maxSize: 100 });
      expect(sets.found.map(({ name }) => name)).toEqual(["changed", "other"]);
      expect(sets.found[0]).toMatchObject({ direction: "up", listed: 15 });
      expect(sets.found[0]!.q).toBeLessThan(0.01);
      expect(sets.found[0]!.difference).toBeGreaterThan(3);
      expect(sets.found[1]!.p).toBeGreaterThan(0.01);
    }
    const none = await engine.call("compareSets", { matrix: "X", type: "rare", file, method: "camera", minSize: 5, maxSize: 100 });
    expect(none.refusals[0]).toContain("rare is only described");
  });

  test("cells as units find genes between halves of one condition that differ in nothing but donors; donors find none", async () => {
    const cells = await engine.call("compareCells", { matrix: "X", splits: 6, seed: 3, lanes: 2 });
    const t = cells.types.find(({ type }) => type === "T")!;
    expect(t).toMatchObject({ donors: 5, distinct: 10 });
    expect(t.splitByCells.length).toBe(6);
    expect(Math.min(...t.splitByCells)).toBeGreaterThan(30);
    expect(Math.max(...t.splitByDonors)).toBeLessThanOrEqual(3);
    expect(t.byCells).toBeGreaterThan(t.byDonors);
    const table = await genes("T");
    expect(table.cells!.p.length).toBe(table.gene.length);
    expect(cells.types.find(({ type }) => type === "rare")).toMatchObject({ split: "", splitByCells: [] });
    expect(cells.notes.join(" ")).toContain("cells as units find");
    // Sums of logarithms are added in the order of the cells, whatever the lanes.
    const other = await engine.call("compareCells", { matrix: "X", splits: 6, seed: 3, lanes: 1 });
    expect({ ...other, seconds: 0 }).toEqual({ ...cells, seconds: 0 });
    const again = await genes("T");
    expect(again.cells!.p).toEqual(table.cells!.p);
  });

  test("values that are no counts are refused; without donors genes are described, and a stop ends the pass", async () => {
    const refused = await engine
      .call("compareExpression", { ...QUESTION, matrix: "layers/log", lanes: 2 })
      .catch((error: Error) => error.message);
    expect(refused).toContain("Expression is compared by counts summed over a donor's cells, and layers/log of planted.h5ad holds none");
    const none = await open(path);
    const described = await none.call("compareExpression", { ...QUESTION, donors: null, lanes: 2 });
    expect(described.refusals).toEqual([expect.stringContaining("no column names the donors")]);
    const t = await genes("T", none);
    expect(t.p.every(Number.isNaN)).toBe(true);
    expect(t.symbols.slice(0, CHANGED).every((_, i) => t.logFoldChange[i]! > 0.8)).toBe(true);
    const stop = new AbortController();
    stop.abort();
    await expect(none.call("compareExpression", { ...QUESTION, lanes: 2 }, { signal: stop.signal })).rejects.toMatchObject({
      code: "cancelled",
    });
  });
});

describe.skipIf(!hasCore || !hasData)("expression over real donors", () => {
  const { open } = useEngine();

  test("colon: CA1 and AQP8 are higher in normal donors, LCN2 and S100P in tumours", async () => {
    const engine = await open(dataFile("labelled/colon_epithelium_tumour_normal_counts.h5ad"));
    const question = { ...QUESTION, condition: "disease", types: { kind: "column", column: "cell_type" } } as const;
    const of = async (sampleWeights: boolean) => {
      await engine.call("compareExpression", { ...question, sampleWeights, lanes: 2 });
      const { symbols, logFoldChange, q } = await engine.call("compareGenes", { matrix: "X", type: "epithelial cell" });
      const value = (gene: string) => ({ change: logFoldChange[symbols.indexOf(gene)]!, q: q[symbols.indexOf(gene)]! });
      return { genes: symbols.length, significant: q.filter((one) => one < 0.05).length, value };
    };
    // As limma 3.54 with edgeR 3.40 on the same sums; C131's tumour looks half normal, which S100P shows.
    const plain = await of(false);
    expect(plain).toMatchObject({ genes: 3305, significant: 979 });
    for (const [gene, change, q] of [
      ["CA1", -7.087571, 4.608083e-5],
      ["AQP8", -6.89856, 6.594687e-5],
      ["LCN2", 2.979139, 9.290096e-4],
      ["S100P", 1.869425, 0.2030042],
    ] as const) {
      expect(plain.value(gene).change, gene).toBeCloseTo(change, 5);
      expect(plain.value(gene).q / q, gene).toBeCloseTo(1, 4);
    }
    const weighed = await of(true);
    expect(weighed.significant).toBe(1143);
    expect(weighed.value("S100P").q / 0.0388832).toBeCloseTo(1, 2);
    const { dots } = await engine.call("compareGene", { matrix: "X", gene: "CA1" });
    expect(dots.length).toBe(17);
  });

  test("Kang: interferon genes are described, and none has a p value", async () => {
    const engine = await open(dataFile("labelled/kang_stim_ctrl1556_1267g_counts.h5ad"));
    const question = { ...QUESTION, types: { kind: "column", column: "cell_type" } } as const;
    const report = await engine.call("compareExpression", { ...question, lanes: 2 });
    expect(report.refusals.length).toBe(1);
    for (const { type } of report.types) {
      const { p, symbols, logFoldChange } = await engine.call("compareGenes", { matrix: "X", type });
      expect(p.every(Number.isNaN)).toBe(true);
      expect(logFoldChange[symbols.indexOf("ISG15")], type).toBeGreaterThan(3);
    }
  });
});
