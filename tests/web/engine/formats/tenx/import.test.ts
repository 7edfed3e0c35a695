import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AnalysisError } from "../../../../../web/src/contract/errors";
import { importTrio } from "../../../../../web/src/engine/formats/tenx/import";
import { Overlay } from "../../../../../web/src/engine/writers/overlay";
import { seeded } from "../../../../../scripts/lib/random.mjs";
import { dataFile, hasData } from "../../../support/data";
import { hasCore } from "../../../support/engine";
import { dense, folderOf, opened, textBytes, whole } from "../../../support/imported";

const HEAD = "%%MatrixMarket matrix coordinate integer general\n%\n";
const BARCODES = "AAAC-1\nAAAG-1\nAAAT-1\n";
const FEATURES = [
  "ENSG01\tTSPAN6\tGene Expression",
  "ENSG02\tDPM1\tGene Expression",
  "CD3\tCD3_prot\tAntibody Capture",
  "ENSG04\tSCYL3\tGene Expression",
];
/** Features x cells, as `row column value`. */
const ENTRIES = ["1 1 5", "4 1 1", "2 2 7", "3 2 90", "1 3 2", "2 3 1", "4 3 300"];
const GENES_BY_CELL = [
  [5, 0, 1],
  [0, 7, 0],
  [2, 1, 300],
];
const matrix = (entries = ENTRIES, sizes = `4 3 ${entries.length}`) => `${HEAD}${sizes}\n${entries.join("\n")}\n`;
const trio = (change: Record<string, string | undefined> = {}) => {
  const files = { "matrix.mtx": matrix(), "barcodes.tsv": BARCODES, "features.tsv": `${FEATURES.join("\n")}\n`, ...change };
  return folderOf(Object.fromEntries(Object.entries(files).filter(([, text]) => text !== undefined)) as Record<string, string>);
};

async function refusal(path: string): Promise<AnalysisError> {
  return opened(path, () => {
    throw new Error("It was opened.");
  }).catch((error: unknown) => error as AnalysisError);
}

