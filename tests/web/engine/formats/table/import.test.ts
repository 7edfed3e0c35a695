import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importTable } from "../../../../../web/src/engine/formats/table/import";
import type { AnalysisError } from "../../../../../web/src/contract/errors";
import { Overlay } from "../../../../../web/src/engine/writers/overlay";
import { dataFile, hasData } from "../../../support/data";
import { hasCore } from "../../../support/engine";
import { dense, folderOf, opened, textBytes } from "../../../support/imported";

const GENES = ["MT-ND1", "ACTB", "RPS6", "CD3D"];
const CELLS = ["AAAC-1", "AAAG-1", "AAAT-1"];
const BY_CELL = [
  [5, 0, 1.5, 0],
  [0, 7, 0, 0],
  [2, 1, 300, 4],
];
const BY_GENE = GENES.map((_, gene) => BY_CELL.map((row) => row[gene]!));
const table = (corner: string[], columns: string[], rows: string[], values: (number | string)[][], separator: string): string =>
  [[...corner, ...columns], ...rows.map((row, at) => [row, ...values[at]!])].map((fields) => `${fields.join(separator)}\n`).join("");
const quoted = (names: string[]) => names.map((name) => `"${name}"`);
const open = (name: string, text: string) => join(folderOf({ [name]: text }), name);

async function refusal(name: string, text: string): Promise<string> {
  return opened(open(name, text), () => "It was opened.").catch((error: unknown) => (error as AnalysisError).message);
}

describe.skipIf(!hasCore)("a table", () => {
  test.each([
    ["CSV, cells in rows", "a.csv", table([""], GENES, CELLS, BY_CELL, ",")],
    ["TSV, genes in rows, packed", "a.tsv.gz", table(["gene"], CELLS, GENES, BY_GENE, "\t")],
    ["of R's write.table: quoted, parted by spaces, without a corner", "a.txt", table([], quoted(CELLS), quoted(GENES), BY_GENE, " ")],
    ["parted by semicolons, of windows line ends", "a.csv", table(["x"], GENES, CELLS, BY_CELL, ";").replaceAll("\n", "\r\n")],
    ["with a byte order mark and no last line end", "a.csv", `\uFEFF${table(["x"], GENES, CELLS, BY_CELL, ",").trimEnd()}`],
    ["with a name that holds the separator", "a.csv", table(["x"], CELLS, quoted(GENES), BY_GENE, ",").replace("x,", '"a,""b""",')],
    [
      "GCT 1.2",
      "a.gct",
      `#1.2\n4\t3\n${table(
        ["Name", "Description"],
        CELLS,
        GENES,
        BY_GENE.map((row) => ["na", ...row]),
        "\t",
      )}`,
    ],
  ])("%s, is cells by genes", async (_what, name, text) => {
    await opened(open(name, text), async (reader) => {
      expect(await dense(reader)).toEqual(BY_CELL);
      expect(await reader.cellIds()).toEqual(CELLS);
      expect((await reader.geneIds("X")).ids).toEqual(GENES);
    });
  });

  test("that does not say where genes are is told", async () => {
    const { notes } = await importTable(textBytes("a.csv", "x,p,q\nr,1,2\ns,3,4\n"), new Overlay(null));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/of a\.csv alone are named as genes.*columns are taken for genes \(--transposed: its rows\)/);
  });

  test.each([
    [
      "a word among the values",
      table(["x"], GENES, CELLS, [["a", 1, 2, 3], ...BY_CELL.slice(1)], ","),
      /reads "a" in line 2, of AAAC-1 and MT-ND1/,
    ],
    [
      "a decimal comma",
      table(["x"], GENES, CELLS, [["1,5", 1, 2, 3], ...BY_CELL.slice(1)], ";"),
      /"1,5".*a decimal comma, or one of thousands/,
    ],
    [
      "a row cut short",
      table(["x"], GENES, CELLS, [...BY_CELL.slice(0, 2), [1]], ","),
      /has 1 values in line 4 \(AAAT-1\), where its heading names 4/,
    ],
    ["no rows", "x,a,b\n", /has a heading and no row/],
    ["nothing", "", /is empty/],
    ["widths that fit nothing", "a,b\n1,2,3,4,5\n", /of different widths/],
    ["zero bytes", "a,b\0\nc,1\n", /zero bytes/],
    ["GCT 1.3 without its sizes", "#1.3\n1\t1\n", /says no four sizes/],
  ])("with %s is refused by its place", async (_what, text, words) => {
    expect(await refusal("a.csv", text)).toMatch(words);
  });

  test("is placed alike in any piece of memory", async () => {
    const text = table(["gene"], CELLS, GENES, BY_GENE, "\t");
    for (const [placedBytes, piece] of [[1 << 20, 1000] as const, [8, 3] as const]) {
      const out = new Overlay(null);
      await importTable(textBytes("a.tsv", text, piece), out, placedBytes);
      const bytes = new Uint8Array(out.size);
      out.read(bytes, 0, out.size, 0);
      await opened(join(folderOf({ "a.h5ad": bytes }), "a.h5ad"), async (reader) => expect(await dense(reader)).toEqual(BY_CELL));
    }
  });
});

