import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import type { GroupsReport } from "../../../../../web/src/contract/groups";
import type { HeadScores } from "../../../../../web/src/contract/types";
import { hasCore, useEngine, type TestEngine } from "../../../support/engine";

const DEMO = join(root, "web/public/demo/demo.h5ad");
const MODEL = "linear-atlas";

describe.skipIf(!hasCore)("labels per group, of the demo", () => {
  const engines = useEngine();
  let engine: TestEngine;
  let scores: HeadScores;
  const asked = { matrix: "X", model: MODEL, phenotype: "cell_type", lanes: 2 };
  const rowOf = ({ rows }: GroupsReport, group: string) => rows.find((row) => row.group === group)!;

  beforeAll(async () => {
    engine = await engines.analyzed(DEMO, MODEL);
    scores = (await engine.call("scores", { model: MODEL, phenotype: "cell_type" }))!;
  }, 60_000);

  test("figures are those of a naive count", async () => {
    const report = await engine.call("labelledGroups", { ...asked, by: { kind: "column", column: "cell_type" }, donors: "donor" });
    const [column, donors] = [await engine.call("column", { name: "cell_type" }), await engine.call("column", { name: "donor" })];
    if (column.kind === "number" || donors.kind === "number") throw new Error("These are words.");
    const { classes } = engine.conductor.models.folder(MODEL).info.heads[0]!;
    expect(report.rows).toHaveLength(column.categories.length);
    for (const [code, group] of column.categories.entries()) {
      const cells = [...column.codes.keys()].filter((cell) => column.codes[cell] === code);
      const row = rowOf(report, group);
      const mean = (of: (cell: number) => number) => cells.reduce((sum, cell) => sum + of(cell), 0) / cells.length;
      expect(row.cells).toBe(cells.length);
      expect(row.donors).toBe(new Set(cells.map((cell) => donors.codes[cell])).size);
      expect(row.probability).toBeCloseTo(
        mean((cell) => scores.probability[cell * scores.k]!),
        6,
      );
      expect(row.entropy).toBeCloseTo(
        mean((cell) => scores.entropy[cell]!),
        6,
      );
      expect(row.share).toBeCloseTo(
        mean((cell) => Number(classes[scores.top[cell * scores.k]!]!.label === row.label)),
        12,
      );
      expect(row.agreement).toBeNull();
    }
  });

  test("types that are what they are called have their markers among their top genes", async () => {
    const report = await engine.call("labelledGroups", { ...asked, by: { kind: "column", column: "cell_type" } });
    const found = report.rows.filter(({ markers }) => markers);
    expect(found.length).toBeGreaterThanOrEqual(7);
    for (const { markers, rather } of found) {
      expect(markers!.found.length / (markers!.found.length + markers!.missing.length)).toBeGreaterThan(0.25);
      expect(rather).toBeNull();
    }
    const b = report.rows.find(({ label }) => label === "B cell")!;
    expect(b.topGenes.slice(0, 6)).toContain("CD79A");
    expect(b.color).toBe("green");
  });

  test("with markers of another type a label is red, and the type that they are of is named", async () => {
    const monocyte = "classical monocyte\t-\tCD79A\tMS4A1\tCD79B\tTCL1A\tIGHM\tHLA-DRA";
    const text = `${monocyte}\nB cell\t-\tS100A8\tS100A9\tLYZ\tCST3\tFCN1\tCD14\nno such cell\t-\tA\tB\n`;
    const report = await engine.call("labelledGroups", { ...asked, by: { kind: "classes" }, markers: { name: "own.gmt", text } });
    expect(report.markers).toEqual({ source: "own.gmt", classes: 2 });
    expect(report.notes[0]).toContain("1 of 3 cell types of own.gmt are no class of the model: no such cell");
    const row = rowOf(report, "B cell");
    expect(row).toMatchObject({ color: "red", label: "B cell", markers: { found: [] }, rather: { label: "classical monocyte" } });
    expect(report.rows[0]!.suspicion).toBeGreaterThan(0.9);
    expect(report.rows.map(({ suspicion }) => suspicion)).toEqual(report.rows.map(({ suspicion }) => suspicion).sort((a, b) => b - a));
  });

  test("clusters are those that the survey found, and its markers stay as they are", async () => {
    await expect(engine.call("labelledGroups", { ...asked, by: { kind: "clusters" } })).rejects.toThrow("not been clustered");
    const step = { matrix: "X", mask: null, lanes: 2 };
    await engine.call("variableGenes", { ...step, flavour: "seurat_v3", top: 500, column: null });
    await engine.call("surveyComponents", { ...step, genes: null, scale: "log1p", components: 10 });
    await engine.call("surveyNeighbors", { matrix: "X", of: { kind: "components" }, mask: null, k: 15, seed: 1, lanes: 2 });
    const { sizes } = await engine.call("surveyClusters", { resolution: 1, seed: 1 });
    const by = { kind: "column" as const, column: "cell_type" };
    await engine.call("surveyMarkers", { ...step, by, donors: null, ranks: false, most: 0, seed: 1, order: "t" });
    const before = await engine.call("markerRows", { group: 0, order: "t", first: 0, count: 3 });
    const report = await engine.call("labelledGroups", { ...asked, by: { kind: "clusters" } });
    expect(report.rows.map(({ cells }) => cells).sort((a, b) => b - a)).toEqual(sizes);
    expect(await engine.call("markerRows", { group: 0, order: "t", first: 0, count: 3 })).toEqual(before);
  });
});
