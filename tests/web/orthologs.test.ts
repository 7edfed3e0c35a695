import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { makeFixtures } from "../fixtures/make.mjs";
import { readOrthologs, translate } from "../../web/src/engine/orthologs";
import { scratch } from "./data";
import { bundle, hasCore, options, startEngine, type TestEngine } from "./engine";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

describe("a table of orthologs", () => {
  test("is read with tabs, commas, quotes and headings; genes with several partners are left out", () => {
    const { pairs, ambiguous } = readOrthologs('Human,Mouse\r\n"ACTB",Actb\nCD3E,Cd3e\nCD3E,Cd3e\nHLA-A,H2-K1\nHLA-B,H2-K1\nlonely,\n');
    expect(pairs).toEqual([["Human", "Mouse"], ["ACTB", "Actb"], ["CD3E", "Cd3e"]]);
    expect(ambiguous).toBe(2);
    expect(readOrthologs("A1\tB 1\n").pairs).toEqual([["A1", "B 1"]]);
    expect(() => readOrthologs("one column\n")).toThrow(/no row of two genes/);
  });

  test("takes the side that names the file's genes, by any of their names, and leaves the others without one", () => {
    const table = readOrthologs("ACTB,Actb\nCD3E,ENSMUSG00000032093\nMS4A1,Ms4a1");
    const genes = { ids: ["Actb", "ENSMUSG00000032093.4", "Xist", "g4"], alternatives: [{ name: "symbol", values: ["", "", "", "Ms4a1"] }] };
    expect(translate(genes, table)).toEqual({ genes: { ids: ["ACTB", "CD3E", "", "MS4A1"], alternatives: [] }, found: 3 });
    expect(translate({ ids: ["CD3E", "ACTB"], alternatives: [] }, table).genes.ids).toEqual(["ENSMUSG00000032093", "Actb"]);
  });
});

const engines: TestEngine[] = [];
let folder: string;
let fixtures: Record<string, string>;
const hasModel = existsSync(join(import.meta.dirname, "../../models/released/linear-atlas/manifest.json"));

beforeAll(async () => {
  if (!hasCore || !hasModel) return;
  folder = await bundle("orthologs");
  fixtures = await makeFixtures(scratch());
});
afterAll(async () => {
  for (const engine of engines) await engine.conductor.terminate();
});

describe.skipIf(!hasCore || !hasModel)("a mouse file", () => {
  test("is refused by a human model, and predicted as the human file is once its orthologs are known", async () => {
    const engine = startEngine(folder);
    engines.push(engine);
    await engine.conductor.models.addNamed("linear-atlas");
    const human = await engine.call("open", { source: { kind: "path", path: fixtures.csr! } });
    await engine.call("analyze", options({ models: ["linear-atlas"] }));
    const wanted = await engine.call("scores", { model: "linear-atlas", phenotype: "cell_type" });
    expect(human.coverage[0]!.verdict).not.toBe("refused");

    const mouse = await engine.call("open", { source: { kind: "path", path: fixtures["mouse-symbols"]! } });
    expect(mouse.coverage[0]!.verdict).toBe("refused");
    const symbols = (await engine.conductor.models.folder("linear-atlas").text("genes")).trim().split("\n").slice(1, 1501).map((line) => line.split("\t")[0]!);
    const table = ["Human\tMouse", ...symbols.map((symbol) => `${symbol}\t${symbol[0]}${symbol.slice(1).toLowerCase()}`)].join("\n");
    const told = await engine.call("orthologs", { table });
    expect(told.found).toBeGreaterThan(1400);
    expect(told.coverage[0]!.verdict).not.toBe("refused");
    await engine.call("analyze", options({ models: ["linear-atlas"] }));
    const found = await engine.call("scores", { model: "linear-atlas", phenotype: "cell_type" });
    const same = found.entropy.filter((entropy, cell) => found.top[cell * found.k] === wanted.top[cell * wanted.k] && Math.abs(entropy - wanted.entropy[cell]!) < 0.1).length;
    expect(same / found.cells).toBeGreaterThan(0.9);

    // The table that comes with the page: Ensembl's one-to-one pairs of symbols, and of ids.
    const builtIn = await engine.call("orthologs", { builtIn: "mouse" });
    expect(builtIn.pairs).toBeGreaterThan(30_000);
    expect(builtIn.ambiguous).toBe(0);
    expect(builtIn.found).toBeGreaterThan(900);
    expect(builtIn.coverage[0]!.verdict).not.toBe("refused");

    await expect(engine.call("orthologs", { table: "foo\tbar" })).rejects.toThrow(/None of the .* genes .* is in the table/);
    expect((await engine.call("orthologs", { table: null })).coverage[0]!.verdict).toBe("refused");
  });
});
