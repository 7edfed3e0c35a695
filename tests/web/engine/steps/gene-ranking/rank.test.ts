import { describe, expect, test, vi } from "vitest";
import type { GeneRankingReport, GeneRankingRequest } from "../../../../../web/src/contract/operations/gene-ranking";
import { dataFile, hasData } from "../../../support/data";
import { hasCore, useEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

const { open: opened } = useEngine();

const ask = (given: Partial<GeneRankingRequest> = {}): GeneRankingRequest => ({
  matrix: "X",
  column: "cell_type",
  donors: "donor",
  methods: ["anova", "variance", "random"],
  given: [],
  sizes: [10, 50],
  folds: 3,
  cells: 500,
  seed: 1,
  lanes: 2,
  ...given,
});
const worth = (report: GeneRankingReport, name: string, genes: number) =>
  report.rankings.find((one) => one.name === name)!.worth.find((one) => one.genes === genes)!.accuracy;

describe.skipIf(!hasCore || !hasData)("rankings of genes side by side", () => {
  const kang = dataFile("labelled/kang_harmony_counts.h5ad");

  test("by labels beat chance on donors held out, the same with one lane as with two; labels that mean none are left out", async () => {
    const engine = await opened(kang);
    const report = await engine.call("rankGenes", ask());
    expect(report.classes).not.toContain("unlabelled");
    expect(report.notes.join()).toContain("unlabelled");
    expect(report.folds).toBe(3);
    expect(worth(report, "anova", 50).value).toBeGreaterThan(0.75);
    expect(worth(report, "anova", 50).low).toBeGreaterThan(worth(report, "random", 50).high);
    expect(worth(report, "anova", 50).value).toBeGreaterThan(report.majority);
    const best = [...report.rankings[0]!.genes.subarray(0, 40)].map((gene) => report.symbols[gene]);
    expect(best).toEqual(expect.arrayContaining(["CD79A", "GNLY"]));
    expect(report.overlap[0]![0]).toBe(1);
    expect(report.correlation[0]![0]).toBeCloseTo(1, 9);
    expect(report.overlap[0]![2]!).toBeLessThan(0.1);

    const alone = await (await opened(kang)).call("rankGenes", ask({ lanes: 1 }));
    expect(alone.rankings.map(({ worth: of }) => of)).toEqual(report.rankings.map(({ worth: of }) => of));
  });

  test("variable genes are scanpy's of the cells compared: with one fold's cells left out they are those of the others alone", async () => {
    const engine = await opened(kang);
    const report = await engine.call("rankGenes", ask({ methods: ["seurat", "seurat_v3", "random"], cells: 0, sizes: [50] }));
    // The same cells, asked of the survey.
    const column = await engine.call("column", { name: "cell_type" });
    if (column.kind === "number") throw new Error("labels are categories");
    const mask = Uint8Array.from(column.codes, (code) => Number(code >= 0 && report.classes.includes(column.categories[code]!)));
    for (const flavour of ["seurat", "seurat_v3"] as const) {
      const found = await engine.call("variableGenes", { matrix: "X", mask, lanes: 2, flavour, top: 100, column: null });
      const own = report.rankings.find(({ name }) => name === flavour)!;
      expect(report.cells).toBe(found.cells);
      expect([...own.genes.subarray(0, 20)].map((gene) => report.symbols[gene])).toEqual(
        [...found.chosen.subarray(0, 20)].map((gene) => found.symbols[gene]),
      );
      expect(worth(report, flavour, 50).value).toBeGreaterThan(worth(report, "random", 50).value);
    }
  });

  test("take a ranking made elsewhere by symbol or id, and say how much of the file it speaks of", async () => {
    const engine = await opened(kang);
    const markers = ["CD79A", "MS4A1", "CD3D", "GNLY", "NKG7", "LYZ", "FCGR3A", "CD14", "PPBP", "CD8A"];
    const given = {
      name: "by hand",
      symbols: markers,
      ensemblIds: markers.map(() => ""),
      scores: Float32Array.from(markers, (_, i) => 10 - i),
      seen: "",
    };
    const report = await engine.call("rankGenes", ask({ methods: ["random"], given: [given] }));
    expect([...report.rankings[0]!.genes.subarray(0, 10)].map((gene) => report.symbols[gene])).toEqual(markers);
    expect(report.rankings[0]!.isOwn).toBe(false);
    expect(report.notes.join()).toContain("speaks of 10 of");
    expect(worth(report, "by hand", 10).value).toBeGreaterThan(worth(report, "random", 10).value + 0.2);
    await expect(engine.call("rankGenes", ask({ given: [{ ...given, symbols: markers.map((name) => `not ${name}`) }] }))).rejects.toThrow(
      "names no gene of the file",
    );
  });

  test("that cannot be compared say why", async () => {
    const engine = await opened(kang);
    await expect(engine.call("rankGenes", ask({ sizes: [0] }))).rejects.toThrow("From 1 to 5,000 genes");
    await expect(engine.call("rankGenes", ask({ methods: [] }))).rejects.toThrow("at least one way");
    await expect(engine.call("rankGenes", ask({ column: "tissue" }))).rejects.toThrow("at least two");
    const stop = new AbortController();
    await expect(engine.call("rankGenes", ask(), { signal: stop.signal, progress: () => stop.abort() })).rejects.toThrow("Stopped");
  });
});
