import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import type { SetScoresRequest } from "../../../../../web/src/contract/operations/gene-sets";
import { makeFixtures } from "../../../../fixtures/make.mjs";
import { dataFile, hasData, openReader, scratch } from "../../../support/data";
import { hasCore, useEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

const { analyzed } = useEngine();
let fixtures: Record<string, string>;

const gmt = (sets: Record<string, string[]>) => ({
  name: "own.gmt",
  text: Object.entries(sets)
    .map(([name, genes]) => `${name}\tx\t${genes.join("\t")}\n`)
    .join(""),
});
const ask = (file: SetScoresRequest["file"], given: Partial<SetScoresRequest> = {}): SetScoresRequest => ({
  matrix: "X",
  file,
  minSize: 3,
  maxSize: 500,
  groupBy: { kind: "prediction", model: "linear-atlas", phenotype: "cell_type" },
  lanes: 2,
  ...given,
});

beforeAll(async () => {
  if (hasCore) fixtures = await makeFixtures(scratch());
});

describe.skipIf(!hasCore)("cells scored by sets of genes", () => {
  test("have the mean of what each gene's ranks add, in every layout and with any number of lanes", async () => {
    const reader = await openReader(fixtures.csr!);
    const { ids } = await reader.geneIds("X");
    const { cells } = reader;
    const block = await reader.block("X", 0, cells);
    const dense = Array.from({ length: cells }, () => new Float64Array(ids.length));
    if (block.layout === "csr")
      for (let cell = 0; cell < cells; cell++)
        for (let i = block.indptr[cell]!; i < block.indptr[cell + 1]!; i++) dense[cell]![block.indices[i]!]! += block.values[i]!;
    reader.close();
    const sets = { first: ids.slice(0, 5), spread: ids.filter((_, i) => i % 7 === 2) };
    const top = 12;
    const naive = (row: Float64Array, set: string[]) => {
      if (row.every((value) => value === row[0])) return NaN;
      let [sum, most] = [0, 0];
      for (const gene of set) {
        const own = row[ids.indexOf(gene)]!;
        const above = row.filter((value) => value > own).length;
        const alike = row.filter((value) => value === own).length;
        for (let rank = above + 1; rank <= above + alike; rank++) sum += Math.max(0, top - rank) / alike;
      }
      for (let rank = 1; rank <= set.length; rank++) most += Math.max(0, top - rank);
      return sum / most;
    };
    for (const [path, lanes] of [
      [fixtures.csr!, 1],
      [fixtures.csr!, 3],
      [fixtures.csc ?? fixtures.csr!, 2],
    ] as const) {
      const engine = await analyzed(path, "tiny-random");
      const report = await engine.call("scoreSets", ask(gmt(sets), { top, lanes, groupBy: { kind: "column", column: "donor" } }));
      expect(report.scored.map(({ name, size }) => [name, size])).toEqual(
        Object.entries(sets).map(([name, genes]) => [name, genes.length]),
      );
      for (const [s, genes] of Object.values(sets).entries()) {
        const { values } = await engine.call("setScores", { matrix: "X", set: s });
        dense.forEach((row, cell) => {
          const wanted = naive(row, genes);
          if (Number.isNaN(wanted)) expect(values[cell]).toBeNaN();
          else expect(Math.abs(values[cell]! - wanted)).toBeLessThan(1e-6);
        });
        const column = await engine.call("column", { name: "donor" });
        if (column.kind === "number") throw new Error("donor is a category");
        report.groups.forEach(({ name }, g) => {
          const own = [...values].filter((value, cell) => column.categories[column.codes[cell]!] === name && !Number.isNaN(value));
          const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
          expect(Math.abs(report.scored[s]!.means[g]! - mean)).toBeLessThan(1e-6);
          const se = Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (own.length - 1) / own.length);
          expect(Math.abs(report.scored[s]!.errors[g]! - se)).toBeLessThan(1e-6);
        });
        expect(report.scored[s]!.between).toBeGreaterThanOrEqual(0);
        expect(report.scored[s]!.between).toBeLessThanOrEqual(1);
      }
    }
  });

  test("that cannot be scored say why", async () => {
    const engine = await analyzed(fixtures.csr!, "tiny-random");
    const column = { groupBy: { kind: "column", column: "donor" } } as const;
    const reader = await openReader(fixtures.csr!);
    const [known] = (await reader.geneIds("X")).ids;
    reader.close();
    await expect(engine.call("setScores", { matrix: "X", set: 0 })).rejects.toThrow("have not been scored");
    await expect(engine.call("scoreSets", ask(gmt({ a: ["Zzz1", "Zzz2", "Zzz3"] }), column))).rejects.toThrow(
      "None of the 3 gene names in own.gmt is a gene of csr.h5ad",
    );
    await expect(engine.call("scoreSets", ask(gmt({ a: [known!, "Zzz1"] }), { ...column, minSize: 50 }))).rejects.toThrow(
      "No set of own.gmt has from 50 to 500 genes that csr.h5ad measures",
    );
    await expect(
      engine.call("scoreSets", ask(gmt({ a: [known!] }), { minSize: 1, groupBy: { kind: "column", column: "depth" } })),
    ).rejects.toThrow("holds numbers");
    await expect(engine.call("scoreSets", ask(gmt({ a: [known!] }), { ...column, minSize: 1, top: 1 }))).rejects.toThrow("From 2 to all");
  });

  test.skipIf(!hasData)(
    "tell the cells they are of: B, T and monocyte genes in pbmc3k; the mitochondrial sets find their genes",
    async () => {
      const engine = await analyzed(dataFile("labelled/pbmc3k_counts.h5ad"), "linear-atlas");
      const file = gmt({
        B: ["MS4A1", "CD79A", "CD79B", "CD37", "HLA-DQA1", "TCL1A"],
        T: ["CD3D", "CD3E", "IL7R", "LTB", "CD2", "LCK"],
        monocyte: ["LYZ", "CD14", "S100A8", "S100A9", "FCN1", "CST3"],
      });
      const report = await engine.call("scoreSets", ask(file));
      const best = (name: string) => {
        const { means } = report.scored.find((one) => one.name === name)!;
        // Groups of a few cells are chance.
        return report.groups[means.reduce((most, mean, g) => (report.groups[g]!.cells > 20 && mean > means[most]! ? g : most), 0)]!.name;
      };
      expect(best("B")).toBe("B cell");
      expect(best("T")).toMatch(/T cell/);
      expect(best("monocyte")).toMatch(/monocyte/);
      expect(report.top).toBe(Math.ceil(report.genes / 20));
      const own = await engine.call("scoreSets", ask("mitochondria"));
      expect(own.scored.map(({ name }) => name)).toEqual(expect.arrayContaining(["mtDNA genes", "Mitochondrial ribosome"]));
      expect(own.groups.reduce((sum, { cells }) => sum + cells, 0)).toBe(2638);
    },
  );
});

describe("decoupler's scores of the first real cells", () => {
  test.skipIf(!hasCore || !hasData)("are the engine's, genes that tie put in some order by less than a count", async () => {
    const expected = JSON.parse(readFileSync(join(root, "tests/web/expected/aucell.json"), "utf8")) as {
      sets: Record<string, string[]>;
      mean: number[][];
      error: number[][];
    };
    const engine = await analyzed(dataFile("labelled/pbmc3k_counts.h5ad"), "linear-atlas");
    await engine.call("scoreSets", ask(gmt(expected.sets)));
    for (const s of Object.keys(expected.sets).keys()) {
      const { values } = await engine.call("setScores", { matrix: "X", set: s });
      expected.mean.forEach((row, cell) =>
        expect(Math.abs(values[cell]! - row[s]!)).toBeLessThan(6 * Math.max(expected.error[cell]![s]!, 0.001)),
      );
    }
  });
});
