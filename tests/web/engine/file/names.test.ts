import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { makeFixtures } from "../../../fixtures/make.mjs";
import type { FileInfo, Reading } from "../../../../web/src/contract/types";
import { SPECIES_COLUMN } from "../../../../web/src/contract/species-columns";
import { DOUBLET, shareOf, tellCells, WITHOUT } from "../../../../web/src/engine/file/species-of-cells";
import { sampleRuns } from "../../../../web/src/engine/readers/sample";
import { scratch } from "../../support/data";
import { hasCore, options, useEngine, type TestEngine } from "../../support/engine";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 120_000 });

const MODEL = "linear-atlas";

describe("cells of a file that mixes species", () => {
  const genomes = [
    { species: "human", genes: 3 },
    { species: "mouse", genes: 1 },
  ];

  test("are told apart by counts scaled to their species' own cells; ambient RNA and a small panel do not make doublets", () => {
    // Human cells of about 1,000 counts, mouse cells of about 100 in few genes, with ambient human RNA nearly as much.
    const counts = Float32Array.of(1000, 2, 1200, 3, 30, 100, 45, 90, 900, 95, 0, 0);
    const told = tellCells(genomes, counts);
    expect([...told.of]).toEqual([0, 0, 1, 1, DOUBLET, WITHOUT]);
    expect(shareOf(told, 0, 0)).toBeCloseTo(1000 / 1002, 6);
    expect(shareOf(told, 5, 0)).toBeNaN();
  });

  test("without a cell of the second species none is made up", () => {
    expect([...tellCells(genomes, Float32Array.of(100, 0, 90, 1, 120, 0)).of]).toEqual([0, 0, 0]);
  });
});

describe.skipIf(!hasCore)("files by the names of their genes and cells", () => {
  const folder = scratch();
  const engines = useEngine();
  let engine: TestEngine;
  let fixtures: Record<string, string>;
  let whole: FileInfo;
  const open = (name: string, reading: Reading = {}) => engine.call("open", { source: { kind: "path", path: fixtures[name]! }, reading });
  const codes = (info: FileInfo) => info.notices.map(({ code }) => code);
  const coverageOf = (info: FileInfo) => info.coverage.find(({ model }) => model === MODEL)!;
  const medians = async (name: string, reading: Reading = {}) => {
    const info = await open(name, reading);
    const { survey } = await engine.call("analyze", options({ models: [MODEL], matrix: info.matrix }));
    return [survey.totals.median, survey.mitochondrial.median, survey.mitochondrialGenes];
  };

  beforeAll(async () => {
    fixtures = await makeFixtures(folder);
    engine = engines.start();
    await engine.conductor.models.addNamed(MODEL);
    whole = await open("csr");
  });

  test.each(["barnyard", "barnyard-plain"])("%s: two genomes are noticed, and only the model's own species is labelled", async (name) => {
    const info = await open(name);
    expect(info.geneVerdict.species).toBe("mixed");
    expect(info.geneVerdict.genomes.map(({ species }) => species)).toEqual(["human", "mouse"]);
    expect(coverageOf(info)).toMatchObject({ verdict: "notice" });
    expect(coverageOf(info).found).toBeGreaterThan(0.95 * coverageOf(whole).found);
    const report = await engine.call("analyze", options({ models: [MODEL] }));
    expect(report.species).toMatchObject({ doublets: 0, without: 0, species: [{ cells: 40 }, { cells: 20 }] });
    expect(report.notices.map(({ code }) => code)).toContain("species-cells");
    const rows = await engine.call("cells", { model: MODEL, first: 0, count: 60 });
    rows.forEach((row, cell) => {
      expect(row.species!.name, `cell ${cell}`).toBe(cell % 3 === 2 ? "mouse" : "human");
      expect(row.heads[0]!.labels.length > 0, `cell ${cell}`).toBe(cell % 3 !== 2);
    });
    const column = await engine.call("column", { name: SPECIES_COLUMN });
    expect(column).toMatchObject({ kind: "category", categories: ["human", "mouse", "doublet"] });
  });

  test.each(["composite", "composite-bar", "named-by-heading", "named-by-content"])(
    "%s: the genes are those of the file itself",
    async (name) => {
      const info = await open(name);
      expect(info.geneVerdict).toMatchObject({ species: "human", mitochondrial: whole.geneVerdict.mitochondrial });
      expect(coverageOf(info).found).toBeGreaterThan(0.95 * coverageOf(whole).found);
    },
  );

  test("the column asked for names the genes alone, and one that is not there is named", async () => {
    expect((await open("ensembl", { genesFrom: "_index" })).geneVerdict.source).toBe("_index");
    expect(coverageOf(await open("named-by-heading", { genesFrom: "_index" })).found).toBe(0);
    await expect(open("ensembl", { genesFrom: "nothing" })).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringContaining("no column named nothing"),
    });
  });

  test("dates and missing names are counted and told", async () => {
    const info = await open("dates");
    const message = (code: string) => info.notices.find((notice) => notice.code === code)?.message;
    expect(message("gene-dates")).toMatch(/^2 gene names are dates \(1-Mar, 2-Sep\)/);
    expect(message("gene-nameless")).toMatch(/^2 genes have no name/);
  });

  test("mitochondrial genes of another spelling are found; none found is told, and missing rather than 0", async () => {
    expect(await medians("mt-points")).toEqual(await medians("csr"));
    expect(codes(await open("mt-none"))).toContain("mitochondrial-none");
    const [, share, genes] = await medians("mt-none");
    expect([share, genes]).toEqual([NaN, 0]);
  });

  test.each(["transposed", "transposed-dense"])("%s: genes in rows are told, and read as they should be when asked", async (name) => {
    const info = await open(name);
    expect(codes(info)).toContain("transposed");
    await expect(engine.call("analyze", options({ models: [MODEL] }))).rejects.toThrow(/Genes lie in rows/);
    expect(await medians(name, { isTransposed: true })).toEqual(await medians("csr"));
    expect(coverageOf(await open(name, { isTransposed: true })).found).toBe(coverageOf(whole).found);
  });

  test("repeated names of cells are told", async () => {
    const { notices } = await open("repeated-cells");
    expect(notices.find(({ code }) => code === "cell-names-repeated")?.message).toMatch(
      /^Names of cells are not unique: 40 cells share 20 names/,
    );
    expect(codes(whole)).not.toContain("cell-names-repeated");
  });

  test("a file packed by gzip is unpacked, and a broken one is told so", async () => {
    const packed = join(folder, "csr.h5ad.gz");
    const bytes = gzipSync(readFileSync(fixtures.csr!));
    writeFileSync(packed, bytes);
    const info = await engine.call("open", { source: { kind: "path", path: packed } });
    expect([info.name, info.cells, info.fingerprint]).toEqual(["csr.h5ad", whole.cells, whole.fingerprint]);
    expect(info.notices[0]).toMatchObject({ code: "link", message: expect.stringContaining("was unpacked first") });
    writeFileSync(packed, bytes.subarray(0, bytes.length / 2));
    await expect(engine.call("open", { source: { kind: "path", path: packed } })).rejects.toMatchObject({
      code: "bad-file",
      message: expect.stringContaining("cannot be unpacked"),
    });
  });
});

test("of few cells each is looked at once, of many three runs that do not meet", () => {
  expect(sampleRuns(5)).toEqual([{ first: 0, count: 5 }]);
  expect(sampleRuns(0)).toEqual([]);
  expect(sampleRuns(1000)).toEqual([0, 468, 936].map((first) => ({ first, count: 64 })));
});
