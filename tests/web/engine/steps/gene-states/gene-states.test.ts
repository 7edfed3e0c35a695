import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import { alikeness, meanState, nearestGenes, spreadOf, type GeneStatesSums } from "../../../../../web/src/engine/steps/gene-states/states";
import { nodeEnvironment } from "../../../../../web/src/engine/platform/environment.node";
import { openModel } from "../../../../../web/src/engine/model/session";
import type { Manifest } from "../../../../../web/src/contract/manifest";
import type { GeneStatesRequest } from "../../../../../web/src/contract/operations/gene-states";
import { makeFixtures } from "../../../../fixtures/make.mjs";
import { dataFile, hasData, openReader, scratch } from "../../../support/data";
import { hasCore, useEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

const FOLDER = join(root, "models/released/polygene-mini");
const json = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const expected = json(join(root, "tests/web/expected/gene-states.json")) as {
  states: number[][][];
  counts: number[][];
  sums: number[][][];
  total: number[][];
  alike: number[][];
  spread: number[];
  nearest: [number, number][][];
};

describe("hidden states of genes", () => {
  test("of the released transformer are torch's", async () => {
    const manifest = json(join(FOLDER, "manifest.json")) as Manifest;
    const stored = json(join(root, "tests/web/expected/captum.json")) as { cells: { genes: number[]; values: number[] }[] };
    const environment = nodeEnvironment(() => {
      throw new Error("This test starts no lanes.");
    });
    const model = await openModel(environment, manifest, new Uint8Array(readFileSync(join(FOLDER, "predict.onnx"))), null, "wasm");
    for (const [i, wanted] of expected.states.entries()) {
      const { genes, values } = stored.cells[i]!;
      const states = await model.states({
        cells: 1,
        length: genes.length,
        genes: Int32Array.from(genes),
        values: Float32Array.from(values),
        mask: new Float32Array(genes.length).fill(1),
      });
      expect(states.length).toBe(genes.length * manifest.onnx!.embedding_size);
      wanted.flat().forEach((value, k) => expect(Math.abs(states[k]! - value)).toBeLessThan(2e-4));
    }
    await model.release();
  });

  test("have means, cosines, spreads and neighbours as scikit-learn's cosines give them, the context's mean removed", () => {
    const dims = expected.total[0]!.length;
    const sums = expected.counts.map((counts, c): GeneStatesSums => ({
      counts: Float64Array.from(counts),
      sums: Float64Array.from(expected.sums[c]!.flat()),
      tokens: counts.reduce((sum, one) => sum + one, 0),
      total: Float64Array.from(expected.total[c]!),
    }));
    const states = (gene: number) => sums.map((context) => meanState(context, gene, dims, 1)!);
    alikeness(states(0))
      .flat()
      .forEach((value, i) => expect(value).toBeCloseTo(expected.alike.flat()[i]!, 6));
    expected.spread.forEach((spread, gene) => expect(spreadOf(alikeness(states(gene)))).toBeCloseTo(spread, 6));
    sums.forEach((context, c) => {
      const found = nearestGenes(context, meanState(context, 0, dims, 5)!, 0, dims, 5, 10);
      expect(found.map(({ gene }) => gene)).toEqual(expected.nearest[c]!.map(([gene]) => gene));
      found.forEach(({ cosine }, i) => expect(cosine).toBeCloseTo(expected.nearest[c]![i]![1], 6));
    });
    expect(meanState(sums[1]!, 3, dims, 5)).toBeNull();
    expect(spreadOf([[1]])).toBeNaN();
  });
});

describe.skipIf(!hasCore)("a gene in context", () => {
  const { open, analyzed } = useEngine();
  let fixtures: Record<string, string>;
  beforeAll(async () => {
    fixtures = await makeFixtures(scratch());
  });

  const ask = (given: Partial<GeneStatesRequest>): GeneStatesRequest => ({
    matrix: "X",
    model: "tiny-random",
    gene: "",
    groupBy: { kind: "column", column: "donor" },
    cellsPerGroup: 100,
    controls: 10,
    seed: 1,
    lanes: 2,
    ...given,
  });

  test("has its cells counted, the same states with one lane as with three, and says what cannot be", async () => {
    const engine = await analyzed(fixtures.csr!, "tiny-random");
    const reader = await openReader(fixtures.csr!);
    const { ids } = await reader.geneIds("X");
    const block = await reader.block("X", 0, reader.cells);
    const vocabulary = readFileSync(join(FOLDER, "../tiny-random/genes.tsv"), "utf8")
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t")[0]!);
    const expressedIn = (name: string) => {
      const column = ids.indexOf(name);
      if (block.layout !== "csr") throw new Error("the fixture is CSR");
      return [...block.indices].filter((gene, i) => gene === column && block.values[i]! > 0).length;
    };
    reader.close();
    const known = vocabulary
      .filter((name) => ids.includes(name))
      .map((name) => ({ name, cells: expressedIn(name) }))
      .sort((a, b) => b.cells - a.cells)[0]!;
    const report = await engine.call("geneStates", ask({ gene: known.name }));
    expect(report.expressed).toBe(known.cells);
    expect(report.read).toBeLessThanOrEqual(report.expressed);
    expect(report.read).toBeGreaterThan(10);
    expect(report.contexts.every(({ cells, read, used }) => used === read && read <= cells && read >= 5)).toBe(true);
    expect(report.cells).toHaveLength(report.contexts.reduce((sum, { used }) => sum + used, 0));
    expect(report.xy).toHaveLength(report.cells.length * 2);
    expect(report.xy.every(Number.isFinite)).toBe(true);
    report.alike.forEach((row, i) => expect(row[i]).toBeCloseTo(1, 9));
    expect(report.contexts[0]!.nearest.map(({ gene }) => gene)).not.toContain(known.name);
    const three = await engine.call("geneStates", ask({ gene: known.name, lanes: 3 }));
    three.alike.flat().forEach((value, i) => expect(value).toBeCloseTo(report.alike.flat()[i]!, 5));
    expect(three.contexts.map(({ nearest }) => nearest.map(({ gene }) => gene))).toEqual(
      report.contexts.map(({ nearest }) => nearest.map(({ gene }) => gene)),
    );
    await expect(engine.call("geneStates", ask({ gene: "no such gene" }))).rejects.toThrow("does not know a gene named no such gene");
    await expect(engine.call("geneStates", ask({ gene: known.name, groupBy: { kind: "column", column: "depth" } }))).rejects.toThrow(
      "holds numbers",
    );
    await engine.conductor.models.addNamed("linear-atlas");
    await expect(engine.call("geneStates", ask({ model: "linear-atlas", gene: "LYZ" }))).rejects.toThrow("is linear");
  });

  test.skipIf(!hasData)("LYZ in pbmc3k: its contexts are those of monocytes, and monocyte genes are near it there", async () => {
    const engine = await open(dataFile("labelled/pbmc3k_counts.h5ad"), ["polygene-mini"]);
    const report = await engine.call(
      "geneStates",
      ask({ model: "polygene-mini", gene: "LYZ", groupBy: { kind: "column", column: "cell_type" }, cellsPerGroup: 40, controls: 12 }),
    );
    expect(report.contexts.length).toBeGreaterThan(2);
    expect(report.spread.controls.length).toBeGreaterThan(3);
    expect(report.spread.p).toBeGreaterThan(0);
    expect(report.layout).toBe("umap");
    const monocytes = report.contexts.find(({ name }) => name === "CD14+ Mono")!;
    expect(monocytes.read).toBeGreaterThan(300);
    expect(monocytes.nearest.slice(0, 6).map(({ gene }) => gene)).toEqual(expect.arrayContaining(["FCN1", "CTSS", "CPVL"]));
  });
});
