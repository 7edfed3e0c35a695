import { beforeAll, describe, expect, test, vi } from "vitest";
import type { SetAloneRequest } from "../../../../../web/src/contract/operations/set-alone";
import { makeFixtures } from "../../../../fixtures/make.mjs";
import { writeH5ad } from "../../../../../scripts/lib/write-h5ad.mjs";
import { join } from "node:path";
import { dataFile, hasData, openReader, scratch } from "../../../support/data";
import { hasCore, options, useEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

const { start } = useEngine();
let fixtures: Record<string, string>;
const gmt = (sets: Record<string, string[]>) => ({
  name: "own.gmt",
  text: Object.entries(sets)
    .map(([name, genes]) => `${name}\tx\t${genes.join("\t")}\n`)
    .join(""),
});
const ask = (given: Partial<SetAloneRequest>): SetAloneRequest => ({
  matrix: "X",
  model: "linear-atlas",
  file: "mitochondria",
  set: "",
  random: 2,
  labels: {},
  cells: 60,
  seed: 1,
  lanes: 2,
  ...given,
});

beforeAll(async () => {
  if (hasCore) fixtures = await makeFixtures(scratch());
});

describe.skipIf(!hasCore)("a model given the genes of one set alone", () => {
  test.each(["linear-atlas", "polygene-mini"])("%s answers as on a file that holds no other gene", async (model) => {
    const reader = await openReader(fixtures.csr!);
    const { ids } = await reader.geneIds("X");
    const { cells } = reader;
    const block = await reader.block("X", 0, cells);
    if (block.layout !== "csr") throw new Error("the fixture is CSR");
    reader.close();
    const chosen = ids.filter((_, i) => i % 2 === 0 || i % 7 === 1);
    // A file with the other genes' counts gone, their names too.
    const values = new Float32Array(cells * ids.length);
    for (let cell = 0; cell < cells; cell++)
      for (let i = block.indptr[cell]!; i < block.indptr[cell + 1]!; i++) values[cell * ids.length + block.indices[i]!] = block.values[i]!;
    const path = join(scratch(), "only.h5ad");
    await writeH5ad(path, {
      X: { values },
      obs: { index: Array.from({ length: cells }, (_, i) => `c${i}`), columns: {} },
      var: { index: ids.map((name, i) => (chosen.includes(name) ? name : `NONE-${i}`)) },
    });

    const engine = start();
    await engine.conductor.models.addNamed(model);
    await engine.call("open", { source: { kind: "path", path: fixtures.csr! } });
    const report = await engine.call("setAlone", ask({ model, file: gmt({ third: chosen }), set: "third", random: 1 }));
    const other = start();
    await other.conductor.models.addNamed(model);
    const { matrix } = await other.call("open", { source: { kind: "path", path } });
    await other.call("analyze", options({ models: [model], matrix, lanes: 2 }));
    const full = start();
    await full.conductor.models.addNamed(model);
    await full.call("open", { source: { kind: "path", path: fixtures.csr! } });
    await full.call("analyze", options({ models: [model], matrix: "X", lanes: 2 }));
    for (const head of report.heads) {
      const [alone, whole] = [
        await other.call("scores", { model, phenotype: head.phenotype }),
        await full.call("scores", { model, phenotype: head.phenotype }),
      ];
      const asked = Array.from({ length: cells }, (_, cell) => cell).filter((cell) => whole.top[cell * whole.k] !== 65535);
      const same = asked.filter((cell) => alone.top[cell * alone.k] === whole.top[cell * whole.k]).length;
      expect(head.set.same.value).toBeCloseTo(same / asked.length, 9);
      expect(head.full.same.value).toBe(1);
      const answered = Array.from(alone.entropy).filter((_, cell) => alone.top[cell * alone.k] !== 65535);
      expect(head.set.entropy).toBeCloseTo(answered.reduce((sum, one) => sum + one, 0) / answered.length / Math.log(head.classes), 4);
      expect(head.random).toHaveLength(1);
    }
    const alone = await engine.call("setAlone", ask({ model, file: gmt({ third: chosen }), set: "third", random: 1, lanes: 1 }));
    alone.heads.forEach(({ set, random }, h) => {
      expect([set.same, random[0]!.same]).toEqual([report.heads[h]!.set.same, report.heads[h]!.random[0]!.same]);
      expect(set.entropy).toBeCloseTo(report.heads[h]!.set.entropy, 4);
    });
  });

  test("that cannot be asked say why", async () => {
    const engine = start();
    await engine.conductor.models.addNamed("linear-atlas");
    await engine.call("open", { source: { kind: "path", path: fixtures.csr! } });
    await expect(engine.call("setAlone", ask({ file: gmt({ a: ["CD3E"] }), set: "b" }))).rejects.toThrow("no set named b; there are a");
    await expect(engine.call("setAlone", ask({ file: gmt({ a: ["Zzz1"] }), set: "a" }))).rejects.toThrow("measures no gene of a that");
    const stop = new AbortController();
    await expect(
      engine.call(
        "setAlone",
        ask({
          file: gmt({ a: (await openReader(fixtures.csr!).then(async (reader) => (await reader.geneIds("X")).ids)).slice(0, 200) }),
          set: "a",
        }),
        { signal: stop.signal, progress: () => stop.abort() },
      ),
    ).rejects.toThrow("Stopped");
    // What an analysis refuses is not answered here either.
    const path = join(scratch(), "few.h5ad");
    const index = (await openReader(fixtures.csr!).then(async (reader) => (await reader.geneIds("X")).ids)).slice(0, 90);
    await writeH5ad(path, {
      X: { values: new Float32Array(3 * 90).fill(1) },
      obs: { index: ["a", "b", "c"], columns: {} },
      var: { index },
    });
    await engine.call("open", { source: { kind: "path", path } });
    const set = { file: gmt({ a: index.slice(0, 40) }), set: "a" };
    await expect(engine.call("setAlone", ask(set))).rejects.toThrow("too few for a prediction");
    const files = [fixtures.csr!, path].map((file) => ({ source: { kind: "path" as const, path: file } }));
    const { study } = await engine.call("open", { source: { kind: "study", files } });
    await expect(engine.call("setAlone", ask({ ...set, matrix: study!.shared }))).rejects.toThrow("too few for a prediction");
  });

  test.skipIf(!hasData)(
    "in pbmc3k: markers alone tell cell types better than matched random sets; mitochondrial genes hardly do; labels are scored",
    async () => {
      const engine = start();
      await engine.conductor.models.addNamed("linear-atlas");
      await engine.call("open", { source: { kind: "path", path: dataFile("labelled/pbmc3k_counts.h5ad") } });
      const lymphoid = "MS4A1 CD79A CD79B CD3D CD3E IL7R CD8A CD8B NKG7 GNLY CCR7 GZMB KLRD1".split(" ");
      const markers = [...lymphoid, ..."LYZ CD14 S100A8 S100A9 FCGR3A MS4A7 FCER1A CST3 PPBP PF4 LST1".split(" ")];
      const given = await engine.call(
        "setAlone",
        ask({ file: gmt({ markers }), set: "markers", random: 5, labels: { cell_type: "cell_type" }, cells: 600 }),
      );
      const head = given.heads.find(({ phenotype }) => phenotype === "cell_type")!;
      expect(head.labelled).toBeGreaterThan(300);
      expect(head.set.top1.low).toBeGreaterThan(Math.max(...head.random.map(({ top1 }) => top1.value)));
      expect(head.full.top1.value).toBeGreaterThan(head.set.top1.value);
      const mito = await engine.call("setAlone", ask({ set: "mtDNA genes", random: 2, cells: 400 }));
      expect(mito.genes).toBeLessThan(20);
      expect(mito.heads.find(({ phenotype }) => phenotype === "cell_type")!.set.same.value).toBeLessThan(head.set.same.value);
      expect(mito.notes.join()).toContain("hidden from the model");
    },
  );
});
