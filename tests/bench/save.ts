import { existsSync, statSync } from "node:fs";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/lib/serve.mjs";
import { chromiumPath } from "../../scripts/lib/system.mjs";
import { ARGUMENTS } from "../e2e/support/arguments";
import { largeFile } from "./files";
import type { Options } from "./main";
import { peakDuring } from "./memory";
import { median, row, type Row } from "./table";

interface Saved {
  /** From the press on 'Annotated .h5ad' to the whole file on disk. */
  seconds: number;
  /** Peak of the page's process above what it had before the press. */
  bytes: number;
  /** Of the file written. */
  size: number;
}

/** Saves the annotated file several times, after linear predictions of every cell; models that take longer are stopped. */
async function inPage(path: string, times: number): Promise<Saved[]> {
  const server = await serve(`${process.cwd()}/dist`);
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? undefined, args: ARGUMENTS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(0);
    await page.goto(server.url, { waitUntil: "networkidle" });
    await page.setInputFiles("input[type=file]", path);
    // The legend counts the cells of the map: nobody is missing once all are predicted.
    await page.waitForFunction(() => document.querySelector(".legend li") && !document.querySelector(".legend li.missing"), undefined, {
      polling: 250,
    });
    const stop = page.getByRole("button", { name: /^Stop/ });
    if (await stop.count()) await stop.click();
    await page.getByText(/^(Stopped|Done) in /).waitFor();
    const saved: Saved[] = [];
    for (let i = 0; i < times; i++) {
      const { value, bytes } = await peakDuring(browser, async () => {
        await page.getByRole("button", { name: /take away/i }).click();
        const begun = performance.now();
        const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: /^Annotated/ }).click()]);
        const written = await download.path();
        return { seconds: (performance.now() - begun) / 1000, size: statSync(written).size, remove: () => download.delete() };
      });
      await value.remove();
      saved.push({ seconds: value.seconds, size: value.size, bytes });
    }
    return saved;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A copy of the file with predictions added, on the page. The million cells only where their file has been made by `huge`. */
export async function save({ repeats, only }: Options): Promise<Row[]> {
  const files = [
    { what: "20,000 x 20,000, 82 MB", path: await largeFile() },
    { what: "1,000,000 x 20,000, 2.1 GB", path: ".cache/million.h5ad" },
  ];
  const rows: Row[] = [];
  for (const { what, path } of files) {
    if ((only && !what.includes(only)) || !existsSync(path)) continue;
    const all = await inPage(path, repeats);
    rows.push(
      row(`${what}: annotated .h5ad, from press to disk (Chromium)`, median(all.map(({ seconds }) => seconds)), "s"),
      row(`${what}: peak memory of page and workers above what they had`, median(all.map(({ bytes }) => bytes)) / 1e6, "MB"),
      row(`${what}: bytes added to the file`, (all[0]!.size - statSync(path).size) / 1e6, "MB"),
    );
  }
  return rows;
}
