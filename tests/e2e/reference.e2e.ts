import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { dataFile, hasData, scratch } from "../web/support/data";
import { tableOf } from "../web/support/profiles";
import { closeBrowserAfterAll, drop, goToStep, openPage, waitUntilDone } from "./support/open-page";

closeBrowserAfterAll();

describe.skipIf(!hasData)("a table of profiles dropped on the page", () => {
  test("becomes labels by SingleR, and Why names the genes that a label rests on", async () => {
    const table = join(scratch(), "HCA types.csv");
    writeFileSync(table, await tableOf("profiles/numbat_hca_celltype_counts.h5ad"));
    const { page, complaints } = await openPage(inject("linearSite"));
    await drop(page, dataFile("labelled/pbmc3k_counts.h5ad"));
    await waitUntilDone(page);
    await drop(page, table);
    await page.getByRole("button", { name: "Cell types of a reference: a model" }).click();
    await page.getByText(/^HCA types was added|is running on this file/).waitFor();
    await waitUntilDone(page);

    await goToStep(page, "Predict");
    await page.locator("aside .seg.models").getByRole("button", { name: "HCA types" }).click();
    await page.getByText("Monocyte").first().waitFor();

    await goToStep(page, "Why");
    await page.getByText("SingleR, marker genes left out one at a time").waitFor();
    await page
      .locator("label.field", { hasText: /^Group/ })
      .locator("select")
      .selectOption("CD4+T");
    await page.getByRole("heading", { name: "Why CD4+T?" }).waitFor();
    await page.getByText(/Rival: CD8\+T \(\d+% of the cells\)/).waitFor();
    await page.getByRole("img", { name: /Genes by mean loss of the score difference when the gene is left out/ }).waitFor();
    await page.getByRole("button", { name: "Details of CD4", exact: true }).waitFor();
    expect(await page.getByRole("heading", { name: "Edit a gene" }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
