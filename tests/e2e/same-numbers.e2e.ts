import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { analyze, readCsv, readJson, readTable, type Table } from "./support/cli";
import { dataFile } from "./support/data";
import { closeBrowserAfterAll, drop, goToStep, openPage, waitUntilDone } from "./support/open-page";
import { takeAway } from "./support/take-away";

closeBrowserAfterAll();
const site = inject("site");
const pbmc = dataFile("labelled/pbmc3k_counts.h5ad");

/** Labels equal wherever the margin is clear, probabilities within a tolerance. */
function expectSameTable(page: Table, cli: Table, tolerance: number): void {
  expect(page.length).toBe(cli.length);
  expect(Object.keys(page[0]!)).toEqual(Object.keys(cli[0]!));
  let worst = 0;
  page.forEach((row, i) => {
    for (const [name, value] of Object.entries(row)) {
      const other = cli[i]![name]!;
      if (/_probability$|_entropy(_norm)?$/.test(name)) worst = Math.max(worst, Math.abs(Number(value) - Number(other)));
      else if (name === "cell_id") expect(value).toBe(other);
    }
    const margin = Number(row.cell_type_probability) - Number(row.cell_type_top2_probability);
    if (margin > 0.01) expect(row.cell_type_label).toBe(cli[i]!.cell_type_label);
  });
  expect(worst).toBeLessThan(tolerance);
}

describe.skipIf(!pbmc)("a real file dropped on the page (skipped: ../shared/data is absent)", () => {
  test("gives the predictions and the metrics of the command line", async () => {
    const out = await analyze(pbmc!, "--labels", "cell_type");
    const summary = readJson<{ models: { name: string }[] }>(join(out, "summary.json"));
    const { page } = await openPage(site);
    await drop(page, pbmc!);
    await waitUntilDone(page);

    // The first page of the table, read off the screen.
    await goToStep(page, "Predict");
    const shown = await page.locator("table.cells tbody tr").evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")));
    expect(shown.length).toBeGreaterThan(10);
    const transformer = summary.models.at(-1)!.name;
    const cells = readTable(join(out, transformer, "cells.csv"));
    const byId = new Map(cells.map((row) => [row.cell_id, row]));
    for (const [id, guess, probability] of shown) {
      const row = byId.get(id!.trim())!;
      expect(guess).toContain(row.cell_type_label);
      expect(Math.abs(Number(`0${probability}`.replace("01", "1")) - Number(row.cell_type_probability))).toBeLessThan(0.0051);
    }

    // The same in full, through the files.
    expectSameTable(readCsv(await takeAway(page, /cells\.csv/)), cells, 1e-3);
    const metrics = JSON.parse(await takeAway(page, /metrics\.json/)) as unknown;
    expect(metrics).toBeTruthy();
  });
});
