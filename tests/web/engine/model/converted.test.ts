import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import { writeH5ad } from "../../../../scripts/lib/write-h5ad.mjs";
import { encodeBatches } from "../../../../web/src/engine/model/batches";
import { loadCore, unwrap } from "../../../../web/src/engine/base/core";
import { addModel } from "../../../../web/src/engine/model/core-models";
import { nodeEnvironment } from "../../../../web/src/engine/platform/environment.node";
import { openModel } from "../../../../web/src/engine/model/session";
import { ModelFolder } from "../../../../web/src/engine/model/folder";
import { dataFile, hasData, listFiles, scratch } from "../../support/data";
import { PROGRAM } from "../../support/command-line";
import { hasCore, options, useEngine } from "../../support/engine";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

/** Made by tests/fixtures/converted.py: tiny models of published architectures, and what torch says of the same counts. */
const FIXTURES = join(root, "tests/fixtures/converted");
const expected = JSON.parse(readFileSync(join(FIXTURES, "expected.json"), "utf8")) as {
  symbols: string[];
  counts: number[][];
  others: number[][];
  models: Record<string, Record<string, number[][]>>;
};
const names = Object.keys(expected.models);
const environment = nodeEnvironment(() => {
  throw new Error("This test starts no lanes.");
});
/** Genes in another order than the models have, two of them in no vocabulary. */
const genes = [...expected.symbols, "LINC-A", "LINC-B"];
const order = genes.map((_, i) => (i * 7) % genes.length);
const shuffled = order.map((i) => genes[i]!);
const dense = Float32Array.from(expected.counts.flatMap((row, cell) => order.map((i) => [...row, ...expected.others[cell]!][i]!)));
const cells = expected.counts.length;

test("the fixtures' genes are shuffled, none left out", () => {
  expect(new Set(order).size).toBe(genes.length);
});

describe.skipIf(!hasCore)("a converted model in the engine", () => {
  test.each(names)("%s says what torch says of the same counts, encoded by the core", async (name) => {
    const core = await loadCore(environment);
    const folder = await ModelFolder.open(environment.modelFolder(join(FIXTURES, name)));
    const { manifest } = folder;
    const analysis = new core.Analysis();
    unwrap(analysis.set_genes({ ids: shuffled.join("\n"), alternatives: [], values: "counts" }));
    const { handle, found } = addModel(analysis, { manifest, genesTsv: await folder.text("genes") });
    expect(found).toBe(expected.symbols.length);
    unwrap(analysis.load_dense({ first: 0, cells, genes: genes.length, values: dense }));
    const model = await openModel(environment, manifest, await folder.file("predict"), await folder.text("self_test"), "wasm");
    let seen = 0;
    for (const { cells: some, batch } of encodeBatches(analysis, handle, manifest.genes, "wasm")) {
      const { logits, embedding } = await model.run(batch);
      const outputs = [...manifest.heads.map((head, h) => [head.output, logits[h]!] as const), ["embedding", embedding] as const];
      for (const [output, values] of outputs) {
        const wanted = [...some].flatMap((cell) => expected.models[name]![output]![cell]!);
        expect(values.length).toBe(wanted.length);
        wanted.forEach((value, i) => expect(Math.abs(value - values[i]!), `${output} ${i}`).toBeLessThan(1e-4));
      }
      seen += some.length;
    }
    expect(seen).toBe(cells);
    await model.release();
    analysis.delete();
  });
});

function softmax(logits: number[]): number[] {
  const top = Math.max(...logits);
  const parts = logits.map((value) => Math.exp(value - top));
  const sum = parts.reduce((a, b) => a + b);
  return parts.map((part) => part / sum);
}

