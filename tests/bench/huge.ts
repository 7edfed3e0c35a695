import { chromium } from "playwright-core";
import { existsSync } from "node:fs";
import { millionFile } from "../../scripts/make-million.mjs";
import { serve } from "../../scripts/lib/serve.mjs";
import { chromiumPath } from "../../scripts/lib/system.mjs";
import { ARGUMENTS } from "../e2e/support/arguments";
import { peakOf } from "./memory";
import type { Options } from "./main";
import { row, type Row } from "./table";

interface Run {
  cells: number;
  /** From the choice of the file to linear predictions of every cell on the map. */
  seconds: number;
  /** Peak of the page's process, workers included, whatever it had before. */
  bytes: number;
}

/**
 * The real page with one large file, from a fresh browser, until every cell has its linear prediction; models that take
 * longer are stopped then.
 */
async function inPage(path: string): Promise<Run> {
  const server = await serve(`${process.cwd()}/dist`);
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? undefined, args: ARGUMENTS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(0);
    await page.goto(server.url, { waitUntil: "networkidle" });
    const { value, bytes } = await peakOf(browser, async () => {
      const begun = performance.now();
      await page.setInputFiles("input[type=file]", path);
      // The legend counts the cells of the map: nobody is missing once all are predicted.
      await page.waitForFunction(() => document.querySelector(".legend li") && !document.querySelector(".legend li.missing"), undefined, {
        polling: 250,
      });
      return (performance.now() - begun) / 1000;
    });
    const cells = await page.evaluate(() => Number(/([\d,]+) cells/.exec(document.body.textContent ?? "")?.[1]?.replaceAll(",", "")));
    return { cells, seconds: value, bytes };
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * Files that are larger than the page may be: a million cells by rows, a hundred thousand by columns. One run each: a
 * warm-up would take as long again.
 */
export async function huge({ only }: Options): Promise<Row[]> {
  const files = [
    { what: "1,000,000 x 20,000, 1.0e9 values, CSR", path: ".cache/million.h5ad", cells: 1_000_000, layout: "csr" as const },
    { what: "100,000 x 20,000, 1.0e8 values, CSC", path: ".cache/csc-100k.h5ad", cells: 100_000, layout: "csc" as const },
  ];
  const rows: Row[] = [];
  for (const { what, path, cells, layout } of files) {
    if (only && !what.includes(only)) continue;
    if (!existsSync(path)) await millionFile(path, cells, layout);
    const run = await inPage(path);
    if (run.cells !== cells) throw new Error(`The page shows ${run.cells} cells of ${cells}.`);
    rows.push(
      row(`${what}: open, survey, linear predictions, map (Chromium)`, run.seconds, "s"),
      row(`${what}: cells a second`, run.cells / run.seconds, "1/s"),
      row(`${what}: peak memory of page and workers, of 1,000 MB allowed`, run.bytes / 1e6, "MB", { name: "the limit", value: 1000 }),
    );
  }
  return rows;
}
