import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import Ajv2020 from "ajv/dist/2020.js";
import { root } from "../../../../scripts/lib/run.mjs";
import { checkManifest } from "../../../../web/src/engine/model/manifest";

const models = join(root, "models");
const released = join(models, "released");
const names = existsSync(released) ? readdirSync(released).filter((name) => existsSync(join(released, name, "manifest.json"))) : [];
const read = (name: string) => JSON.parse(readFileSync(join(released, name, "manifest.json"), "utf8")) as Record<string, unknown>;
const schema = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(join(models, "manifest.schema.json"), "utf8")));

describe.each(names)("the manifest of %s", (name) => {
  test("passes the schema and the engine's own check", () => {
    expect([schema(read(name)), schema.errors]).toEqual([true, null]);
    expect(checkManifest(read(name)).name).toBe(name);
  });

  test("is refused by both with a field too many, a field missing or a field of another kind", () => {
    const wrong: Record<string, unknown>[] = [
      { ...read(name), extra: 1 },
      { ...read(name), heads: [{}] },
      { ...read(name), genes: "many" },
    ];
    for (const field of ["format", "title", "files", "encoding", "quantization"]) {
      const { [field]: _, ...rest } = read(name);
      wrong.push(rest);
    }
    for (const manifest of wrong) {
      expect(schema(manifest)).toBe(false);
      expect(() => checkManifest(manifest)).toThrow(/^manifest\.json: /);
    }
  });
});

describe("a manifest of an encoding", () => {
  const base = read(names.find((name) => read(name).kind === "onnx")!);
  const verdicts = (manifest: unknown) => {
    let isTaken = true;
    try {
      checkManifest(manifest);
    } catch {
      isTaken = false;
    }
    return [schema(manifest), isTaken];
  };
  const encodings: [Record<string, unknown>, boolean][] = [
    [{ name: "polygene-bins", scale: "log1p", target_sum: 1e4, edges: [0.1, 1], max_genes: 9 }, true],
    [{ name: "polygene-bins", scale: "norm", target_sum: 1e4, edges: [0.1, 1], max_genes: 9 }, false],
    [{ name: "polygene-bins", scale: "log1p", target_sum: 1e4, edges: [], max_genes: 9 }, false],
    [{ name: "value-bins", bins: 51, max_genes: 1199 }, true],
    [{ name: "value-bins", max_genes: 1199 }, false],
    [{ name: "rank-tokens", max_genes: 2048 }, true],
    [{ name: "rank-tokens", max_genes: 2048, bins: 3 }, false],
    [{ name: "rank-normal", scale: "norm" }, false],
  ];
  test.each(encodings)("%j is judged alike by both", (encoding, isRight) => {
    expect(verdicts({ ...base, encoding })).toEqual([isRight, isRight]);
  });

  test("may have no heads and fewer inputs, but not without its embedding's drift", () => {
    const onnx = { ...(base.onnx as object), inputs: { genes: "genes", mask: "mask" } };
    const embedder = { ...base, onnx, heads: [], quantization: { scheme: "none", embedding_cosine: 1, measured_on: "3 cells" } };
    expect(verdicts(embedder)).toEqual([true, true]);
    expect(schema({ ...embedder, quantization: { scheme: "none", measured_on: "3 cells" } })).toBe(false);
    expect(verdicts({ ...embedder, onnx: { ...onnx, inputs: { genes: "genes" } } })).toEqual([false, false]);
  });

  test("a linear model needs a head", () => {
    const linear = names.find((name) => read(name).kind === "linear");
    if (linear) expect(verdicts({ ...read(linear), heads: [] })).toEqual([false, false]);
  });
});

test("a file of a model may not lie outside its folder", () => {
  const manifest = read(names[0]!) as { files: Record<string, { path: string }> };
  manifest.files.genes!.path = "../../secret";
  expect(() => checkManifest(manifest)).toThrow("files.genes.path must be a file name in the folder");
});
