import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { seeded } from "../../../../../scripts/lib/random.mjs";
import { writeH5ad } from "../../../../../scripts/lib/write-h5ad.mjs";
import { aliasesOf } from "../../../../../web/src/engine/genes/names";
import { readVocabulary } from "../../../../../web/src/engine/genes/vocabulary";
import { findGenes } from "../../../../../web/src/engine/steps/survey/genes";
import { MITOCHONDRIAL, RIBOSOMAL } from "../../../../../web/src/contract/survey";
import type { SurveyStep } from "../../../../../web/src/contract/operations/survey";
import type { PartSource } from "../../../../../web/src/contract/types";
import { listFiles, scratch } from "../../../support/data";
import { makeFixtures } from "../../../../fixtures/make.mjs";
import { PROGRAM } from "../../../support/command-line";
import { hasCore, options, useEngine, type TestEngine } from "../../../support/engine";
import { randIndex } from "../../../support/grouping";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

const CELLS = 240;
const GENES = 200;
const TYPES = ["alpha", "beta", "gamma"];
const typeOf = (cell: number) => cell % 3;
const EMPTY = 7;
const all: SurveyStep = { matrix: "X", mask: null, lanes: 2 };

/**
 * Cells of three types, each with ten genes of its own; cell 7 is empty, gene 199 the same in every other cell, and
 * every 12th cell is full of mitochondrial RNA.
 */
async function made(path: string): Promise<string> {
  const random = seeded(5);
  const values = new Float32Array(CELLS * GENES);
  for (let cell = 0; cell < CELLS; cell++) {
    if (cell === EMPTY) continue;
    for (let gene = 0; gene < GENES; gene++) {
      const isOwn = gene >= typeOf(cell) * 10 && gene < typeOf(cell) * 10 + 10;
      const isDying = cell % 12 === 3 && gene >= 190 && gene < 195;
      values[cell * GENES + gene] = gene === 199 ? 1 : random.poisson(isDying ? 25 : isOwn ? 6 : 0.6);
    }
  }
  const symbols = Array.from({ length: GENES }, (_, gene) =>
    gene >= 190 && gene < 195 ? `MT-${gene}` : gene >= 180 && gene < 190 ? `RPS${gene}` : gene === 0 ? "MS4A1" : `GENE${gene}`,
  );
  await writeH5ad(path, {
    X: { values },
    obs: {
      index: Array.from({ length: CELLS }, (_, cell) => `cell-${cell}`),
      columns: {
        type: Array.from({ length: CELLS }, (_, cell) => (cell % 20 === 19 ? null : TYPES[typeOf(cell)]!)),
        rare: Array.from({ length: CELLS }, (_, cell) => (cell === 4 ? "one" : "others")),
        depth: Float32Array.from({ length: CELLS }, (_, i) => i),
      },
    },
    var: { index: symbols, columns: { gene_ids: Array.from({ length: GENES }, (_, gene) => `ENSG${String(gene).padStart(11, "0")}`) } },
    obsm: {
      X_three: {
        values: Float32Array.from({ length: CELLS * 3 }, (_, i) => (typeOf(Math.floor(i / 3)) === i % 3 ? 10 : 0) + random.uniform()),
        columns: 3,
      },
    },
  });
  return path;
}