describe.skipIf(!hasCore)("a folder of matrix, barcodes and features", () => {
  test("is cells by genes; other features are a matrix of their own", async () => {
    await opened(trio(), async (reader) => {
      expect(await dense(reader)).toEqual(GENES_BY_CELL);
      expect(await reader.cellIds()).toEqual(["AAAC-1", "AAAG-1", "AAAT-1"]);
      expect((await reader.geneIds("X")).ids).toEqual(["TSPAN6", "DPM1", "SCYL3"]);
      expect((await reader.geneIds("X")).alternatives).toContainEqual({ name: "gene_ids", values: ["ENSG01", "ENSG02", "ENSG04"] });
      expect(reader.matrices.map(({ path }) => path)).toEqual(["X", "X[Antibody Capture]"]);
      expect(await dense(reader, "X[Antibody Capture]")).toEqual([[0], [90], [0]]);
    });
  });

  test.each([
    ["packed", { "matrix.mtx": undefined, "matrix.mtx.gz": matrix() }],
    ["version 2", { "features.tsv": undefined, "genes.tsv": FEATURES.map((line) => line.replace(/\tAnt.*|\tGene.*/, "")).join("\n") }],
    ["in another order", { "matrix.mtx": matrix(ENTRIES.toReversed()) }],
    ["of windows line ends", { "matrix.mtx": matrix().replaceAll("\n", "\r\n"), "barcodes.tsv": BARCODES.replaceAll("\n", "\r\n") }],
    ["with headings", { "barcodes.tsv": `barcode\n${BARCODES}`, "features.tsv": `gene_id\tname\ttype\n${FEATURES.join("\n")}\n` }],
    ["quoted by R", { "barcodes.tsv": BARCODES.replaceAll(/(.+)/g, '"$1"') }],
    ["of real numbers", { "matrix.mtx": matrix(ENTRIES.map((line) => `${line}.0e0`)).replace("integer", "real") }],
    [
      "cells by genes",
      {
        "matrix.mtx": matrix(
          ENTRIES.map((line) => line.replace(/^(\d+) (\d+)/, "$2 $1")),
          `3 4 ${ENTRIES.length}`,
        ),
      },
    ],
    ["with one place in two entries", { "matrix.mtx": matrix([...ENTRIES.slice(0, 6), "4 3 100", "4 3 200"]) }],
  ])("%s, it is the same", async (_what, change) => {
    await opened(trio(change), async (reader) => {
      const kinds = reader.genes;
      const rows = await dense(reader);
      expect(kinds === 4 ? rows.map((row) => row.filter((_, gene) => gene !== 2)) : rows).toEqual(GENES_BY_CELL);
      expect(await reader.cellIds()).toEqual(["AAAC-1", "AAAG-1", "AAAT-1"]);
    });
  });

  test("values are read as numbers are", async () => {
    const values = ["0.1", "1e-3", "-2.5", "123456.789", ".5", "3.4028e38", "+7"];
    const text = matrix(ENTRIES.map((line, at) => line.replace(/\d+$/, values[at]!))).replace("integer", "real");
    const out = new Overlay(null);
    await importTrio(
      {
        name: "a",
        matrix: textBytes("matrix.mtx", text),
        barcodes: textBytes("b.tsv", BARCODES),
        features: textBytes("f.tsv", FEATURES.join("\n")),
      },
      out,
    );
    await opened(folderOf({ "a.h5ad": whole(out) }) + "/a.h5ad", async (reader) => {
      const found = (await reader.block("X", 0, 3)).values;
      const expected = values.map(Number).map(Math.fround);
      expect([...found].toSorted()).toEqual(expected.filter((_, at) => at !== 3).toSorted());
    });
  });

  test.each([
    ["a value that is no number", "1 1 five", ["bad-file", /matrix\.mtx.*entry 1 of 7 reads "1 1 five"/]],
    ["a row beyond the last", "5 1 1", ["bad-file", /entry 1 is at row 5, column 1, outside of 4 x 3/]],
    ["a count from 0", "0 1 1", ["bad-file", /count from 1: was it written counting from 0/]],
    ["a number too many", "1 1 1 1", ["bad-file", /entry 1 of 7 reads/]],
    ["a negative place", "-1 1 1", ["bad-file", /entry 1 of 7 reads "-1 1 1"/]],
  ])("%s is refused by its place", async (_what, line, [code, words]) => {
    const error = await refusal(trio({ "matrix.mtx": matrix([line, ...ENTRIES.slice(1)]) }));
    expect(error).toMatchObject({ code });
    expect(error.message).toMatch(words as RegExp);
  });

  test.each([
    ["cut short", { "matrix.mtx": matrix(ENTRIES.slice(0, 5), "4 3 7") }, /declares 7 entries and has 5: it is cut short/],
    ["longer than it says", { "matrix.mtx": matrix(ENTRIES, "4 3 6") }, /declares 6 entries and has more/],
    ["empty", { "matrix.mtx": "" }, /matrix\.mtx is damaged.*it is empty/],
    ["of text", { "matrix.mtx": "gene,cell\n1,2\n" }, /does not begin with %%MatrixMarket/],
    ["symmetric", { "matrix.mtx": matrix().replace("general", "symmetric") }, /of another kind \(matrix coordinate integer symmetric\)/],
    ["of other sizes", { "barcodes.tsv": "A\nB\n" }, /matrix\.mtx is 4 x 3, but features\.tsv lists 4 features and barcodes\.tsv 2 cells/],
    ["without barcodes", { "barcodes.tsv": undefined }, /needs barcodes\.tsv \(the names of its cells\) beside it/],
    ["without features", { "features.tsv": undefined }, /needs features\.tsv or genes\.tsv \(the names of its genes\)/],
    ["without a matrix", { "matrix.mtx": undefined }, /holds no matrix that is read as a folder.*barcodes\.tsv, features\.tsv/],
  ])("%s, it is refused by name", async (_what, change, words) => {
    expect((await refusal(trio(change))).message).toMatch(words);
  });

  test("whose packed matrix ends early is refused", async () => {
    const folder = trio({ "matrix.mtx": undefined, "matrix.mtx.gz": matrix() });
    const packed = readFileSync(join(folder, "matrix.mtx.gz"));
    const cut = folderOf({ "matrix.mtx.gz": packed.subarray(0, -12), "barcodes.tsv": BARCODES, "features.tsv": FEATURES.join("\n") });
    expect((await refusal(cut)).message).toMatch(/matrix\.mtx\.gz is packed by gzip and cannot be unpacked/);
  });

  test("a missing value makes the matrix unusable, with the reason, and the file opens", async () => {
    await opened(trio({ "matrix.mtx": matrix(["1 1 nan", ...ENTRIES.slice(1)]) }), async (reader) => {
      expect(Number.isNaN((await reader.block("X", 0, 1)).values[0])).toBe(true);
    });
  });
});

