import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import Ajv2020 from "ajv/dist/2020.js";
import { checkManifest } from "../../web/src/engine/manifest-check";

const models = join(import.meta.dirname, "../../models");
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
    const wrong: Record<string, unknown>[] = [{ ...read(name), extra: 1 }, { ...read(name), heads: [] }, { ...read(name), genes: "many" }];
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

test("a file of a model may not lie outside its folder", () => {
  const manifest = read(names[0]!) as { files: Record<string, { path: string }> };
  manifest.files.genes!.path = "../../secret";
  expect(() => checkManifest(manifest)).toThrow("files.genes.path must be a file name in the folder");
});
