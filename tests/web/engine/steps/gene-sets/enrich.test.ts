import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import { loadCore } from "../../../../../web/src/engine/base/core";
import { nodeEnvironment } from "../../../../../web/src/engine/platform/environment.node";
import { enrich } from "../../../../../web/src/engine/steps/gene-sets/enrich";
import { mitochondrialSets } from "../../../../../web/src/engine/steps/gene-sets/mitochondria";
import { overlapsOf } from "../../../../../web/src/engine/steps/gene-sets/overlap";
import { parseGeneSets } from "../../../../../web/src/engine/steps/gene-sets/parse";
import { GeneIndex } from "../../../../../web/src/engine/genes/gene-index";
import type { EnrichmentRequest } from "../../../../../web/src/contract/operations/gene-sets";
import { labelSides, springLayout } from "../../../../../web/src/plots/set-network";
import { hasCore } from "../../../support/engine";

const gmt = (text: string, name = "sets.gmt") => parseGeneSets({ name, text });

describe("a file of gene sets", () => {
  test("is read as GMT or, by its ending, as GMX; the same sets", () => {
    const rows = gmt("A\tfirst\tCD3D\tCD3E\r\n# a remark\r\n\r\nB\t\tMS4A1\tCD79A,1.0\tNA\t\r\n");
    expect(rows.sets).toEqual([
      { name: "A", description: "first", genes: ["CD3D", "CD3E"] },
      { name: "B", description: "", genes: ["MS4A1", "CD79A"] },
    ]);
    expect(gmt("A\tB\nfirst\t\nCD3D\tMS4A1\nCD3E\tCD79A\n", "sets.GMX").sets).toEqual(rows.sets);
  });

  test("says what it passes over, and joins a set that is named twice", () => {
    const { sets, notes } = gmt("A\tx\tG1\tG1\tG2\nA\ty\tG2\tG3\nempty\tx\t\n\tx\tG1\n");
    expect(sets).toEqual([{ name: "A", description: "x", genes: ["G1", "G2", "G3"] }]);
    expect(notes).toEqual(["2 sets without a name or genes passed over.", "1 set named again: genes were added to the first."]);
  });

  test.each([
    ["words with no tab", "A gene set\n", "line 1: “A gene set” is no gene set"],
    ["a table of another kind", "cell_id,label\nc1,T\n", "line 1"],
    ["nothing", "\n\n", "holds no gene set"],
    ["bytes", "\u0000\u0001\t\t", "is not text"],
  ])("%s is refused with what is wrong and where", (_, text, words) => {
    expect(() => gmt(text)).toThrow(words);
  });

  test("finds genes by symbol, in another case, and by Ensembl id with a version", () => {
    const index = new GeneIndex(["CD3D", "C1orf43"], ["ENSG00000167286", "ENSG00000143612"]);
    expect(["CD3D", "cd3d", "C1ORF43", "ENSG00000167286.12", "nothing"].map((name) => index.find(name))).toEqual([0, 0, 1, 0, undefined]);
  });

  test("the built-in sets keep the genome of the mitochondrion apart from nuclear genes, and leave pseudogenes out", () => {
    const sets = mitochondrialSets([
      "MT-CO1",
      "MT-ND1",
      "NDUFA4",
      "NDUFAF1",
      "COX4I1",
      "COX10",
      "ATP5F1B",
      "ATP5MC1P5",
      "MRPL3",
      "SDHA",
      "SDHAF1",
      "UQCRB",
      "CYC1",
      "TOMM20",
      "ACTB",
    ]);
    const genes = new Map(sets.map((set) => [set.name, set.genes]));
    expect(genes.get("mtDNA genes")).toEqual(["MT-CO1", "MT-ND1"]);
    expect(genes.get("All nuclear genes listed here")).toEqual(["NDUFA4", "SDHA", "UQCRB", "CYC1", "COX4I1", "ATP5F1B", "MRPL3", "TOMM20"]);
  });
});