describe.skipIf(!hasCore)("the survey's steps", () => {
  const { start } = useEngine();
  let file: string;
  const opened = async (): Promise<TestEngine> => {
    const engine = start();
    await engine.call("models", { base: "" });
    await engine.call("open", { source: { kind: "path", path: file } });
    return engine;
  };
  beforeAll(async () => {
    file = await made(join(scratch(), "made.h5ad"));
  });

  const components = (engine: TestEngine, given: Partial<SurveyStep> = {}) =>
    engine.call("surveyComponents", {
      ...all,
      ...given,
      genes: Int32Array.from({ length: 60 }, (_, gene) => gene),
      scale: "log1p",
      components: 10,
    });

  test("cells beyond limits are flagged, and nothing is lost", async () => {
    const engine = await opened();
    const report = await engine.call("surveyQuality", { matrix: "X", mads: 3, lanes: 2 });
    expect(report).toMatchObject({ cells: CELLS, genes: GENES, mitochondrialGenes: 5, ribosomalGenes: 10, emptyCells: 1 });
    const automatic = await engine.call("qualityMask", { limits: "automatic" });
    expect(automatic.kept).toBe(report.kept);
    // The dying cells and the empty one are out.
    expect([3, 15, 27].map((cell) => automatic.mask[cell])).toEqual([0, 0, 0]);
    expect(automatic.mask[EMPTY]).toBe(0);
    expect(automatic.mask[0]).toBe(1);
    const given = await engine.call("qualityMask", { limits: { mitochondrial: { low: null, high: 0.2 } } });
    expect(given.beyond).toEqual([{ metric: "mitochondrial", below: 0, above: CELLS / 12, alone: CELLS / 12 }]);
    expect((await engine.call("qualityMask", { limits: {} })).kept).toBe(CELLS);
    const { values } = await engine.call("qualityValues", { metric: "totals" });
    expect(values[EMPTY]).toBe(0);
    // A later step heeds the mask, and without it all cells are back.
    const masked = await engine.call("variableGenes", { ...all, mask: given.mask, flavour: "seurat", top: 20, column: null });
    expect(masked.cells).toBe(CELLS - CELLS / 12);
    expect((await engine.call("variableGenes", { ...all, flavour: "seurat", top: 20, column: null })).cells).toBe(CELLS);
    await expect(
      engine.call("variableGenes", { ...all, mask: new Uint8Array(CELLS), flavour: "seurat", top: 20, column: null }),
    ).rejects.toThrow("No cell is left");
    await expect(
      engine.call("variableGenes", { ...all, mask: new Uint8Array(3).fill(1), flavour: "seurat", top: 20, column: null }),
    ).rejects.toThrow("A mask is of 3 cells");
  });

  test("components are the same to the bit whether cells' scores are kept or the file is read again", async () => {
    const engine = await opened();
    const mask = Uint8Array.from({ length: CELLS }, (_, cell) => Number(cell % 7 !== 3));
    const found: Float32Array[] = [];
    for (const keptBytes of [undefined, 0, 2000]) {
      await engine.call("surveyComponents", {
        ...all,
        mask,
        genes: Int32Array.from({ length: 60 }, (_, gene) => gene),
        scale: "rank-normal",
        components: 10,
        ...(keptBytes === undefined ? {} : { keptBytes }),
      });
      found.push((await engine.call("componentScores", {})).scores);
    }
    expect(found[0]!.some((value) => value > 0)).toBe(true);
    expect(found[1]).toEqual(found[0]);
    expect(found[2]).toEqual(found[0]);
  });

  test("quality of parts cut anywhere is that of one pass to the bit, and so are the sums that genes are chosen by", async () => {
    const engine = await opened();
    const folder = scratch();
    const whole = await engine.call("surveyQuality", { matrix: "X", mads: 3, lanes: 2 });
    const chosen = await engine.call("variableGenes", { ...all, flavour: "seurat", top: 20, column: null });
    const values = (await engine.call("qualityValues", { metric: "top50" })).values;
    const cuts = [0, 1, 7, CELLS >> 1, (CELLS >> 1) + 1, CELLS - 3, CELLS];
    const parts: PartSource[] = [];
    for (const [i, first] of cuts.slice(0, -1).entries()) {
      const range = { first, count: cuts[i + 1]! - first };
      const { cells, sums } = await engine.call("surveyPart", { matrix: "X", lanes: 2, range });
      const source = (table: string, bytes: Uint8Array) => {
        writeFileSync(join(folder, `${i}-${table}`), bytes);
        return { kind: "path" as const, path: join(folder, `${i}-${table}`) };
      };
      const header = { ...cells.header, tables: { ...cells.header.tables, ...sums.header.tables } };
      parts.push({ name: `part ${i}`, header, tables: { cells: source("cells", cells.bytes), sums: source("sums", sums.bytes) } });
    }
    const other = await opened();
    const merge = (of: PartSource[]) => other.call("surveyQuality", { matrix: "X", mads: 3, lanes: 1, parts: of });
    expect({ ...(await merge(parts.toReversed())), seconds: 0 }).toEqual({ ...whole, seconds: 0 });
    expect((await other.call("qualityValues", { metric: "top50" })).values).toEqual(values);
    const again = await other.call("variableGenes", { ...all, lanes: 1, flavour: "seurat", top: 20, column: null });
    expect({ ...again, seconds: 0 }).toEqual({ ...chosen, seconds: 0 });
    await expect(merge(parts.slice(0, 3))).rejects.toThrow("lack sums of some cells");
    await expect(merge(parts.slice(3))).rejects.toThrow("is damaged");
  });

  test("a gene that is the same in every cell is never chosen, and analysis of variance finds the types' own", async () => {
    const engine = await opened();
    const mask = Uint8Array.from({ length: CELLS }, (_, cell) => Number(cell !== EMPTY));
    for (const flavour of ["seurat", "seurat_v3"] as const) {
      const found = await engine.call("variableGenes", { ...all, mask, flavour, top: GENES, column: null });
      expect(found.spread[199]! > 0 && flavour === "seurat_v3").toBe(false);
      expect(found.chosen.slice(0, 20)).not.toContain(199);
    }
    const anova = await engine.call("variableGenes", { ...all, mask, flavour: "anova", top: 30, column: "type" });
    expect([...anova.chosen].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, gene) => gene));
    await expect(engine.call("variableGenes", { ...all, flavour: "anova", top: 30, column: "depth" })).rejects.toThrow("holds numbers");
    await expect(engine.call("variableGenes", { ...all, flavour: "anova", top: 30, column: null })).rejects.toThrow("Choose a column");
  });

  test("one lane and two give the same to the bit; masked cells have no place", async () => {
    const engine = await opened();
    const mask = Uint8Array.from({ length: CELLS }, (_, cell) => Number(cell % 4 !== 1));
    const two = await components(engine, { mask });
    const scores = (await engine.call("componentScores", {})).scores;
    const one = await components(engine, { mask, lanes: 1 });
    expect(one.cells).toBe((CELLS * 3) / 4);
    expect(one.bytes).toBe(CELLS * 10 * 4);
    expect(one.variance).toEqual(two.variance);
    const again = (await engine.call("componentScores", {})).scores;
    expect(again).toEqual(scores);
    expect(again.every((value, i) => Number.isNaN(value) === (mask[Math.floor(i / 10)] === 0))).toBe(true);
    const spread = async (lanes: number) => {
      await engine.call("surveyQuality", { matrix: "X", mads: 3, lanes });
      return (await engine.call("variableGenes", { ...all, lanes, flavour: "seurat", top: 20, column: null })).spread;
    };
    expect(await spread(3)).toEqual(await spread(1));
    const { xy } = await engine.call("componentPositions", { x: 0, y: 2 });
    expect([xy[0], xy[1]]).toEqual([
      (await engine.call("componentScores", {})).scores[0],
      (await engine.call("componentScores", {})).scores[2],
    ]);
    await expect(engine.call("componentPositions", { x: 0, y: 10 })).rejects.toThrow("there is no 10");
  });

  test("clusters and the map are of the cells that take part, from components or from a file's embedding", async () => {
    const engine = await opened();
    const mask = Uint8Array.from({ length: CELLS }, (_, cell) => Number(cell % 12 !== 3 && cell !== EMPTY));
    await components(engine, { mask });
    for (const of of [
      { kind: "components", count: 5 },
      { kind: "embedding", name: "X_three" },
    ] as const) {
      const near = await engine.call("surveyNeighbors", { matrix: "X", of, mask, k: 10, seed: 1, lanes: 2 });
      expect(near).toMatchObject({ exact: true, k: 10, dims: of.kind === "embedding" ? 3 : 5, cells: CELLS - CELLS / 12 - 1 });
      const clusters = await engine.call("surveyClusters", { resolution: 0.3, seed: 1 });
      const taking = [...clusters.codes.keys()].filter((cell) => mask[cell]);
      expect(
        randIndex(
          taking.map((cell) => clusters.codes[cell]!),
          taking.map(typeOf),
        ),
      ).toBeGreaterThan(0.9);
      expect([clusters.codes[3], clusters.codes[EMPTY]]).toEqual([-1, -1]);
      const agreement = await engine.call("clusterAgreement", { column: "type" });
      expect(agreement.ari).toBeGreaterThan(0.9);
      expect(agreement.table).toHaveLength(3 * clusters.clusters);
      const { xy } = await engine.call("surveyLayout", { seed: 1, minDist: 0.1, epochs: 50 });
      expect(xy[2 * 3]).toBeNaN();
      expect((await engine.call("surveyLayout", { seed: 1, minDist: 0.1, epochs: 50 })).xy).toEqual(xy);
    }
    const markers = await engine.call("surveyMarkers", {
      ...all,
      mask,
      by: { kind: "clusters" },
      donors: null,
      ranks: true,
      most: 0,
      seed: 1,
      order: "auc",
    });
    expect(markers.groups.length).toBeGreaterThanOrEqual(3);
    // The ten genes of each large cluster are those of its type.
    for (const rows of markers.top.slice(0, 3)) expect(new Set(rows.map(({ gene }) => Math.floor(gene / 10))).size).toBe(1);
  });

  test("neighbours are found in what a model sees, too", async () => {
    const engine = await opened();
    const { csr } = await makeFixtures(scratch());
    await engine.conductor.models.addNamed("tiny-random");
    await engine.call("open", { source: { kind: "path", path: csr! } });
    const of = { kind: "model", model: "tiny-random" } as const;
    await expect(engine.call("surveyNeighbors", { matrix: "X", of, mask: null, k: 8, seed: 1, lanes: 2 })).rejects.toThrow("has not run");
    await engine.call("analyze", options({ models: ["tiny-random"] }));
    const near = await engine.call("surveyNeighbors", { matrix: "X", of, mask: null, k: 8, seed: 1, lanes: 2 });
    expect(near).toMatchObject({ of, k: 8, exact: true });
    expect(near.cells).toBeGreaterThan(40);
    const { codes } = await engine.call("surveyClusters", { resolution: 1, seed: 1 });
    expect(codes.filter((code) => code >= 0)).toHaveLength(near.cells);
    // Another file knows nothing of it.
    await engine.call("open", { source: { kind: "path", path: file } });
    await expect(engine.call("surveyClusters", { resolution: 1, seed: 1 })).rejects.toThrow("have not been found");
  });

  test("ranks of a sample say so; groups of one cell are named and left out", async () => {
    const engine = await opened();
    const by = { kind: "column", column: "type" } as const;
    const whole = await engine.call("surveyMarkers", { ...all, by, donors: null, ranks: true, most: 0, seed: 1, order: "z" });
    // Cells without a label are of the rest, as in scanpy.
    const overCells = expect.stringContaining("p and q are over cells: they describe these cells, not patients.");
    const unlabelled = "12 cells without a label in type count in every group's rest, as in scanpy.";
    expect([whole.cells, whole.rankedCells, whole.notes]).toEqual([240, 240, [overCells, unlabelled]]);
    const sample = await engine.call("surveyMarkers", { ...all, by, donors: null, ranks: true, most: 60, seed: 1, order: "z" });
    expect(sample.rankedCells).toBe(60);
    expect(sample.notes).toEqual([overCells, unlabelled, expect.stringContaining("60 of the 240 cells")]);
    expect(sample.groups).toEqual(whole.groups);
    const quick = await engine.call("surveyMarkers", { ...all, by, donors: null, ranks: false, most: 0, seed: 1, order: "t" });
    expect([quick.rankedCells, quick.top[0]![0]!.z]).toEqual([0, NaN]);
    const { rows, total } = await engine.call("markerRows", { group: 0, order: "t", first: 0, count: 5, find: "ms4" });
    expect([rows.map(({ symbol }) => symbol), total]).toEqual([["MS4A1"], 1]);
    // By effect, with a least fold change and without ribosomal and mitochondrial genes: as sorted here.
    await engine.call("surveyMarkers", { ...all, by, donors: null, ranks: true, most: 0, seed: 1, order: "z" });
    const every = (await engine.call("markerRows", { group: 0, order: "z", first: 0, count: GENES })).rows;
    const effect = (row: (typeof every)[number]) => (2 * row.auc - 1) * Math.abs(row.logFoldChange);
    const isHousekeeping = (symbol: string) => symbol.startsWith("MT-") || symbol.startsWith("RPS");
    const least = -0.1;
    const wanted = every.filter(({ symbol, logFoldChange }) => logFoldChange >= least && !isHousekeeping(symbol));
    wanted.sort((a, b) => effect(b) - effect(a) || a.gene - b.gene);
    const asked = { group: 0, order: "effect", least, withoutHousekeeping: true, first: 0, count: GENES } as const;
    const listed = await engine.call("markerRows", asked);
    expect(wanted.length).toBeLessThan(GENES - 15);
    expect(listed.rows.map(({ symbol }) => symbol)).toEqual(wanted.map(({ symbol }) => symbol));
    expect(listed.total).toBe(wanted.length);
    // Genes told by their Ensembl ids alone: MT-ND1, RPL13A, CD3E.
    const kinds = { symbols: ["one", "two", "three"], ensemblIds: ["ENSG00000198888", "ENSG00000142541", "ENSG00000198851"] };
    expect([...(await engine.call("geneKinds", kinds))]).toEqual([MITOCHONDRIAL, RIBOSOMAL, 0]);
    const alone = await engine
      .call("surveyMarkers", { ...all, by: { kind: "column", column: "rare" }, donors: null, ranks: true, most: 0, seed: 1, order: "z" })
      .catch((error: Error) => error.message);
    expect(alone).toContain("there is none");
    const given = await engine.call("surveyMarkers", {
      ...all,
      by: {
        kind: "given",
        name: "lasso",
        codes: Int32Array.from({ length: CELLS }, (_, cell) => (cell === 0 ? 2 : cell % 2)),
        names: ["even", "odd", "one"],
      },
      donors: null,
      ranks: false,
      most: 0,
      seed: 1,
      order: "t",
    });
    expect(given.groups.map(({ name }) => name)).toEqual(["even", "odd"]);
    expect(given.notes).toEqual([overCells, "Left out, as a test needs two cells on both sides: one (one cell)."]);
  });

  test("genes are found by symbol, id, alias, beginning and part", async () => {
    const engine = await opened();
    const find = async (text: string) =>
      (await engine.call("findGenes", { matrix: "X", text, limit: 4 })).map(({ symbol, how }) => [symbol, how]);
    expect(await find("ms4a1")).toEqual([["MS4A1", "symbol"]]);
    expect(await find("ENSG00000000000.3")).toEqual([["MS4A1", "id"]]);
    expect(await find("CD20")).toEqual([["MS4A1", "alias"]]);
    expect(await find("GENE19")).toEqual([
      ["GENE19", "symbol"],
      ["GENE195", "prefix"],
      ["GENE196", "prefix"],
      ["GENE197", "prefix"],
    ]);
    expect(await find("S4A")).toEqual([["MS4A1", "part"]]);
    expect(await find("  ")).toEqual([]);
    // Ids alone: a symbol finds its gene by the vocabulary of the models.
    const named = { symbols: ["ENSG00000156738", "ENSG00000000003"], ensemblIds: ["ENSG00000156738", "ENSG00000000003"] };
    const aliases = aliasesOf(readVocabulary("symbol\tensembl_id\taliases\tscale\nMS4A1\tENSG00000156738\tCD20|B1\t1\n"));
    for (const typed of ["ms4a1", "CD20"]) expect(findGenes(named, aliases, typed, 3)).toMatchObject([{ gene: 0, how: "alias" }]);
  });

  test("a step without its forerunner says which; stopping ends a pass; another matrix starts afresh", async () => {
    const engine = await opened();
    await expect(engine.call("qualityMask", { limits: "automatic" })).rejects.toThrow("has not been measured");
    await expect(engine.call("surveyComponents", { ...all, genes: null, scale: "log1p", components: 5 })).rejects.toThrow(
      "Choose variable genes first",
    );
    await expect(
      engine.call("surveyNeighbors", { matrix: "X", of: { kind: "components" }, mask: null, k: 15, seed: 1, lanes: 2 }),
    ).rejects.toThrow("Components have not been made");
    await expect(engine.call("surveyClusters", { resolution: 1, seed: 1 })).rejects.toThrow("neighbours have not been found");
    await expect(
      engine.call("surveyMarkers", { ...all, by: { kind: "clusters" }, donors: null, ranks: true, most: 0, seed: 1, order: "z" }),
    ).rejects.toThrow("not been clustered");
    await expect(engine.call("markerRows", { group: 0, order: "z", first: 0, count: 1 })).rejects.toThrow("Markers have not been sought");
    const stop = new AbortController();
    stop.abort();
    await expect(engine.call("surveyQuality", { matrix: "X", mads: 3, lanes: 2 }, { signal: stop.signal })).rejects.toMatchObject({
      code: "cancelled",
    });
    await expect(
      engine.call("surveyComponents", { ...all, genes: Int32Array.of(3, 900), scale: "log1p", components: 5 }),
    ).rejects.toMatchObject({ code: "bad-input" });
    expect((await engine.call("surveyQuality", { matrix: "X", mads: 3, lanes: 2 })).cells).toBe(CELLS);
  });

  test("phenolens survey writes what the steps found", async () => {
    const out = join(scratch(), "out");
    const run = promisify(execFile);
    await run(process.execPath, [
      PROGRAM,
      "survey",
      file,
      "--group",
      "type",
      "--resolution",
      "0.5",
      "--genes",
      "60",
      "--components",
      "8",
      "--limits",
      "mitochondrial=:0.2",
      "--markers",
      "7",
      "--lanes",
      "2",
      "--out",
      out,
    ]);
    expect(listFiles(out)).toEqual([
      "clusters.csv",
      "components.csv",
      "markers.csv",
      "quality.csv",
      "summary.json",
      "umap.csv",
      "variable_genes.csv",
    ]);
    const rows = (name: string) =>
      readFileSync(join(out, name), "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => line.split(","));
    expect(rows("quality.csv")[0]).toEqual(["cell_id", "totals", "detected", "mitochondrial", "ribosomal", "top50", "within_limits"]);
    expect(
      rows("quality.csv")
        .slice(1)
        .filter((row) => row[6] === "0")
        .map(([id]) => id),
    ).toEqual(Array.from({ length: CELLS / 12 }, (_, i) => `cell-${12 * i + 3}`));
    expect(rows("components.csv")).toHaveLength(CELLS + 1);
    expect(rows("components.csv")[4]!.slice(1)).toEqual(Array(8).fill(""));
    expect(rows("umap.csv")[1]).toHaveLength(3);
    expect(rows("variable_genes.csv").filter((row) => row[2] !== "")).toHaveLength(61);
    expect(rows("markers.csv")).toHaveLength(1 + 3 * 7);
    const summary = JSON.parse(readFileSync(join(out, "summary.json"), "utf8"));
    expect(summary).toMatchObject({
      limits: { kept: CELLS - CELLS / 12, left_out: true },
      components: { components: 8 },
      agreement: { column: "type" },
      clusters: { resolution: 0.5 },
    });
    const wrong = await run(process.execPath, [PROGRAM, "survey", file, "--limits", "colour=1:2", "--out", out]).catch(
      (error: { code: number; stderr: string }) => error,
    );
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining("--limits takes automatic, none or METRIC=LOW:HIGH") });
  });
});
