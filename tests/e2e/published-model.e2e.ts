import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { dataFile, hasData, hasModels, MODELS } from "../web/support/data";
import { closeBrowserAfterAll, drop, goToStep, openPage, waitUntilDone } from "./support/open-page";

closeBrowserAfterAll();
const site = inject("linearSite");

describe.skipIf(!hasData || !hasModels)("a published CellTypist model dropped on the page", () => {
  test("runs beside ours: terms of its classes, several labels a cell, what both models agree on", async () => {
    const { page, complaints } = await openPage(site);
    await drop(page, dataFile("labelled/kang_harmony_counts.h5ad"));
    await waitUntilDone(page);
    await drop(page, join(MODELS, "celltypist/adams_Cheong_PBMC_full.pkl"));
    await waitUntilDone(page);

    await goToStep(page, "Data");
    const item = page.locator("aside .model-list li", { hasText: "adams_Cheong_PBMC_full" });
    await item.getByText("human: 10 cell types").waitFor();
    await item.getByText("About this model").click();
    await item.getByText("10 cell types and their terms").click();
    const term = (label: string) => item.getByLabel(`Ontology term of ${label}`, { exact: true });
    await expect.poll(() => term("PC").inputValue()).toBe("CL:0000786");
    await item.getByRole("cell", { name: "plasma cell", exact: true }).waitFor();
    // Another term, by its name; one that is none is refused and the field has the old one again.
    await term("PC").fill("plasmablast");
    await term("PC").blur();
    await expect.poll(() => term("PC").inputValue()).toBe("CL:0000980");
    await term("PC").fill("no such cell");
    await term("PC").blur();
    await page
      .getByRole("alert")
      .getByText(/no such cell is no term of the Cell Ontology/)
      .waitFor();
    await expect.poll(() => term("PC").inputValue()).toBe("CL:0000980");

    await goToStep(page, "Predict");
    await page.locator("aside .seg.models").getByRole("button", { name: "adams_Cheong_PBMC_full" }).click();
    const agreed = page.locator("section.card", { hasText: "Consensus of the models" });
    await agreed.getByText(/all give the same type to \d+% of 2,000 cells/).waitFor();
    await agreed.getByRole("row", { name: /^B cell \d+/ }).waitFor();
    await agreed.getByRole("button", { name: "Show the types on the map" }).click();
    expect(await page.getByLabel("Colour cells by").inputValue()).toBe("consensus");

    const several = page.locator("section.card", { hasText: "Several labels, or none" });
    await several.getByRole("checkbox").check();
    await several.getByText(/of the cells have no class above it/).waitFor();
    await several.getByRole("row", { name: /^Unassigned \d+/ }).waitFor();
    expect(complaints).toEqual([]);
  });
});
