import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import { makeFixtures } from "../../../fixtures/make.mjs";
import { hasCore, options, useEngine, type TestEngine } from "../../support/engine";

const MODELS = ["linear-atlas", "polygene-mini"];

describe.skipIf(!hasCore)("results stored with a page", () => {
  const { start } = useEngine();
  let engine: TestEngine;
  let fixtures: Record<string, string>;
  const folder = join(root, ".cache/stored", String(process.pid));
  const path = relative(root, join(folder, "csr.results"));

  beforeAll(async () => {
    fixtures = await makeFixtures(join(root, ".cache/fixtures"));
    engine = start();
    await engine.call("models", { base: "", only: MODELS });
    mkdirSync(folder, { recursive: true });
  }, 120_000);

  const open = (name: string) => engine.call("open", { source: { kind: "path", path: fixtures[name]! } });
  const everything = async () => ({
    scores: await engine.call("scores", { model: "polygene-mini", phenotype: "cell_type" }),
    tissue: await engine.call("summary", { model: "polygene-mini", phenotype: "tissue" }),
    rows: await engine.call("cells", { model: "polygene-mini", first: 0, count: 10 }),
    embedding: await engine.call("embedding", { model: "polygene-mini", first: 0, count: 60 }),
    positions: await engine.call("positions", { by: "polygene-mini" }),
  });

  test("are what a run gives, to the bit, without a run; another file, a cut one or another version's are computed", async () => {
    await open("csr");
    const ran = await engine.call("analyze", options({ models: MODELS }));
    expect(ran.runs.map(({ backend }) => backend)).toEqual(["core", "wasm"]);
    const computed = await everything();
    const packed = await engine.call("store", { models: ["polygene-mini"] });
    writeFileSync(join(root, path), packed);

    await open("csr");
    const stored = await engine.call("analyze", options({ models: MODELS, stored: path }));
    expect(stored.runs.map(({ backend, cells, finished }) => [backend, cells, finished])).toEqual([
      ["core", 60, true],
      ["stored", 60, true],
    ]);
    expect(stored.notices.filter(({ code }) => code === "stored")).toEqual([]);
    expect(await everything()).toEqual(computed);

    await open("csc");
    const other = await engine.call("analyze", options({ models: MODELS, stored: path }));
    expect(other.runs.map(({ backend }) => backend)).toEqual(["core", "wasm"]);
    expect(other.notices.find(({ code }) => code === "stored")?.message).toMatch(
      /could not be used \(The stored results are not of csc\.h5ad\.\); they are computed again/,
    );

    await open("csr");
    writeFileSync(join(root, path), packed.slice(0, packed.length / 2));
    const cut = await engine.call("analyze", options({ models: MODELS, stored: path }));
    expect(cut.runs[1]!.backend).toBe("wasm");
    expect(cut.notices.some(({ code }) => code === "stored")).toBe(true);
    expect(await everything()).toEqual(computed);
  }, 120_000);

  test("are refused where a model has not run", async () => {
    await open("csr");
    await engine.call("analyze", options({ models: ["linear-atlas"] }));
    await expect(engine.call("store", { models: ["polygene-mini"] })).rejects.toThrow(/has not run/);
  }, 60_000);
});
