import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { FileInfo, StudyFile } from "../../../../../web/src/contract/types";
import { loadCore } from "../../../../../web/src/engine/base/core";
import { openStudy } from "../../../../../web/src/engine/file/study/open";
import { Models } from "../../../../../web/src/engine/model/models";
import { nodeEnvironment } from "../../../../../web/src/engine/platform/environment.node";
import { goodTree, writeTree } from "../../../../fixtures/tree.mjs";
import { dataFile, hasData, scratch } from "../../../support/data";
import { hasCore, options, useEngine, type TestEngine } from "../../../support/engine";
import expected from "../../../expected/study.json";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const paths = (files: string[]): StudyFile[] => files.map((path) => ({ source: { kind: "path", path } }));
const ADDRESSES = "ABCDEFGHIJ";

describe.skipIf(!hasCore)("several small files", () => {
  const engines = useEngine();
  let folder: string;
  let info: FileInfo;
  let engine: TestEngine;

  beforeAll(async () => {
    folder = scratch();
    const first = goodTree();
    // The second has other genes, in another order, its counts in a layer, and a column of another kind.
    const second = goodTree();
    second.var._index.data = Array.from({ length: 40 }, (_, gene) => `GENE${49 - gene}`);
    second.layers = { "@": second.layers["@"], counts: second.X } as typeof second.layers;
    (second as { X?: unknown }).X = {
      ...goodTree().X,
      data: { ...goodTree().X.data, data: goodTree().X.data.data.map((value: number) => Math.log1p(value) - 0.9) },
    };
    second.obs.depth = { ...second.obs._index, data: Array.from({ length: 30 }, (_, cell) => ADDRESSES[cell % 10]!) };
    await writeTree(join(folder, "first.h5ad"), first);
    await writeTree(join(folder, "second.h5ad"), second);
    await writeTree(join(folder, "broken.h5ad"), { obs: first.obs });
    engine = engines.start();
    info = await engine.call("open", {
      source: { kind: "study", files: paths(["first.h5ad", "broken.h5ad", "second.h5ad", "gone.h5ad"].map((name) => join(folder, name))) },
    });
  });

  test("each is read by its own matrix, what cannot be used is left out by name, conflicts are told", () => {
    expect(info.study).toMatchObject({
      samples: [
        { sample: "first", file: "first.h5ad", cells: 30, genes: 40, matrix: "X", values: "counts" },
        { sample: "second", file: "second.h5ad", cells: 30, genes: 40, matrix: "layers/counts", values: "counts" },
      ],
      column: "sample",
      genes: { any: 50, every: 30 },
      shared: "X[shared genes]",
    });
    expect(info.study!.samples.map(({ place }) => place)).toEqual([0, 2]);
    expect(info.study!.leftOut.map(({ file }) => file)).toEqual(["broken.h5ad", "gone.h5ad"]);
    expect(info).toMatchObject({ cells: 60, genes: 50, matrix: "X" });
    const messages = info.notices.map(({ message }) => message).join("\n");
    expect(messages).toContain("30 of 50 genes are measured in every file");
    expect(messages).toContain("obs/depth holds numbers in first.h5ad, text in second.h5ad: all are read as text.");
    expect(messages).toContain("Files share names of cells");
    expect(messages).toContain("X_umap of the files is not joined");
  });

  test("columns, names and genes are joined: what is not measured is missing, not zero", async () => {
    const sample = await engine.call("column", { name: "sample" });
    expect(sample).toMatchObject({ kind: "category", categories: ["first", "second"] });
    const types = await engine.call("column", { name: "cell_type" });
    if (types.kind === "number") throw new Error("Types are words.");
    expect(types.categories).toEqual(["B cell", "T cell", "monocyte"]);
    expect(Array.from(types.codes.subarray(28, 33))).toEqual([1, 2, 0, 1, 2]);
    expect(await engine.call("cellIds", { first: 29, count: 2 })).toEqual(["cell-29-first", "cell-0-second"]);
    const { values } = await engine.call("gene", { matrix: "X", gene: "GENE45" });
    expect(Array.from(values.subarray(0, 30)).every(Number.isNaN)).toBe(true);
    expect(Array.from(values.subarray(30)).some((value) => value > 0)).toBe(true);
    const { values: shared } = await engine.call("gene", { matrix: "X", gene: "GENE20" });
    expect(Array.from(shared).some(Number.isNaN)).toBe(false);
  });

  test("statistics are of the genes that every file measures", async () => {
    const quality = await engine.call("surveyQuality", { matrix: "X", mads: 3, lanes: 1 });
    expect(quality).toMatchObject({ matrix: "X[shared genes]", cells: 60, genes: 30 });
    const genes = Int32Array.from({ length: 30 }, (_, gene) => gene);
    const { symbols } = await engine.call("surveyComponents", { matrix: "X", mask: null, lanes: 1, genes, scale: "log1p", components: 5 });
    expect([...symbols].sort()).toEqual(Array.from({ length: 30 }, (_, gene) => `GENE${gene + 10}`).sort());
  });

  test("what is saved is a file of results of all cells", async () => {
    await engine.call("surveyNeighbors", { matrix: "X", of: { kind: "components" }, mask: null, k: 5, seed: 1, lanes: 1 });
    await engine.call("surveyClusters", { resolution: 1, seed: 1 });
    const saved = await engine.call("annotate", {});
    expect(saved).toMatchObject({ kind: "results", why: expect.stringContaining("Several files are open as one") });
  });

  test("without a file that can be used there is no study", async () => {
    const files = paths([join(folder, "broken.h5ad"), join(folder, "gone.h5ad")]);
    await expect(engines.start().call("open", { source: { kind: "study", files } })).rejects.toThrow(
      "None of the files can be used. broken.h5ad:",
    );
  });

  test("a file of logarithms has the counts of the others read as logarithms", async () => {
    const tree = goodTree();
    const { data } = tree.X.data;
    const { data: indptr } = tree.X.indptr;
    for (let cell = 0; cell < 30; cell++) {
      const total = data.subarray(indptr[cell], indptr[cell + 1]).reduce((sum: number, value: number) => sum + value, 0);
      for (let i = indptr[cell]; i < indptr[cell + 1]; i++) data[i] = Math.log1p((1e4 * data[i]) / total);
    }
    await writeTree(join(folder, "logs.h5ad"), tree);
    const mixed = engines.start();
    const found = await mixed.call("open", {
      source: { kind: "study", files: paths([join(folder, "first.h5ad"), join(folder, "logs.h5ad")]) },
    });
    expect(found.matrices[0]).toMatchObject({ values: "log1p" });
    const { values } = await mixed.call("gene", { matrix: "X", gene: "GENE20" });
    // The same cells, once as counts and once as logarithms.
    for (let cell = 0; cell < 30; cell++) expect(values[30 + cell]).toBeCloseTo(values[cell]!, 4);
  });
});

