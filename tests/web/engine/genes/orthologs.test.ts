import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import { makeFixtures } from "../../../fixtures/make.mjs";
import { knownBy, vocabularyIds } from "../../../../web/src/engine/genes/known-by";
import { readVocabulary } from "../../../../web/src/engine/genes/vocabulary";
import { columnOf, columnsOf, pairsOf, readOrthologTable } from "../../../../web/src/engine/genes/ortholog-table";
import { readOrthologs, translate } from "../../../../web/src/engine/genes/orthologs";
import { PRESETS } from "../../../../web/src/contract/training";
import { scratch } from "../../support/data";
import { hasCore, options, useEngine } from "../../support/engine";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

describe("a table of orthologs", () => {
  test("is read with tabs, commas, quotes and headings; genes with several partners are left out", () => {
    const { pairs, ambiguous } = readOrthologs('Human,Mouse\r\n"ACTB",Actb\nCD3E,Cd3e\nCD3E,Cd3e\nHLA-A,H2-K1\nHLA-B,H2-K1\nlonely,\n');
    expect(pairs).toEqual([
      ["Human", "Mouse"],
      ["ACTB", "Actb"],
      ["CD3E", "Cd3e"],
    ]);
    expect(ambiguous).toBe(2);
    expect(readOrthologs("A1\tB 1\n").pairs).toEqual([["A1", "B 1"]]);
    expect(() => readOrthologs("one column\n")).toThrow(/no row of two genes/);
  });

  test("takes the side that names the file's genes, by any of their names, and leaves the others without one", () => {
    const table = readOrthologs("ACTB,Actb\nCD3E,ENSMUSG00000032093\nMS4A1,Ms4a1");
    const genes = {
      ids: ["Actb", "ENSMUSG00000032093.4", "Xist", "g4"],
      alternatives: [{ name: "symbol", values: ["", "", "", "Ms4a1"] }],
    };
    expect(translate(genes, table)).toEqual({ genes: { ids: ["ACTB", "CD3E", "", "MS4A1"], alternatives: [] }, found: 3 });
    expect(translate({ ids: ["CD3E", "ACTB"], alternatives: [] }, table).genes.ids).toEqual(["ENSMUSG00000032093", "Actb"]);
  });
});

describe("a table of orthologs of many species", () => {
  test("of Ensembl BioMart: the species are in its headings, columns of other things are none", () => {
    const read = readOrthologTable(
      [
        "Gene stable ID,Gene name,Mouse gene stable ID,Mouse gene name,Mouse homology type,Macaque gene stable ID,Transcript stable ID",
        "ENSG00000000001,ACTB,ENSMUSG00000000001,Actb,ortholog_one2one,ENSMMUG00000000001,ENST1",
        "ENSG00000000001,ACTB,ENSMUSG00000000001,Actb,ortholog_one2one,ENSMMUG00000000001,ENST2",
        "ENSG00000000002,CD3E,ENSMUSG00000000002,Cd3e,ortholog_one2many,,ENST3",
      ].join("\n"),
    );
    expect(read.columns.map(({ species }) => species)).toEqual(["human", "human", "mouse", "mouse", "macaque"]);
    expect(columnsOf(read, "Mouse")).toEqual([2, 3]);
    expect(columnsOf(read, "macaque gene stable id")).toEqual([4]);
    expect(() => columnsOf(read, "newt")).toThrow("The table of orthologs has no column for newt; it has human, mouse, macaque.");
    expect(columnOf(read, { ids: ["Actb", "Cd3e"], alternatives: [] }, [0, 1, 2, 3, 4])).toEqual({ column: 3, found: 2, rival: null });
    // The two transcripts are one row.
    expect(pairsOf(read, 3, 1, [3, 1])).toEqual({
      pairs: [
        ["Actb", "ACTB"],
        ["Cd3e", "CD3E"],
      ],
      ambiguous: 0,
      isDirected: true,
    });
    expect(
      readOrthologTable("ensembl_gene_id\tmmusculus_homolog_ensembl_gene\nENSG00000000001\tENSMUSG00000000001").columns.map(
        ({ species }) => species,
      ),
    ).toEqual(["human", "mmusculus"]);
  });

  test("rows are used that are one to one in the columns used, whatever the others repeat", () => {
    const read = readOrthologTable("a\tb\tc\nA1\tB1\tC1\nA2\tB2\tC1\nA3\tB2\tC3\nA4\t\tC4\nA5\t\t\n");
    expect(pairsOf(read, 0, 1, [0, 1])).toMatchObject({ pairs: [["A1", "B1"]], ambiguous: 2 });
    expect(pairsOf(read, 0, 0, [0, 1, 2])).toMatchObject({ pairs: [["A4", "A4"]], ambiguous: 3 });
    expect(pairsOf(read, 2, 0, [0, 2])).toMatchObject({
      pairs: [
        ["C3", "A3"],
        ["C4", "A4"],
      ],
      ambiguous: 2,
    });
    expect(() => readOrthologTable("a\nA1")).toThrow(/one column of genes/);
    expect(() => readOrthologTable("a\tb\n")).toThrow(/no row below its names/);
  });

  test("for models, the columns are taken that the file and the model are written in; two columns stay a pair", () => {
    const text = "human\tmouse\tnewt\nACTB\tActb\tnwt_1\nCD3E\tCd3e\tnwt_2\n";
    const newt = { ids: ["nwt_2", "nwt_9"], alternatives: [] };
    const model = vocabularyIds(readVocabulary("symbol\tensembl_id\taliases\tscale\nACTB\t\t\t1\nCD3E\tENSG00000198851\t\t1\n"));
    const { orthologs, taken } = knownBy(text, newt, [model]);
    expect(taken).toEqual({ from: "newt", to: "human" });
    expect(translate(newt, orthologs).genes.ids).toEqual(["CD3E", ""]);
    expect(knownBy(text, { ids: ["ACTB"], alternatives: [] }, [model]).taken).toEqual({ from: "human", to: "human" });
    expect(knownBy("ACTB\tActb\nCD3E\tCd3e", { ids: ["Actb"], alternatives: [] }, [model])).toMatchObject({
      taken: null,
      orthologs: {
        pairs: [
          ["ACTB", "Actb"],
          ["CD3E", "Cd3e"],
        ],
      },
    });
    expect(() => knownBy(text, newt, [], { from: "newt", to: "frog", used: ["newt"] })).toThrow(
      "no column frog; it has human, mouse, newt",
    );
  });
});