interface Expected {
  cells: number;
  genes: number;
  first_cell: string;
  last_cell: string;
  first_gene: string;
  last_gene: string;
  stored: number;
  sum: number;
  by_place: number;
}

describe.skipIf(!hasCore || !hasData)("the tables of others, as pandas reads them", () => {
  const all = JSON.parse(readFileSync(new URL("../../../expected/tables.json", import.meta.url), "utf8")) as Record<string, Expected>;
  test.each(Object.entries(all))("%s", async (path, expected) => {
    await opened(dataFile(path), async (reader) => {
      const [cells, genes] = [await reader.cellIds(), (await reader.geneIds("X")).ids];
      const block = await reader.block("X", 0, reader.cells);
      if (block.layout !== "csr") throw new Error("It is not sparse.");
      let [sum, byPlace] = [0, 0];
      for (let cell = 0; cell < reader.cells; cell++)
        for (let at = block.indptr[cell]!; at < block.indptr[cell + 1]!; at++) {
          sum += block.values[at]!;
          byPlace += block.values[at]! * ((cell % 97) + 1) * ((block.indices[at]! % 89) + 1);
        }
      const { sum: all, by_place: places, ...rest } = expected;
      expect({
        cells: cells.length,
        genes: genes.length,
        first_cell: cells[0],
        last_cell: cells.at(-1),
        first_gene: genes[0],
        last_gene: genes.at(-1),
        stored: block.values.length,
      }).toEqual(rest);
      expect(Math.abs(sum / all - 1)).toBeLessThan(1e-6);
      expect(Math.abs(byPlace / places - 1)).toBeLessThan(1e-6);
    });
  });
});

test("GCT 1.3: what it says of samples becomes obs, what of genes var", async () => {
  const text = [
    "#1.3",
    "3\t2\t2\t2",
    "id\tsymbol\tlength\ts1\ts2",
    "age\tna\tna\t40\t35",
    "group\tna\tna\tcase\tcontrol",
    "ACTB\tactin\t10\t1\t2",
    "GAPDH\tgapdh\t20\t0\t3",
    "B2M\tb2m\t30\t4\t0",
  ].join("\n");
  const folder = folderOf({ "x.gct": text });
  await opened(join(folder, "x.gct"), async (reader) => {
    expect(await dense(reader)).toEqual([
      [1, 0, 4],
      [2, 3, 0],
    ]);
    expect(reader.columns.map(({ name, kind }) => `${name}: ${kind}`)).toEqual(["age: number", "group: category"]);
    expect(await reader.column("age")).toMatchObject({ values: Float64Array.of(40, 35) });
  });
});