describe.skipIf(!hasCore)("converted models on the command line", () => {
  const run = promisify(execFile);
  const folders = names.flatMap((name) => ["--model", join(FIXTURES, name)]);
  let out: string;
  let file: string;
  /** Fields of each line, quotes taken off. */
  const rows = (path: string) =>
    readFileSync(join(out, path), "utf8")
      .trim()
      .split("\n")
      .map((line) => [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map(([, field]) => field!.replaceAll('"', "")).slice(0, -1));

  beforeAll(async () => {
    out = join(scratch(), "out");
    file = join(scratch(), "cells.h5ad");
    await writeH5ad(file, {
      X: { values: dense },
      raw: undefined,
      obs: { index: expected.counts.map((_, cell) => `cell-${cell}`) },
      var: { index: shuffled },
    });
    await run(process.execPath, [PROGRAM, "analyze", file, ...folders, "--out", out, "--lanes", "2"]);
  }, 400_000);

  test("write predictions, or an embedding where there are none", () => {
    expect(listFiles(out)).toEqual([
      "consensus.csv",
      "geneformer-embedder",
      "geneformer-embedder/embedding.csv",
      "geneformer-embedder/metrics.json",
      "models.csv",
      "polygene-v1",
      "polygene-v1/cells.csv",
      "polygene-v1/groups.csv",
      "polygene-v1/metrics.json",
      "scgpt-classifier",
      "scgpt-classifier/cells.csv",
      "scgpt-classifier/groups.csv",
      "scgpt-classifier/metrics.json",
      "sex.csv",
      "summary.json",
    ]);
  });

  test.each(names.filter((name) => name !== "geneformer-embedder"))("%s: cells.csv has torch's probabilities", (name) => {
    const [header, ...lines] = rows(`${name}/cells.csv`);
    const { heads } = JSON.parse(readFileSync(join(FIXTURES, name, "manifest.json"), "utf8")) as {
      heads: { phenotype: string; output: string; classes: { label: string }[] }[];
    };
    expect(lines).toHaveLength(cells);
    for (const { phenotype, output, classes } of heads) {
      const [label, probability] = [header!.indexOf(`${phenotype}_label`), header!.indexOf(`${phenotype}_probability`)];
      lines.forEach((line, cell) => {
        const wanted = softmax(expected.models[name]![output]![cell]!);
        const first = wanted.indexOf(Math.max(...wanted));
        expect(line[label]).toBe(classes[first]!.label);
        expect(Math.abs(Number(line[probability]) - wanted[first]!)).toBeLessThan(1e-3);
      });
    }
  });

  test("the embedder's embedding.csv is torch's embedding", () => {
    const [header, ...lines] = rows("geneformer-embedder/embedding.csv");
    const wanted = expected.models["geneformer-embedder"]!.embedding!;
    expect(header).toEqual(["cell_id", ...wanted[0]!.map((_, i) => `e${i + 1}`)]);
    lines.forEach((line, cell) => {
      expect(line[0]).toBe(`cell-${cell}`);
      wanted[cell]!.forEach((value, i) => expect(Math.abs(value - Number(line[i + 1]))).toBeLessThan(1e-3));
    });
  });

  test.skipIf(!hasData)("read a real file too", async () => {
    const real = join(scratch(), "real");
    await run(process.execPath, [
      PROGRAM,
      "analyze",
      dataFile("labelled/pbmc3k_counts.h5ad"),
      ...folders,
      "--out",
      real,
      "--lanes",
      "2",
      "--quiet",
    ]);
    for (const path of ["polygene-v1/cells.csv", "scgpt-classifier/cells.csv", "geneformer-embedder/embedding.csv"]) {
      expect(existsSync(join(real, path))).toBe(true);
      expect(readFileSync(join(real, path), "utf8").trim().split("\n")).toHaveLength(2639);
    }
  });
});

describe.skipIf(!hasCore)("a model without heads", () => {
  const { start } = useEngine();

  test("is analysed, mapped and laid out, and predicts nothing", async () => {
    const engine = start();
    await engine.conductor.models.addNamed(join(FIXTURES, "geneformer-embedder"));
    const file = join(scratch(), "cells.h5ad");
    await writeH5ad(file, {
      X: { values: dense },
      raw: undefined,
      obs: { index: expected.counts.map((_, cell) => `c${cell}`) },
      var: { index: shuffled },
    });
    await engine.call("open", { source: { kind: "path", path: file } });
    const report = await engine.call("analyze", options({ models: ["geneformer-embedder"] }));
    expect(report.runs[0]).toMatchObject({ finished: true, cells });
    const { xy } = await engine.call("positions", { by: "geneformer-embedder" });
    expect(xy.filter(Number.isFinite)).toHaveLength(2 * cells);
    expect((await engine.call("layout", { model: "geneformer-embedder", seed: 1 })).xy.filter(Number.isFinite)).toHaveLength(2 * cells);
    expect((await engine.call("cells", { model: "geneformer-embedder", first: 0, count: 1 }))[0]!.heads).toEqual([]);
    expect(() => engine.conductor.handlers.scores({ model: "geneformer-embedder", phenotype: "cell_type" }, {} as never)).toThrow(
      "does not predict cell_type",
    );
  });
});
