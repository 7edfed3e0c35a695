import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import { makeFixtures } from "../../../fixtures/make.mjs";
import { scratch } from "../../support/data";
import { hasCore, options, useEngine, type TestEngine } from "../../support/engine";

// The engine starts threads that compile ONNX Runtime.
vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

describe.skipIf(!hasCore)("a layout", () => {
  const { start } = useEngine();
  let engine: TestEngine;
  const request = { model: "tiny-random", seed: 3 };

  beforeAll(async () => {
    engine = start();
    const fixtures = await makeFixtures(scratch());
    await engine.conductor.models.list();
    await engine.conductor.models.addNamed("tiny-random");
    await engine.call("open", { source: { kind: "path", path: fixtures.csr! } });
    await engine.call("analyze", options({ models: ["tiny-random"] }));
  });

  test("gives every cell with a prediction a place, moves there in steps, and is the same again", async () => {
    const done: number[] = [];
    const { xy } = await engine.call("layout", request, { part: (part) => done.push(part.done) });
    const { top, k } = await engine.call("scores", { model: "tiny-random", phenotype: "cell_type" });
    for (let cell = 0; cell < 60; cell++) expect(Number.isFinite(xy[cell * 2]!)).toBe(top[cell * k] !== 65_535);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done[0]).toBe(1);
    expect((await engine.call("layout", request)).xy).toEqual(xy);
    expect((await engine.call("layout", { ...request, seed: 4 })).xy).not.toEqual(xy);
  });

  test("ends when it is stopped, and when another analysis begins", async () => {
    // The demo's 1,200 cells take their time; sixty are settled before anyone can say a word.
    await engine.conductor.models.addNamed("linear-atlas");
    await engine.call("open", { source: { kind: "path", path: join(root, "web/public/demo/demo.h5ad") } });
    const one = options({ models: ["linear-atlas"] });
    await engine.call("analyze", one);
    const long = { model: "linear-atlas", seed: 3 };
    const stop = new AbortController();
    const stopped = engine.call("layout", long, { signal: stop.signal, part: () => stop.abort() });
    await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
    let analysis: Promise<unknown> | undefined;
    const overtaken = engine.call("layout", long, {
      part: () => {
        analysis ??= engine.call("analyze", one);
      },
    });
    await expect(overtaken).rejects.toMatchObject({ code: "cancelled" });
    await expect(analysis).resolves.toMatchObject({ cancelled: false });
  });
});
