import { readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParse } from "d3-dsv";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { runToEnd, type Ended } from "../../support/command-line";
import { listFiles, scratch } from "../../support/data";
import { hasCore } from "../../support/engine";
import { CHANGED, planted } from "../../support/planted-donors";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe.skipIf(!hasCore)("compare", () => {
  let folder: string;
  let path: string;
  let ended: Ended;
  const table = (name: string, from = folder) => csvParse(readFileSync(join(from, name), "utf8"));
  beforeAll(async () => {
    const own = scratch();
    path = join(own, "planted.h5ad");
    await planted(path);
    folder = join(own, "out");
    ended = await runToEnd(["compare", path, "--types", "type", "--genes", "GENE3", "--splits", "2", "--out", folder]);
  });

  test("condition and donors are found by their names; all that could be compared is written", () => {
    expect(ended.status).toBe(0);
    expect(listFiles(folder)).toEqual([
      "cells_as_units.csv",
      "compare.py",
      "composition.csv",
      "design.csv",
      "expression.csv",
      "expression_types.csv",
      "genes.csv",
      "moved.csv",
      "report.html",
      "shares.csv",
      "summary.json",
    ]);
    const summary = JSON.parse(readFileSync(join(folder, "summary.json"), "utf8"));
    expect(summary).toMatchObject({
      options: { condition: "condition", donors: "donor" },
      design: { kind: "independent", tested: "independent", unnamed: [60, 60] },
      refusals: [],
      not_computed: [],
    });
    expect(ended.stderr).toContain("120 cells have no named donor in donor");
    expect(summary.notes.join(" ")).toContain("cells as units find");
  });

  test("tables say what the engine found", () => {
    expect(table("design.csv").map(({ donor, condition, T, B, rare }) => [donor, condition, T, B, rare])[0]).toEqual([
      "d0",
      "stim",
      "40",
      "40",
      "2",
    ]);
    const rows = table("expression.csv");
    const up = rows.filter(({ type, q, log2_fold_change }) => type === "T" && q !== "" && Number(q) < 0.05 && Number(log2_fold_change) > 1);
    expect(up.length).toBeGreaterThan(0.9 * CHANGED);
    expect(rows.filter(({ type }) => type === "rare").every(({ p }) => p === "")).toBe(true);
    expect(rows.every(({ cells_p }) => cells_p !== undefined)).toBe(true);
    expect(Number(table("composition.csv").find(({ type }) => type === "B")!.q)).toBeLessThan(0.05);
    expect(table("moved.csv").map(({ type }) => type)).toEqual(["B", "T", "rare"]);
    expect(table("genes.csv").length).toBe(30);
    expect(readFileSync(join(folder, "report.html"), "utf8")).toContain("stim compared with ctrl");
  });

  test("without donors everything is described and no p value leaves", async () => {
    const other = join(scratch(), "out");
    const words = ["compare", path, "--types", "type", "--donors", "none", "--permutations", "0", "--out", other];
    const { status, stderr } = await runToEnd(words);
    expect(status).toBe(0);
    expect(stderr).toContain("No p value is given: no column names the donors");
    for (const name of ["expression.csv", "composition.csv"])
      expect(table(name, other).every(({ p, q }) => p === "" && q === "")).toBe(true);
    expect(listFiles(other)).not.toContain("cells_as_units.csv");
  });

  test("a question that makes no sense is refused, and nothing is written", async () => {
    const other = join(scratch(), "out");
    const wrong = await runToEnd(["compare", path, "--condition", "arm", "--types", "type", "--out", other]);
    expect([wrong.status, wrong.stderr.includes("has no column named arm")]).toEqual([1, true]);
    const usage = await runToEnd(["compare", path, "--levels", "a,b,c", "--out", other]);
    expect([usage.status, usage.stderr.includes("--levels takes A,B or A")]).toEqual([2, true]);
    expect(listFiles(other)).toEqual([]);
  });
});