describe("sets that share genes", () => {
  test("are joined as in gseapy's enrichment map", () => {
    const { sets, edges } = JSON.parse(readFileSync(join(root, "tests/web/expected/set-overlap.json"), "utf8")) as {
      sets: number[][];
      edges: [string, string, number, number][];
    };
    const found = overlapsOf(sets);
    expect(found.map(({ first, second }) => [`s${first}`, `s${second}`])).toEqual(edges.map(([a, b]) => [a, b]));
    found.forEach(({ jaccard, coefficient }, i) => {
      expect(jaccard).toBeCloseTo(edges[i]![2], 12);
      expect(coefficient).toBeCloseTo(edges[i]![3], 12);
    });
  });

  test("lie near each other, others apart, the same way every time", () => {
    const links = [
      [0, 1],
      [1, 2],
      [0, 2],
      [3, 4],
      [4, 5],
      [3, 5],
    ].map(([first, second]) => ({ first: first!, second: second!, coefficient: 0.8 }));
    const { x, y } = springLayout(8, links);
    expect(springLayout(8, links)).toEqual({ x, y });
    const distance = (a: number, b: number) => Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);
    const joined = Math.max(...links.map(({ first, second }) => distance(first, second)));
    for (const a of [0, 1, 2]) for (const b of [3, 4, 5, 6, 7]) expect(distance(a, b)).toBeGreaterThan(joined);
    expect([...x, ...y].every(Number.isFinite)).toBe(true);
    // Names of circles on one another go above and below; a third has no room.
    const node = { px: 50, py: 50, r: 5, label: "a name" };
    expect(labelSides([node, node, node, { ...node, px: 200 }])).toEqual(["below", "above", null, "below"]);
  });
});

describe.skipIf(!hasCore)("enrichment of attributions", () => {
  const symbols = Array.from({ length: 200 }, (_, i) => `G${i}`);
  const request = (given: Partial<EnrichmentRequest>): EnrichmentRequest => ({
    file: {
      name: "a.gmt",
      text: [
        ["up", "x", ...symbols.slice(0, 12), "NOTHING"],
        ["mixed", "x", ...symbols.filter((_, i) => i % 17 === 3)],
        ["small", "x", "G1", "G2"],
      ]
        .map((words) => `${words.join("\t")}\n`)
        .join(""),
    },
    symbols,
    ensemblIds: symbols.map(() => ""),
    mean: Float32Array.from(symbols, (_, i) => Math.cos(i / 64)),
    meanAbs: Float32Array.from(symbols, (_, i) => Math.abs(Math.cos(i / 64))),
    weight: null,
    // The last fifty are in no cell.
    expressed: Float32Array.from(symbols, (_, i) => (i < 150 ? 0.5 : 0)),
    method: "preranked",
    top: 20,
    minSize: 3,
    maxSize: 100,
    permutations: 500,
    seed: 1,
    ...given,
  });
  const environment = nodeEnvironment(() => {
    throw new Error("This test starts no lanes.");
  });

  test("tests sets of the right size within the background, by each method", async () => {
    const core = await loadCore(environment);
    for (const method of ["preranked", "over-representation", "matched-share"] as const) {
      const report = enrich(core, request({ method }));
      expect(report.background).toBe(150);
      expect([report.sets, report.tested]).toEqual([3, 2]);
      expect(report.found.map(({ name, size, listed }) => [name, size, listed])).toEqual([
        ["up", 12, 13],
        ["mixed", 9, 12],
      ]);
      expect(report.found[0]!.genes[0]).toBe("G0");
      // Every 17th gene from the fourth, of the first twelve: one.
      expect(report.overlaps).toEqual([{ first: 0, second: 1, shared: 1, jaccard: 1 / 20, coefficient: 1 / 9 }]);
      expect(report.found[0]!.p).toBeLessThan(method === "matched-share" ? 0.05 : 0.02);
      expect(report.found[1]!.p).toBeGreaterThan(0.05);
      expect(report.notes.join()).toContain("1 of 27 gene names");
    }
  });

  test("refuses names it does not know, sizes that leave nothing and rankings of few genes, with what to do", async () => {
    const core = await loadCore(environment);
    expect(() => enrich(core, request({ file: { name: "mouse.gmt", text: "a\tx\tZzz1\tZzz2\n" } }))).toThrow(
      "None of the 2 gene names in mouse.gmt",
    );
    expect(() => enrich(core, request({ minSize: 90 }))).toThrow("No set of a.gmt has from 90 to 100 genes");
    expect(() => enrich(core, request({ expressed: new Float32Array(200) }))).toThrow("Only 0 genes are ranked");
    expect(() => enrich(core, request({ file: "mitochondria" }))).toThrow("No gene of the built-in sets");
  });
});
