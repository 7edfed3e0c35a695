import { describe, expect, test, vi } from "vitest";
import { dataFile, hasData } from "../../../support/data";
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
