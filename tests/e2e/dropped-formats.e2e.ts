import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { expect, inject, test } from "vitest";
import { root } from "../../scripts/lib/run.mjs";
import { scratch } from "../web/support/data";
import { closeBrowserAfterAll, drop, expectSameOrigin, openPage } from "./support/open-page";

closeBrowserAfterAll();

const GENES = ["CD3E", "CD8A", "MS4A1", "ACTB", "GAPDH", "B2M"];
const HEADER = "%%MatrixMarket matrix coordinate integer general";
const countOf = (gene: number, cell: number) => ((gene + 1) * (cell + 3)) % 5;

/** The three files of a sample, genes x cells. */
function trio(cells: number, prefix: string): Record<string, string> {
  const entries = GENES.flatMap((_, gene) =>
    Array.from({ length: cells }, (_, cell) => (countOf(gene, cell) > 0 ? [`${gene + 1} ${cell + 1} ${countOf(gene, cell)}`] : [])).flat(),
  );
  return {
    [`${prefix}matrix.mtx`]: [HEADER, `${GENES.length} ${cells} ${entries.length}`, ...entries, ""].join("\n"),
    [`${prefix}barcodes.tsv`]: Array.from({ length: cells }, (_, cell) => `AAACCTGA${cell}-1\n`).join(""),
    [`${prefix}features.tsv`]: GENES.map((gene, i) => `ENSG0000000000${i}\t${gene}\tGene Expression\n`).join(""),
  };
}

function written(files: Record<string, string | Uint8Array>): string[] {
  const folder = scratch();
  return Object.entries(files).map(([name, contents]) => {
    writeFileSync(join(folder, name), contents);
    return join(folder, name);
  });
}

test("a 10x folder, an archive, a table and an object of R are converted and opened; a part alone asks for the others", async () => {
  const opened = await openPage(inject("linearSite"));
  const { page } = opened;
  const head = page.locator("header .file");

  const three = written(trio(21, ""));
  await drop(
    page,
    three.find((path) => path.endsWith("barcodes.tsv"))!,
  );
  await page.getByText(/barcodes\.tsv lists the cells of a matrix: give matrix\.mtx and features\.tsv/).waitFor();
  await drop(page, three);
  await head.getByText("21 cells × 6 genes").waitFor();
  await page.getByText("Read from matrix.mtx, barcodes.tsv, features.tsv.").waitFor();

  const both = Object.entries({ ...trio(21, "GSM1_a_"), ...trio(33, "GSM2_b_") }).map(([name, text]) => [name, strToU8(text)]);
  await drop(page, written({ "runs.zip": zipSync(Object.fromEntries(both)) }));
  await head.getByText("54 cells × 6 genes · 2 samples").waitFor();
  expect(await page.getByLabel(/^Name of the sample/).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))).toEqual([
    "GSM1_a",
    "GSM2_b",
  ]);

  const rows = GENES.map((gene, i) => `${gene},${Array.from({ length: 25 }, (_, cell) => countOf(i, cell)).join(",")}`);
  await drop(page, written({ "bulk.csv": `,${Array.from({ length: 25 }, (_, i) => `donor ${i}`).join(",")}\n${rows.join("\n")}\n` }));
  await page.getByText(/is a table of genes and donor 0, donor 1, donor 2, donor 3/).waitFor();
  await page.getByRole("button", { name: "Cells or samples to analyse" }).click();
  await head.getByText("25 cells × 6 genes").waitFor();
  await page.getByText(/Genes are the rows of bulk\.csv, by their names/).waitFor();

  await drop(page, [join(root, "tests/fixtures/rds/sce.rds")]);
  await head.getByText("24 cells × 40 genes").waitFor();
  await page.getByText(/sce\.rds is a SingleCellExperiment\./).waitFor();
  // Packed by blosc, whose code is wasm of its own.
  await drop(page, join(root, "tests/fixtures/zarr/v2-csr-blosc.zarr.zip"));
  await head.getByText("23 cells × 15 genes").waitFor();
  await page.getByText(/Read from .*v2-csr-blosc\.zarr \(\d+ files\)/).waitFor();
  expectSameOrigin(opened);
  await page.context().close();
});
