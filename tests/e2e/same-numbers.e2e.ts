import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, inject, test } from "vitest";
import { analyze, readCsv, readJson, readTable, type Table } from "./support/cli";
import { shortClass } from "../../web/src/plots/class-names";
import { dataFile } from "./support/data";
import { closeBrowserAfterAll, drop, goToStep, openPage, waitUntilDone } from "./support/open-page";
import { exportedPath } from "./support/export";

closeBrowserAfterAll();
const site = inject("site");
const pbmc = dataFile("labelled/pbmc3k_counts.h5ad");

/** Largest difference of a number in two JSON values of one shape. */
function worstGap(ours: unknown, theirs: unknown, path = ""): number {
  if (typeof ours === "number" && typeof theirs === "number") return Math.abs(ours - theirs);
  if (ours !== null && typeof ours === "object") {
    expect(Object.keys(ours), path).toEqual(Object.keys(theirs as object));
    return Math.max(
      0,
      ...Object.entries(ours).map(([key, value]) => worstGap(value, (theirs as Record<string, unknown>)[key], `${path}/${key}`)),
    );
  }
  expect(ours, path).toEqual(theirs);
  return 0;
}

/** Labels equal wherever the margin is clear; gives the largest difference of a number. */
function compareTables(page: Table, cli: Table): number {
  expect(page.length).toBe(cli.length);
  expect(Object.keys(page[0]!)).toEqual(Object.keys(cli[0]!));
  let worst = 0;
  page.forEach((row, i) => {
    const other = cli[i]!;
    expect(row.cell_id).toBe(other.cell_id);
    for (const name of Object.keys(row)) {
      if (/_probability$|_entropy(_norm)?$/.test(name)) worst = Math.max(worst, Math.abs(Number(row[name]) - Number(other[name])));
    }
    const margin = Number(row.cell_type_probability) - Number(row.cell_type_top2_probability);
    if (margin > 0.01) expect(row.cell_type_label).toBe(other.cell_type_label);
  });
  return worst;
}

interface MetricsFile {
  evaluations: { phenotype: string }[];
}
const ofCellTypes = ({ evaluations }: MetricsFile) => evaluations.find(({ phenotype }) => phenotype === "cell_type");

describe.skipIf(!pbmc)("a real file dropped on the page (skipped: ../shared/data is absent)", () => {
  test("gives the predictions and the metrics of the command line", async () => {
    const out = await analyze(pbmc!, "--labels", "cell_type");
    const models = readJson<{ models: { name: string }[] }>(join(out, "summary.json")).models.map(({ name }) => name);
    const { page } = await openPage(site);
    await drop(page, pbmc!);
    await waitUntilDone(page);

    // The first page of the table, read off the screen.
    await goToStep(page, "Predict");
    const row = page.locator("table.cells tbody tr");
    await row.first().waitFor();
    const shown = await row.evaluateAll((rows) =>
      rows.map((cells) => [...cells.querySelectorAll("td")].map((cell) => cell.textContent ?? "")),
    );
    expect(shown.length).toBeGreaterThan(10);
    const byId = new Map(readTable(join(out, models.at(-1)!, "cells.csv")).map((cells) => [cells.cell_id, cells]));
    for (const [id, guess, probability] of shown) {
      const cells = byId.get(id!.trim())!;
      expect(guess).toContain(shortClass(cells.cell_type_label!));
      // The screen shows two digits, without the leading zero.
      expect(Math.abs(Number(probability) - Number(cells.cell_type_probability))).toBeLessThan(0.0051);
    }

    // Both models in one table: the cells of each class, as the command line counts them.
    const beside = page.getByRole("table", { name: "Cells by predicted cell type" }).locator("tbody tr");
    await beside.first().waitFor();
    const counted = await beside.evaluateAll((rows) =>
      rows.map((one) => [...one.querySelectorAll("td:nth-child(3) span")].map((cell) => Number(cell.textContent!.replace(/\D/g, "")))),
    );
    const theirCounts = readTable(join(out, "models.csv"))
      .filter(({ phenotype }) => phenotype === "cell_type")
      .map((one) => [Number(one.cells_1), Number(one.cells_2)]);
    expect(counted).toHaveLength(theirCounts.length);
    const sorted = (pairs: number[][]) => pairs.flat().sort((a, b) => b - a);
    const [shownCounts, written] = [sorted(counted), sorted(theirCounts)];
    // A cell between two classes may go to either, as above.
    for (const [i, cells] of written.entries()) expect(Math.abs(shownCounts[i]! - cells)).toBeLessThanOrEqual(byId.size / 200);

    // Everything, through the files of both.
    const zip = unzipSync(readFileSync(await exportedPath(page, /^Everything/)));
    const text = (name: string) => strFromU8(zip[Object.keys(zip).find((path) => path.endsWith(name))!]!);
    // The maps of all models, with their cells, and the plots of the steps seen.
    const figures = Object.keys(zip).filter((path) => path.startsWith("figures/"));
    for (const model of models) {
      const map = strFromU8(zip[`figures/map-cell_type-${model}.svg`]!);
      expect(map.match(/M[\d.]+ [\d.]+h0/g), model).toHaveLength(byId.size);
    }
    expect(figures.length).toBeGreaterThan(models.length);
    expect(Object.keys(zip)).toEqual(expect.arrayContaining(["table.csv", "report.html", "survey/quality.csv", "summary.json"]));
    const byCell = readCsv(text("table.csv"));
    expect(byCell.map(({ cell_id }) => cell_id)).toEqual([...byId.keys()]);
    for (const row of byCell) expect(row[`${models.at(-1)!}_cell_type_probability`]).not.toBe("");
    const [agreed, expected] = [readCsv(text("consensus.csv")), readTable(join(out, "consensus.csv"))];
    expect(agreed.map(({ cell_id }) => cell_id)).toEqual(expected.map(({ cell_id }) => cell_id));
    // A cell between two classes may go to either, as above.
    const same = agreed.filter(({ ontology_id }, i) => ontology_id === expected[i]!.ontology_id).length;
    expect(same / expected.length).toBeGreaterThan(0.995);
    for (const model of models) {
      expect(compareTables(readCsv(text(`${model}/cells.csv`)), readTable(join(out, model, "cells.csv"))), model).toBeLessThan(1e-3);
      const [ours, theirs] = [
        JSON.parse(text(`${model}/metrics.json`)) as MetricsFile,
        readJson<MetricsFile>(join(out, model, "metrics.json")),
      ];
      expect(ofCellTypes(theirs)).toBeDefined();
      expect(worstGap(ofCellTypes(ours), ofCellTypes(theirs)), model).toBeLessThan(1e-3);
    }
  });
});
