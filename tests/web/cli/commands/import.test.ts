import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import { writeH5ad } from "../../../../scripts/lib/write-h5ad.mjs";
import { PROGRAM } from "../../support/command-line";
import { listFiles, scratch } from "../../support/data";
import { hasCore } from "../../support/engine";

vi.setConfig({ testTimeout: 120_000 });

const run = promisify(execFile);
const FIXTURES = join(root, "tests/fixtures");
const { symbols, counts } = JSON.parse(readFileSync(join(FIXTURES, "converted/expected.json"), "utf8")) as {
  symbols: string[];
  counts: number[][];
};
const phenolens = (...words: string[]) => run(process.execPath, [PROGRAM, ...words, "--quiet"]);
const said = (words: string[]) => phenolens(...words).then(String, ({ stderr }: { stderr: string }) => stderr.trim());

describe.skipIf(!hasCore)("import", () => {
  test("makes a folder of an ONNX file and its lists; a folder of SIMS-Web's files is analysed as it is", async () => {
    const folder = scratch();
    const [made, file, published, out] = ["clf", "cells.h5ad", "published", "out"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
      string,
    ];
    await phenolens("import", join(FIXTURES, "onnx/regression.onnx"), "--values", "log1p", "--out", made);
    expect(listFiles(made)).toEqual(["genes.tsv", "manifest.json", "predict.onnx", "self-test.json"]);
    const obs = { index: counts.map((_, cell) => `c${cell}`) };
    await writeH5ad(file, { X: { values: Float32Array.from(counts.flat()) }, raw: undefined, obs, var: { index: symbols } });
    mkdirSync(published);
    for (const name of ["sims.onnx", "sims.genes", "sims.classes"]) copyFileSync(join(FIXTURES, "onnx", name), join(published, name));
    await phenolens("analyze", file, "--model", made, "--model", published, "--lanes", "1", "--out", out);
    for (const model of ["clf", "sims"]) {
      const rows = readFileSync(join(out, model === "clf" ? "regression" : model, "cells.csv"), "utf8")
        .trim()
        .split("\n");
      expect(rows).toHaveLength(counts.length + 1);
    }
    const { sims } = JSON.parse(readFileSync(join(FIXTURES, "onnx/expected.json"), "utf8")) as {
      sims: { logits: number[][]; classes: string[] };
    };
    const told = readFileSync(join(out, "sims/cells.csv"), "utf8").trim().split("\n").slice(1);
    sims.logits.forEach((logits, cell) => expect(told[cell]).toContain(sims.classes[logits.indexOf(Math.max(...logits))]));
  });

  test("asks in one sentence for what a file does not say, and takes it", async () => {
    const clf = join(FIXTURES, "onnx/regression.onnx");
    const out = join(scratch(), "clf");
    expect(await said(["import", clf, "--out", out])).toBe(
      "phenolens: model: regression.onnx does not say which values it reads (counts, log1p-counts or log1p). Say it, and it becomes a " +
        "model folder.",
    );
    expect(existsSync(out)).toBe(false);
    expect(await said(["import", clf, "--values", "counts", "--total", "model", "--out", out])).toContain("go with --values log1p");
    expect(await said(["import", FIXTURES, "--out", out])).toContain("holds no model to import");
    await phenolens("import", clf, "--values", "log1p", "--classes", join(FIXTURES, "onnx/regression.classes"), "--out", out);
    expect(existsSync(join(out, "manifest.json"))).toBe(true);
  });
});
