import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import { writeH5ad } from "../../../../../scripts/lib/write-h5ad.mjs";
import type { OnnxAnswers } from "../../../../../web/src/contract/onnx";
import { askOf } from "../../../../../web/src/engine/model/dropped";
import { ModelFolder } from "../../../../../web/src/engine/model/folder";
import { scratch } from "../../../support/data";
import { hasCore, options, useEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Made by tests/fixtures/onnx_files.py: a SIMS as SIMS-Web publishes it, and scikit-learn's regression by skl2onnx. */
const FIXTURES = join(root, "tests/fixtures");
const bytes = (name: string) => new Uint8Array(readFileSync(join(FIXTURES, "onnx", name)));
const blobs = (...names: string[]) => Object.fromEntries(names.map((name) => [name, new Blob([bytes(name)])]));
const sims = () => blobs("sims.onnx", "sims.genes", "sims.classes");
const regression = () => blobs("regression.onnx", "regression.genes", "regression.classes");
const said = JSON.parse(new TextDecoder().decode(bytes("expected.json"))) as {
  sims: { logits: number[][]; embedding: number[][]; classes: string[] };
  regression: { probabilities: number[][]; classes: string[] };
};
const { symbols, counts, others } = JSON.parse(readFileSync(join(FIXTURES, "converted/expected.json"), "utf8")) as {
  symbols: string[];
  counts: number[][];
  others: number[][];
};

async function cells(name: string): Promise<string> {
  const genes = [...symbols, "LINC-A", "LINC-B"];
  const order = genes.map((_, i) => (i * 7) % genes.length);
  const path = join(scratch(), name);
  const values = Float32Array.from(counts.flatMap((row, cell) => order.map((i) => [...row, ...others[cell]!][i]!)));
  const obs = { index: counts.map((_, cell) => `c${cell}`) };
  await writeH5ad(path, { X: { values }, raw: undefined, obs, var: { index: order.map((i) => genes[i]!) } });
  return path;
}

const softmax = (logits: number[]) => {
  const parts = logits.map((value) => Math.exp(value - Math.max(...logits)));
  return parts.map((part) => part / parts.reduce((a, b) => a + b));
};

describe("what an ONNX file does not say of itself", () => {
  test("of SIMS-Web's layout is nothing: counts, which its graph scales, and the output of logits", async () => {
    const question = await askOf(sims());
    expect(question).toMatchObject({
      file: "sims.onnx",
      width: 64,
      genes: 64,
      classes: 5,
      missing: "",
      answers: { values: "counts", output: "logits" },
    });
    expect(question!.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test("is asked for in one sentence, what was answered is not asked again", async () => {
    expect((await askOf(blobs("sims.onnx")))!.missing).toBe(
      "sims.onnx does not say the 64 genes it reads (sims.genes, one a line in the model's order) and its classes (sims.classes, " +
        "one a line in the output's order).",
    );
    expect((await askOf(regression()))!.missing).toBe(
      "regression.onnx does not say which values it reads (counts, log1p-counts or log1p).",
    );
    const text = (name: string) => new TextDecoder().decode(bytes(name));
    const answers: OnnxAnswers = { values: "log1p", genes: text("regression.genes"), classes: text("regression.classes") };
    expect(await askOf(blobs("regression.onnx"), answers)).toMatchObject({ missing: "", answers: { output: "probabilities" } });
  });

  test("is not asked of folders, pickles and other files", async () => {
    expect(await askOf({ "manifest.json": new Blob(["{}"]), "predict.onnx": new Blob([bytes("sims.onnx")]) })).toBeNull();
    expect(await askOf({ "a.pkl": new Blob([]) })).toBeNull();
  });
});

describe("an ONNX file that cannot be read is one sentence", () => {
  const asked = (change: Record<string, Blob>, answers?: OnnxAnswers) => askOf({ ...sims(), ...change }, answers);
  test.each<[string, Record<string, Blob>, OnnxAnswers | undefined, string]>([
    ["no ONNX", { "sims.onnx": new Blob(["These are notes, and long ones."]) }, undefined, "sims.onnx is no ONNX file, or a damaged one"],
    ["cut off", { "sims.onnx": new Blob([bytes("sims.onnx").slice(0, 5000)]) }, undefined, "sims.onnx is no ONNX file, or a damaged one"],
    ["few genes", { "sims.genes": new Blob(["CD3E\nCD4\n"]) }, undefined, "sims.genes names 2 genes, and sims.onnx takes 64 values a cell"],
    ["few classes", { "sims.classes": new Blob(["B\nT\n"]) }, undefined, "sims.classes names 2 classes, and logits of sims.onnx has 5"],
    ["a class twice", { "sims.classes": new Blob(["B\nB\nC\nD\nE"]) }, undefined, "sims.classes names the class B twice"],
    ["another output", {}, { output: "topk_indices" }, "sims.onnx has no output topk_indices of a value a class; it has logits"],
    ["two models", { "other.onnx": new Blob([bytes("sims.onnx")]), "other.genes": new Blob([]) }, undefined, "There are 2 ONNX files here"],
  ])("%s", async (_, change, answers, words) => {
    await expect(asked(change, answers)).rejects.toMatchObject({ message: expect.stringMatching(/^[^\n]+\.$/) as string });
    await expect(asked(change, answers)).rejects.toThrow(words);
  });

  test("whatever byte is changed, it ends quickly in a question or a sentence", async () => {
    const whole = bytes("regression.onnx");
    for (let at = 0; at < whole.length; at += 17) {
      const changed = whole.slice();
      changed[at] = changed[at]! ^ 0xff;
      const answer = await askOf({ ...regression(), "regression.onnx": new Blob([changed]) }).catch((error: Error) => error.message);
      if (typeof answer === "string") expect(answer).toMatch(/^[^\n]+\.$/);
      else expect(answer!.file).toBe("regression.onnx");
    }
  });
});

describe.skipIf(!hasCore)("an ONNX classifier as its authors published it", () => {
  const engines = useEngine();

  test("SIMS with its top-k and attention inside says what torch says of the same counts, from the lists dropped with it", async () => {
    const engine = await engines.open(await cells("sims.h5ad"));
    const { model } = await engine.call("addModel", { files: sims() });
    expect(model).toMatchObject({ name: "sims", species: "human", genes: 64 });
    const report = await engine.call("analyze", options({ models: ["sims"] }));
    expect(report.runs).toMatchObject([{ finished: true, cells: counts.length }]);
    const rows = await engine.call("cells", { model: "sims", first: 0, count: counts.length });
    said.sims.logits.forEach((logits, cell) => {
      const best = logits.indexOf(Math.max(...logits));
      expect(rows[cell]!.heads[0]!.labels[0]).toBe(said.sims.classes[best]);
      expect(Math.abs(rows[cell]!.heads[0]!.probabilities[0]! - softmax(logits)[best]!)).toBeLessThan(1e-4);
    });
    const { values, dims } = (await engine.call("embedding", { model: "sims", first: 0, count: counts.length }))!;
    expect(dims).toBe(said.sims.embedding[0]!.length);
    said.sims.embedding.forEach((row, cell) =>
      row.forEach((one, i) => expect(Math.abs(one - values[cell * dims + i]!)).toBeLessThan(1e-4)),
    );
  });

  test("a regression of scikit-learn gives its probabilities once it is said what it reads", async () => {
    const engine = await engines.open(await cells("regression.h5ad"));
    await expect(engine.call("addModel", { files: regression() })).rejects.toThrow(/^regression.onnx does not say which values it reads/);
    const { model } = await engine.call("addModel", { files: regression(), answers: { values: "log1p", title: "Mine" } });
    expect(model.title).toBe("Mine");
    await engine.call("analyze", options({ models: ["regression"] }));
    const rows = await engine.call("cells", { model: "regression", first: 0, count: counts.length });
    said.regression.probabilities.forEach((row, cell) => {
      const best = row.indexOf(Math.max(...row));
      expect(rows[cell]!.heads[0]!.labels[0]).toBe(said.regression.classes[best]);
      expect(Math.abs(rows[cell]!.heads[0]!.probabilities[0]! - row[best]!)).toBeLessThan(1e-4);
    });
  });

  test("without a gradient is explained by taking genes away", async () => {
    const engine = await engines.open(await cells("explained.h5ad"));
    await engine.call("addModel", { files: regression(), answers: { values: "log1p" } });
    await engine.call("analyze", options({ models: ["regression"] }));
    const {
      method,
      groups,
      symbols: named,
    } = await engine.call("attribute", {
      matrix: "X",
      model: "regression",
      phenotype: "cell_type",
      target: { kind: "predicted" },
      groupBy: { kind: "all" },
      method: "integrated-gradients",
      baseline: { kind: "none" },
      donors: null,
      cellsPerGroup: 4,
      steps: { from: 4, most: 16, gap: 0.05 },
      seed: 1,
      backend: "wasm",
      lanes: 1,
    });
    expect(method).toBe("occlusion");
    expect(named).toHaveLength(64);
    expect(groups[0]!.meanAbs.some((value) => value > 0)).toBe(true);
  });

  test("becomes a folder that runs by itself, with a self-test", async () => {
    const engine = engines.start();
    await engine.call("addModel", { files: regression(), answers: { values: "log1p" } });
    const made = await engine.call("modelFiles", { model: "regression" });
    expect(Object.keys(made).sort()).toEqual(["genes.tsv", "manifest.json", "predict.onnx", "self-test.json"]);
    expect(made["predict.onnx"]).toEqual(bytes("regression.onnx"));
    const zip = await engine.call("modelZip", { model: "regression" });
    const again = await engines.open(await cells("again.h5ad"));
    const { model } = await again.call("addModel", { files: { "regression.zip": new Blob([zip as Uint8Array<ArrayBuffer>]) } });
    expect((await again.call("analyze", options({ models: [model.name] }))).runs).toMatchObject([{ finished: true }]);
    const folder = await ModelFolder.open((path) => Promise.resolve(made[path] as Uint8Array<ArrayBuffer>));
    expect(folder.manifest.heads[0]).toMatchObject({ gives: "probabilities" });
    expect(folder.manifest.encoding).toEqual({ name: "dense", scale: "log1p", target_sum: 10_000, total: "file" });
  });
});
