import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import type { AnnotationReport, AnnotationRow } from "../../../../../web/src/contract/annotation";
import { groupsOfAnnotation } from "../../../../../web/src/contract/annotation-cells";
import type { HeadScores } from "../../../../../web/src/contract/types";
import { dataFile, hasData } from "../../../support/data";
import { hasCore, useEngine, type TestEngine } from "../../../support/engine";

const DEMO = join(root, "web/public/demo/demo.h5ad");
const MODEL = "linear-atlas";
const median = (values: number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
};

async function words(engine: TestEngine, name: string): Promise<string[]> {
  const column = await engine.call("column", { name });
  if (column.kind === "number") throw new Error(`${name} holds numbers.`);
  return Array.from(column.codes, (code) => column.categories[code] ?? "");
}

describe.skipIf(!hasCore)("rows of groups, of the demo", () => {
  const engines = useEngine();
  let engine: TestEngine;
  let report: AnnotationReport;
  let types: string[];
  beforeAll(async () => {
    engine = await engines.analyzed(DEMO, MODEL);
    const annotation = await engine.call("startAnnotation", { matrix: "X", by: { kind: "column", column: "cell_type" } });
    const groups = groupsOfAnnotation(annotation);
    report = await engine.call("annotationRows", { matrix: "X", groups, models: [MODEL], donors: "donor", batch: "donor", lanes: 2 });
    types = await words(engine, "cell_type");
  }, 60_000);

  test("cells, donors, depth and the model's figures are those of a naive count", async () => {
    const donors = await words(engine, "donor");
    const quality = await engine.call("surveyQuality", { matrix: "X", mads: 3, lanes: 2 });
    const { values: totals } = await engine.call("qualityValues", { metric: "totals" });
    const scores = (await engine.call("scores", { model: MODEL, phenotype: "cell_type" })) as HeadScores;
    expect(quality.cells).toBe(types.length);
    expect(report.quality.totals).toBeCloseTo(median([...totals]), 3);
    for (const row of report.rows) {
      const cells = [...types.keys()].filter((cell) => types[cell] === row.group);
      expect(row.cells).toBe(cells.length);
      const counts = new Map<string, number>();
      for (const cell of cells) counts.set(donors[cell]!, (counts.get(donors[cell]!) ?? 0) + 1);
      expect(new Map(row.donors!.map(({ level, cells: own }) => [level, own]))).toEqual(counts);
      expect(row.donors!.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(row.batches).toEqual(row.donors);
      expect(row.quality.totals).toBeCloseTo(median(cells.map((cell) => totals[cell]!)), 3);
      const mean = cells.reduce((sum, cell) => sum + scores.entropy[cell]!, 0) / cells.length;
      expect(row.models).toHaveLength(1);
      expect(row.models[0]!.entropy).toBeCloseTo(mean, 6);
      expect(row.entropy).toBeCloseTo(mean, 6);
      expect(row.models[0]!.labelled).toBe(1);
    }
  });

  test("one model makes no consensus, and a class that most cells have is the name", () => {
    for (const row of report.rows) {
      expect(row.consensus).toBeNull();
      if (row.models[0]!.share < 0.8) continue;
      expect(row.suggestion).toMatchObject({ name: row.models[0]!.label, source: MODEL, confidence: row.models[0]!.share });
      expect(row.covering).toBeNull();
    }
  });

  test("codes that are not of the file's cells are refused", async () => {
    const groups = { by: "x", names: ["a"], codes: new Int32Array(3) };
    await expect(engine.call("annotationRows", { matrix: "X", groups, models: [], lanes: 2 })).rejects.toThrow(/Groups are of 3 cells/);
  });
});

/** Cells of pbmc3k's own labels by what they may be called. */
const RIGHT: Record<string, string[]> = {
  "Naive CD4 T": ["CD4-positive, alpha-beta T cell", "T cell"],
  "Memory CD4 T": ["CD4-positive, alpha-beta T cell", "T cell"],
  "CD8 T": ["CD8-positive, alpha-beta T cell", "T cell"],
  "CD14+ Mono": ["classical monocyte", "monocyte"],
  "FCGR3A+ Mono": ["non-classical monocyte", "monocyte"],
  B: ["B cell"],
  NK: ["natural killer cell"],
  DC: ["conventional dendritic cell"],
  Platelet: ["platelet"],
};

describe.skipIf(!hasCore || !hasData)("clusters of pbmc3k", () => {
  const engines = useEngine();
  let engine: TestEngine;
  let named: { row: AnnotationRow; label: string; purity: number }[];
  let codes: Int32Array;
  const rowsBy = async (models: string[]) => {
    const annotation = await engine.call("startAnnotation", { matrix: "X", by: { kind: "clusters" } });
    const groups = groupsOfAnnotation(annotation);
    codes = groups.codes;
    const { rows } = await engine.call("annotationRows", { matrix: "X", groups, models, lanes: 2 });
    const labels = await words(engine, "cell_type");
    return rows.map((row, group) => {
      const own = labels.filter((_, cell) => codes[cell] === group);
      const counts = new Map(own.map((label) => [label, own.filter((one) => one === label).length]));
      const [[label, most]] = [...counts].sort((a, b) => b[1] - a[1]) as [[string, number]];
      return { row, label, purity: most / own.length };
    });
  };
  beforeAll(async () => {
    engine = await engines.analyzed(dataFile("labelled/pbmc3k_counts.h5ad"), MODEL);
    const step = { matrix: "X", mask: null, lanes: 2 };
    await engine.call("variableGenes", { ...step, flavour: "seurat_v3", top: 2000, column: null });
    await engine.call("surveyComponents", { ...step, genes: null, scale: "log1p", components: 50 });
    await engine.call("surveyNeighbors", { matrix: "X", of: { kind: "components" }, mask: null, k: 15, seed: 1, lanes: 2 });
    await engine.call("surveyClusters", { resolution: 1, seed: 1 });
    named = await rowsBy([MODEL]);
  }, 60_000);

  test("clusters of one type are named as its label says; the mixed one has a light", () => {
    const pure = named.filter(({ purity }) => purity >= 0.7);
    expect(pure.length).toBeGreaterThanOrEqual(9);
    for (const { row, label } of pure) expect(RIGHT[label], `${row.group}: ${label}`).toContain(row.suggestion.name);
    for (const { row } of named.filter(({ purity }) => purity < 0.7)) expect(row.color).not.toBe("green");
  });

  test("a cluster of two kinds of monocyte is called by the term above both, and said to be mixed", () => {
    const wide = named.filter(({ row }) => row.covering !== null);
    expect(wide.map(({ row }) => row.covering!.name)).toContain("monocyte");
    for (const { row } of wide) {
      expect(row.models[0]!.share).toBeLessThan(0.8);
      expect(row.covering!.share).toBeGreaterThanOrEqual(0.8);
      expect(row.suggestion).toMatchObject({ name: row.covering!.name, ontologyId: row.covering!.id });
      expect(row.doubts.map(({ kind }) => kind)).toContain("mixed");
    }
  });

  test("without models the markers name most clusters alike, and none for want of half of any list", async () => {
    const byMarkers = await rowsBy([]);
    const told = byMarkers.filter(({ row }) => row.suggestion.name !== "");
    expect(told.every(({ row }) => row.suggestion.source === "markers" && row.models.length === 0)).toBe(true);
    const right = told.filter(({ row, label }) => RIGHT[label]!.includes(row.suggestion.name));
    expect(right.length).toBeGreaterThanOrEqual(8);
    for (const { row } of byMarkers.filter(({ row: one }) => one.suggestion.name === ""))
      expect(row.suggestion).toMatchObject({ mark: "unknown", ontologyId: "", confidence: null });
  });

  test("a group of both kinds of monocyte is split into them", async () => {
    const labels = await words(engine, "cell_type");
    const both = Int32Array.from(labels, (label) => (/Mono/.test(label) ? 0 : 1));
    const groups = { by: "given", names: ["monocytes", "others"], codes: both };
    const split = await engine.call("splitGroup", { matrix: "X", groups, group: "monocytes", resolution: 0.5, seed: 1, lanes: 2 });
    expect(split.codes.every((code, cell) => (both[cell] === 0) === code >= 0)).toBe(true);
    expect(split.sizes.length).toBeGreaterThanOrEqual(2);
    let right = 0;
    for (const part of split.sizes.keys()) {
      const own = labels.filter((_, cell) => split.codes[cell] === part);
      right += Math.max(...["CD14+ Mono", "FCGR3A+ Mono"].map((label) => own.filter((one) => one === label).length));
    }
    const all = split.sizes.reduce((sum, size) => sum + size, 0);
    expect(right / all).toBeGreaterThan(0.93);
    // The survey's own clusters stay as they are.
    const again = groupsOfAnnotation(await engine.call("startAnnotation", { matrix: "X", by: { kind: "clusters" } }));
    expect(again.codes).toEqual(codes);
    await expect(engine.call("splitGroup", { matrix: "X", groups, group: "none", resolution: 1, seed: 1, lanes: 2 })).rejects.toThrow(
      /no group none/,
    );
  });
});
