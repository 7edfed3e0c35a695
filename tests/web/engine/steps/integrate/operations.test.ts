import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { seeded } from "../../../../../scripts/lib/random.mjs";
import { writeH5ad } from "../../../../../scripts/lib/write-h5ad.mjs";
import { dataFile, hasData, scratch } from "../../../support/data";
import { hasCore, useEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const FILES = ["sc_celseq2_5cl_p2", "sc_celseq2_5cl_p3", "sc_dropseq"].map((name) => dataFile(`labelled/sc_mixology_${name}.h5ad`));

describe.skipIf(!hasCore || !hasData)("three plates of the same cell lines", () => {
  const engines = useEngine();

  test("limits, variable genes and components by sample; Harmony and MNN mix plates and keep cell lines", async () => {
    const engine = engines.start();
    const info = await engine.call("open", { source: { kind: "study", files: FILES.map((path) => ({ source: { kind: "path", path } })) } });
    const { matrix } = info;
    const quality = await engine.call("surveyQuality", { matrix, mads: 3, lanes: 1, samples: "sample" });
    const { samples } = quality.samples!;
    expect(samples.map(({ cells }) => cells)).toEqual([307, 305, 225]);
    // Each sample's limits are those that it would have by itself.
    const { values } = await engine.call("qualityValues", { metric: "totals" });
    const { mask, kept } = await engine.call("qualityMask", { limits: "automatic" });
    expect(kept).toBe(samples.reduce((sum, one) => sum + one.kept, 0));
    let first = 0;
    for (const { cells, metrics } of samples) {
      const { automatic, median } = metrics[0]!;
      const own = Array.from(values.subarray(first, first + cells));
      expect(median).toBe([...own].sort((a, b) => a - b)[cells >> 1]);
      own.forEach((total, i) => total < automatic.low! && expect(mask[first + i]).toBe(0));
      first += cells;
    }
    const step = { matrix, mask: null, lanes: 1 };
    const variable = await engine.call("variableGenes", { ...step, flavour: "seurat", top: 1000, column: null, batch: "sample" });
    expect([variable.batch, variable.chosen.length]).toEqual(["sample", 1000]);
    await engine.call("surveyComponents", { ...step, genes: null, scale: "log1p", components: 20 });
    const asked = { matrix, mask: null, lanes: 1, seed: 1, labels: { column: "cell_type" }, condition: null, columns: ["sample"] };
    const found = [];
    for (const method of ["harmony", "mnn"] as const) found.push(await engine.call("surveyIntegrate", { ...asked, method }));
    for (const { before, after, batches, says } of found) {
      expect(batches).toHaveLength(3);
      expect(after.batchLisi).toBeGreaterThan(before.batchLisi + 0.02);
      expect(after.labelLisi!).toBeGreaterThan(0.97);
      expect(says).toContain("mixed the batches of sample");
    }
    expect(found[0]!.before).toEqual(found[1]!.before);
    // Cell lines that dropseq has none of.
    expect(found[0]!.warnings.join()).not.toContain("Of one sample alone");
    const near = await engine.call("surveyNeighbors", { ...asked, of: { kind: "integrated" }, k: 15 });
    expect(near).toMatchObject({ of: { kind: "integrated" }, cells: 837, dims: 20 });
    // Other components have no corrected ones.
    await engine.call("surveyComponents", { ...step, genes: null, scale: "log1p", components: 10 });
    await expect(engine.call("surveyNeighbors", { ...asked, of: { kind: "integrated" }, k: 15 })).rejects.toThrow("No batches");
    await expect(engine.call("surveyIntegrate", { ...asked, method: "harmony", columns: ["tissue"] })).rejects.toThrow("one batch alone");
  });
});

const CELLS = 120;
const GENES = 60;

/** Two types in equal shares, and columns of batches that are hard to lay over each other. */
async function unevenBatches(): Promise<string> {
  const path = join(scratch(), "uneven.h5ad");
  const random = seeded(4);
  const each = <T>(of: (cell: number) => T) => Array.from({ length: CELLS }, (_, cell) => of(cell));
  const values = new Float32Array(CELLS * GENES);
  for (let cell = 0; cell < CELLS; cell++)
    for (let gene = 0; gene < GENES; gene++) values[cell * GENES + gene] = random.poisson(gene % 2 === cell % 2 ? 4 : 1);
  // The second half are the cells of the first once more.
  values.copyWithin((CELLS / 2) * GENES, 0, (CELLS / 2) * GENES);
  await writeH5ad(path, {
    X: { values },
    obs: {
      index: each((cell) => `cell${cell}`),
      columns: {
        type: each((cell) => (cell % 2 === 0 ? "A" : "B")),
        single: each((cell) => (cell === 7 ? "alone" : "rest")),
        five: each((cell) => (cell < 5 ? "few" : "rest")),
        twins: each((cell) => (cell < CELLS / 2 ? "one" : "two")),
        missing: each((cell) => (cell % 4 === 0 ? null : cell % 4 === 1 ? "left" : "right")),
        same: each(() => "one"),
        none: each(() => "nan"),
        many: each((cell) => `batch ${cell >> 1}`),
      },
    },
    var: { index: Array.from({ length: GENES }, (_, gene) => `GENE${gene}`) },
  });
  return path;
}

describe.skipIf(!hasCore)("batches that are hard to lay over each other", () => {
  const engines = useEngine();

  test("are laid over each other with every cell in its place, or refused in a sentence", async () => {
    const engine = await engines.open(await unevenBatches());
    const step = { matrix: "X", mask: null, lanes: 1 };
    const genes = Int32Array.from({ length: GENES }, (_, gene) => gene);
    await engine.call("surveyComponents", { ...step, genes, scale: "log1p", components: 8 });
    const { scores: given } = await engine.call("componentScores", {});
    const asked = { ...step, seed: 1, labels: { column: "type" }, condition: null };
    for (const method of ["harmony", "mnn"] as const) {
      const run = async (column: string) => {
        const report = await engine.call("surveyIntegrate", { ...asked, columns: [column], method });
        return { report, scores: (await engine.call("integratedScores", {})).scores };
      };
      for (const column of ["single", "five", "twins", "missing"]) {
        const { report, scores } = await run(column);
        expect(scores.every(Number.isFinite), `${method} of ${column}`).toBe(true);
        expect(report.batches).toHaveLength(2);
        const left =
          column === "missing" ? ["30 cells have no missing: they stay where they are, and mixing is not measured by them."] : [];
        expect(report.warnings.filter((one) => one.includes("stay where they are"))).toEqual(left);
        for (const { batchLisi, kbet, labelLisi } of [report.before, report.after])
          for (const value of [batchLisi, kbet, labelLisi!])
            expect(value >= 0 && value <= 1, `${method} of ${column}: ${value}`).toBe(true);
        expect(report.after.labelLisi!).toBeGreaterThan(0.9);
        // Cells of no batch stay where they are.
        if (column === "missing")
          for (let cell = 0; cell < CELLS; cell += 4)
            expect(scores.slice(cell * 8, cell * 8 + 8)).toEqual(given.slice(cell * 8, cell * 8 + 8));
        // Batches that lie over each other already are hardly moved.
        if (column === "twins") {
          const moved = scores.reduce((sum, score, i) => sum + (score - given[i]!) ** 2, 0);
          expect(moved / given.reduce((sum, score) => sum + score ** 2, 0)).toBeLessThan(0.01);
        }
      }
      const stop = new AbortController();
      const stopped = { signal: stop.signal, progress: () => stop.abort() };
      await expect(engine.call("surveyIntegrate", { ...asked, columns: ["five"], method }, stopped)).rejects.toMatchObject({
        code: "cancelled",
      });
      await expect(run("same")).rejects.toThrow("same has one batch alone among these cells: there is nothing to lay over each other.");
      await expect(run("none")).rejects.toThrow("none has no batch among these cells");
      await expect(run("many")).rejects.toThrow("many has batches of fewer than 10 cells each (60): choose a column of samples.");
      await expect(run("gone")).rejects.toThrow("no column named gone");
    }
  });
});