describe("entries in any order and any piece of memory", () => {
  test("are placed alike", async () => {
    const random = seeded(3);
    const [genes, cells] = [60, 40];
    const entries = Array.from({ length: 900 }, () => [
      1 + Math.floor(random.uniform() * genes),
      1 + Math.floor(random.uniform() * cells),
      1 + Math.floor(random.uniform() * 9),
    ]);
    const expected = Array.from({ length: cells }, () => Array.from({ length: genes }, () => 0));
    for (const [gene, cell, value] of entries) expected[cell! - 1]![gene! - 1]! += value!;
    const names = (count: number, word: string) => Array.from({ length: count }, (_, at) => `${word}${at}`).join("\n");
    for (const [order, placedBytes, piece] of [
      ["by cell", 1 << 20, 1000],
      ["any", 1 << 20, 13],
      ["any", 800, 4096],
      ["any", 8, 100_000],
    ] as const) {
      const sorted = order === "by cell" ? entries.toSorted((a, b) => a[1]! - b[1]!) : entries;
      const out = new Overlay(null);
      const text = matrix(
        sorted.map((entry) => entry.join(" ")),
        `${genes} ${cells} ${entries.length}`,
      );
      const { notes } = await importTrio(
        {
          name: "sample",
          matrix: textBytes("matrix.mtx", text, piece),
          barcodes: textBytes("barcodes.tsv", names(cells, "C")),
          features: textBytes("genes.tsv", names(genes, "G")),
        },
        out,
        placedBytes,
      );
      expect(notes.join(" ")).toMatch(/entries of matrix\.mtx are of a place that has one already: they are summed/);
      await opened(join(folderOf({ "a.h5ad": whole(out) }), "a.h5ad"), async (reader) => expect(await dense(reader)).toEqual(expected));
    }
  });
});

interface Expected {
  cells: number;
  genes: number;
  stored: number;
  first_cell: string;
  last_cell: string;
  genes_at: Record<string, string>;
  gene_ids_at: Record<string, string>;
  sum: number;
  cell_sums: number[];
  gene_sums: number[];
  by_place: number;
}

describe.skipIf(!hasCore || !hasData)("the folders of others, as scanpy reads them", () => {
  const all = JSON.parse(readFileSync(new URL("../../../expected/imports.json", import.meta.url), "utf8")) as Record<string, Expected>;
  test.each(Object.entries(all))("%s", async (path, expected) => {
    await opened(dataFile(path), async (reader) => {
      expect([reader.cells, reader.genes, reader.matrices[0]!.stored]).toEqual([expected.cells, expected.genes, expected.stored]);
      const ids = await reader.cellIds();
      expect([ids[0], ids.at(-1)]).toEqual([expected.first_cell, expected.last_cell]);
      const genes = await reader.geneIds("X");
      for (const [at, name] of Object.entries(expected.genes_at)) expect(genes.ids[Number(at)]).toBe(name);
      const own = genes.alternatives.find(({ name }) => name === "gene_ids")!.values;
      for (const [at, name] of Object.entries(expected.gene_ids_at)) expect(own[Number(at)]).toBe(name);
      const block = await reader.block("X", 0, reader.cells);
      if (block.layout !== "csr") throw new Error("It is not sparse.");
      const [cellSums, geneSums] = [new Float64Array(reader.cells), new Float64Array(reader.genes)];
      let [sum, byPlace] = [0, 0];
      for (let cell = 0; cell < reader.cells; cell++) {
        for (let at = block.indptr[cell]!; at < block.indptr[cell + 1]!; at++) {
          const [gene, value] = [block.indices[at]!, block.values[at]!];
          sum += value;
          cellSums[cell]! += value;
          geneSums[gene]! += value;
          byPlace += value * ((cell % 97) + 1) * ((gene % 89) + 1);
        }
      }
      expect(sum).toBe(expected.sum);
      expect(byPlace).toBe(expected.by_place);
      expect([...cellSums].filter((_, cell) => cell % 50 === 0)).toEqual(expected.cell_sums);
      expect([...geneSums].filter((_, gene) => gene % 200 === 0)).toEqual(expected.gene_sums);
    });
  });
});