describe.skipIf(!hasCore || !hasData)("files of 9,015 and 8,863 genes", () => {
  const engines = useEngine();
  const files = ["kang_harmony_counts", "zheng_sorted_pbmc_counts"].map((name) => dataFile(`labelled/${name}.h5ad`));

  test("are predicted as each alone is: models read a file's cells by the genes that it measures", async () => {
    const study = engines.start();
    await study.conductor.models.addNamed("linear-atlas");
    await study.call("open", { source: { kind: "study", files: paths(files) } });
    await study.call("analyze", options({ models: ["linear-atlas"] }));
    const asked = { model: "linear-atlas", phenotype: "cell_type" };
    const scores = await study.call("scores", asked);
    let at = 0;
    for (const file of files) {
      const alone = await engines.analyzed(file, "linear-atlas");
      const own = await alone.call("scores", asked);
      const part = scores.top.subarray(at, at + own.top.length);
      expect([...part]).toEqual([...own.top]);
      own.probability.forEach((p, i) => expect(Math.abs(p - scores.probability[at + i]!)).toBeLessThan(5e-6));
      at += own.top.length;
    }
  });
});

describe.skipIf(!hasCore || !hasData)("real files of 1,267, 13,714 and 2,000 genes", () => {
  test("are joined as anndata.concat joins them", async () => {
    const environment = nodeEnvironment(() => {
      throw new Error("This test starts no lanes.");
    });
    const files = paths(expected.files.map((name) => dataFile(`labelled/${name}.h5ad`)));
    const { reader, info } = await openStudy(environment, await loadCore(environment), new Models(environment), files, {}, () => {});
    expect(info.cells).toBe(expected.cells);
    expect(info.study!.genes).toEqual({ any: expected.any, every: expected.every });
    const { ids } = await reader.geneIds("X");
    let inner = 0;
    for (const [file, { first, count, measured }] of reader.parts!("X").entries()) {
      const sums = new Float64Array(ids.length);
      const block = await reader.block("X", first, count);
      if (block.layout !== "csr") throw new Error("These files are sparse.");
      block.indices.forEach((gene, i) => (sums[gene]! += block.values[i]!));
      for (const [gene, of] of Object.entries(expected.gene_sums)) {
        const place = ids.indexOf(gene);
        expect([measured![place] === 1, sums[place]], `${gene} of file ${file}`).toEqual([of[file] !== null, of[file] ?? 0]);
      }
      inner += (await reader.block("X[shared genes]", first, count)).values.reduce((sum, value) => sum + value, 0);
    }
    expect(inner).toBe(expected.inner_sum);
    for (const [name, of] of Object.entries(expected.columns)) {
      const column = await reader.column(name);
      if (column.kind === "number") throw new Error(`${name} holds words.`);
      const counts: Record<string, number> = {};
      for (const code of column.codes) if (code >= 0) counts[column.categories[code]!] = (counts[column.categories[code]!] ?? 0) + 1;
      expect(counts, name).toEqual(of.counts);
    }
    reader.close();
  });
});