const { start } = useEngine();
let fixtures: Record<string, string>;
const hasModel = existsSync(join(root, "models/released/linear-atlas/manifest.json"));

beforeAll(async () => {
  if (hasCore && hasModel) fixtures = await makeFixtures(scratch());
});

describe.skipIf(!hasCore || !hasModel)("a mouse file", () => {
  test("is refused by a human model, and predicted as the human file is once its orthologs are known", async () => {
    const engine = start();
    await engine.conductor.models.addNamed("linear-atlas");
    const human = await engine.call("open", { source: { kind: "path", path: fixtures.csr! } });
    await engine.call("analyze", options({ models: ["linear-atlas"] }));
    const wanted = await engine.call("scores", { model: "linear-atlas", phenotype: "cell_type" });
    expect(human.coverage[0]!.verdict).not.toBe("refused");

    const mouse = await engine.call("open", { source: { kind: "path", path: fixtures["mouse-symbols"]! } });
    expect(mouse.coverage[0]!.verdict).toBe("refused");
    const symbols = (await engine.conductor.models.folder("linear-atlas").text("genes"))
      .trim()
      .split("\n")
      .slice(1, 1501)
      .map((line) => line.split("\t")[0]!);
    const table = ["Human\tMouse", ...symbols.map((symbol) => `${symbol}\t${symbol[0]}${symbol.slice(1).toLowerCase()}`)].join("\n");
    const told = await engine.call("orthologs", { matrix: "X", table });
    expect(told.found).toBeGreaterThan(1400);
    expect(told.coverage[0]!.verdict).not.toBe("refused");
    await engine.call("analyze", options({ models: ["linear-atlas"] }));
    const found = await engine.call("scores", { model: "linear-atlas", phenotype: "cell_type" });
    const same = found.entropy.filter(
      (entropy, cell) => found.top[cell * found.k] === wanted.top[cell * wanted.k] && Math.abs(entropy - wanted.entropy[cell]!) < 0.1,
    ).length;
    expect(same / found.cells).toBeGreaterThan(0.9);

    // The table that comes with the page: Ensembl's one-to-one pairs of symbols, and of ids.
    const builtIn = await engine.call("orthologs", { matrix: "X", builtIn: "mouse" });
    expect(builtIn.pairs).toBeGreaterThan(30_000);
    expect(builtIn.ambiguous).toBe(0);
    expect(builtIn.found).toBeGreaterThan(900);
    expect(builtIn.coverage[0]!.verdict).not.toBe("refused");

    // A model trained on genes known by their human names is of human genes: this very file is no other species to it.
    await engine.call("train", {
      name: "own",
      title: "Own",
      matrix: "X",
      labels: [{ phenotype: "cell_type", column: "cell_type" }],
      ignore: [],
      donors: null,
      recipe: PRESETS.find(({ name }) => name === "sctop")!.recipe,
      folds: 2,
      isThorough: false,
      keepsCells: true,
      seed: 1,
      lanes: 2,
      cells: 0,
    });
    expect(engine.conductor.models.folder("own").manifest.species).toBe("human");
    await engine.call("analyze", options({ models: ["own"] }));

    await expect(engine.call("orthologs", { matrix: "X", table: "foo\tbar" })).rejects.toThrow(/None of the .* genes .* is in the table/);
    expect((await engine.call("orthologs", { matrix: "X", table: null })).coverage[0]!.verdict).toBe("refused");
  });
});
