import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import Ajv2020 from "ajv/dist/2020.js";
import { root } from "../../../../scripts/lib/run.mjs";
import { seeded } from "../../../../web/src/engine/base/random";
import { checkManifest } from "../../../../web/src/engine/model/manifest";
import { MANIFEST_SCHEMA } from "../../../../web/src/engine/model/manifest-schema";
import { violation } from "../../../../web/src/engine/model/schema";

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

test("the schema says the same to the engine as to any other tool, whatever is changed in a manifest", () => {
  const random = seeded(11);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const junk = [null, true, "", "x", "../x", "-", 0, -1, 0.5, 3, 1e9, NaN, [], [[]], [1], {}, { name: "log1p" }, "linear", "onnx", "norm"];
  /** One field somewhere left out, added, repeated or made something else. */
  const change = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null || random() < 0.15) return structuredClone(pick(junk));
    if (Array.isArray(value)) {
      if (value.length === 0 || random() < 0.1) return pick([[], [...value, ...value], [...value, pick(junk)]]);
      const at = Math.floor(random() * value.length);
      return value.map((item, i) => (i === at ? change(item) : item));
    }
    const entries = Object.entries(value);
    if (random() < 0.1) return { ...value, [pick(["extra", "tensors", "onnx", "clusters", "metrics"])]: pick(junk) };
    const [name] = pick(entries.length > 0 ? entries : [["none", 0] as [string, unknown]]);
    if (random() < 0.2) return Object.fromEntries(entries.filter(([other]) => other !== name));
    return Object.fromEntries(entries.map(([other, item]) => [other, other === name ? change(item) : item]));
  };
  const manifests = names.map(read);
  let [right, wrong] = [0, 0];
  for (let i = 0; i < 4000; i++) {
    const changed = change(pick(manifests));
    const words = violation(MANIFEST_SCHEMA, changed);
    expect([words === null, JSON.stringify(changed).slice(0, 400), words]).toEqual([
      schema(changed),
      JSON.stringify(changed).slice(0, 400),
      words,
    ]);
    if (words === null) right++;
    else wrong++;
  }
  // Some changes are harmless: other words, another number.
  expect(right).toBeGreaterThan(20);
  expect(wrong).toBeGreaterThan(2000);
});

test.each([
  [{ files: undefined }, "files is missing"],
  [{ extra: 1 }, "extra is not a field of phenolens-model/1"],
  [{ kind: "neural" }, "kind must be linear or onnx"],
  [{ genes: 0 }, "genes must be 1 or more"],
  [{ version: "1" }, "version must be three numbers with dots between"],
  [{ title: "" }, "title must be text, not empty"],
  [{ heads: {} }, "heads must be a list"],
  [{ encoding: { name: "log2" } }, "encoding.name is log2, which this version does not know (rank-normal, log1p"],
  [{ tensors: [] }, "tensors must be a list of at least 1"],
  [{ onnx: undefined }, "onnx is missing"],
])("a manifest with %j is refused in words", (given, words) => {
  const base = read(names.find((name) => read(name).kind === "onnx")!);
  const changed = Object.fromEntries(Object.entries({ ...base, ...given }).filter(([, value]) => value !== undefined));
  expect(() => checkManifest(changed)).toThrow(`manifest.json: ${words}`);
});
