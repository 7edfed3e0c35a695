import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { root } from "../../scripts/lib/run.mjs";
import { dataFile } from "./support/data";
import { closeBrowserAfterAll, drop, goToStep, openPage, waitUntilDone } from "./support/open-page";

closeBrowserAfterAll();
const site = inject("site");
const kang = dataFile("labelled/kang_harmony_counts.h5ad");
const darmanis = dataFile("labelled/darmanis_brain_counts.h5ad");
const pbmc = dataFile("labelled/pbmc3k_counts.h5ad");

async function analysed(path: string, from: string) {
  const opened = await openPage(`${from}#backend=wasm`);
  await drop(opened.page, path);
  await waitUntilDone(opened.page);
  await goToStep(opened.page, "Trust");
  return opened;
}

const part = (page: Page, name: string) =>
  page.getByRole("group", { name: "Parts of trust" }).getByRole("button", { name, exact: true }).click();
const card = (page: Page, title: string | RegExp) =>
  page.locator("section.card").filter({ has: page.getByRole("heading", { name: title }) });
/** A headline figure, as a number. */
const kpi = async (page: Page, label: string) => Number(await page.locator(".kpi").filter({ hasText: label }).locator("b").innerText());

describe.skipIf(!kang)("trust, on real files (skipped: ../shared/data is absent)", () => {
  test("Kang: intervals by donor, the slider, entropy of both conditions, both protocols, a field of the confusion matrix", async () => {
    const { page, complaints } = await analysed(kang!, site);
    await page.getByText(/Intervals are 95%, over 8 donors\./).waitFor();
    expect(await kpi(page, "Top-1")).toBeGreaterThan(0.85);

    await card(page, /^Confusion matrix/)
      .locator("rect[style*=pointer]")
      .first()
      .click();
    await page.getByText(/cells? selected/).waitFor();
    await page.getByRole("button", { name: "Clear", exact: true }).click();

    // The tissue is one for all cells, so its column is not taken unasked.
    const heads = page.getByRole("group", { name: "Phenotype" }).first();
    await heads.getByRole("button", { name: "Tissue" }).click();
    await page.getByLabel("Tissue labels").selectOption("tissue");
    await heads.getByRole("button", { name: "Cell type" }).click();
    await page.getByRole("button", { name: "Run with the others known" }).click();
    const given = card(page, /With the other phenotypes known/);
    await given.locator("tbody tr").first().waitFor({ timeout: 240_000 });
    expect(await given.locator("tbody tr").count()).toBeGreaterThanOrEqual(2);

    await part(page, "Calibration");
    const sure = card(page, /Label only confident predictions/);
    const labelled = sure.locator("[aria-live]");
    const before = await labelled.innerText();
    expect(before).toMatch(/cells? are labelled/);
    await sure.getByRole("slider").fill("0.95");
    await expect.poll(() => labelled.innerText()).not.toBe(before);
    await card(page, /Temperature scaling/)
      .getByText(/of other donors/)
      .first()
      .waitFor();

    await part(page, "Entropy");
    await page.getByLabel("Group by").selectOption("condition");
    const groups = card(page, "Entropy per group");
    await groups.getByText("IFN-beta").waitFor();
    // Stimulated cells are what the model has not seen: it is less decided there, donor for donor.
    expect(await groups.locator("tr", { hasText: "IFN-beta" }).locator("td").nth(3).innerText()).not.toMatch(/^-/);

    await part(page, "Models");
    await card(page, /minus/).getByRole("button", { name: "Show on map" }).click();
    await page.locator(".legend").getByText("both correct").waitFor();
    expect(complaints).toEqual([]);
  });

  test("Darmanis: fetal to adult in order of age, with a trend over donors; types it does not know", async () => {
    const { page, complaints } = await analysed(darmanis!, inject("linearSite"));
    await part(page, "Entropy");
    await page.getByLabel("Group by").selectOption("age");
    const groups = card(page, "Entropy per group");
    await groups.getByText("prenatal 16-18 W").waitFor();
    expect((await groups.locator("tbody tr td:first-child").allInnerTexts())[0]).toBe("prenatal 16-18 W");
    await card(page, /Entropy against age/)
      .getByText(/per ten years/)
      .first()
      .waitFor();
    await part(page, "Unknown cells");
    await card(page, /Does uncertainty reveal/)
      .getByText(/AUROC/)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
  });

  test("pbmc3k: a class taken away is called by its neighbours; a subtype is right by the ontology; one donor gives cells", async () => {
    const { page, complaints } = await analysed(pbmc!, site);
    expect(await kpi(page, "Top-1")).toBeGreaterThan(0.8);
    await page.getByRole("button", { name: "Label or subtype" }).click();
    await expect.poll(() => kpi(page, "Top-1")).toBeGreaterThan(0.8);
    await page.getByRole("button", { name: "Exact label" }).click();
    await expect
      .poll(async () =>
        page.getByRole("group", { name: "Correct prediction" }).getByRole("button", { name: "Exact label" }).getAttribute("aria-pressed"),
      )
      .toBe("true");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Report", exact: true }).click(),
    ]);
    const html = readFileSync(await download.path(), "utf8");
    expect(html.match(/<svg/g)!.length).toBeGreaterThan(8);
    expect(html).not.toMatch(/<script/);
    const top1 = await kpi(page, "Top-1");
    expect(html).toContain(top1.toFixed(3));

    await part(page, "Unknown cells");
    const away = card(page, "Simulate an unknown cell type");
    await away.getByLabel("Withheld class").selectOption("B cell");
    await away.getByText(/Without the class B cell, its 344 cells/).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe("labels per group", () => {
  test("of a column: every group with its label and markers, a click selects its cells", async () => {
    const { page, complaints } = await openPage(`${inject("linearSite")}#backend=wasm&section=groups`);
    await drop(page, join(root, "web/public/demo/demo.h5ad"));
    await waitUntilDone(page);
    await goToStep(page, "Trust");
    await part(page, "Per group");
    await page.getByLabel("Group by").selectOption("column:cell_type");
    await page.getByRole("button", { name: "Check the groups" }).click();
    const table = page.getByRole("table", { name: "Labels per group" });
    await table.locator("tbody tr").nth(8).waitFor();
    await table
      .getByText(/^\d+ of 1\d$/)
      .first()
      .waitFor();
    await table.getByRole("button", { name: "Select the cells of NK" }).click();
    await page.getByText("98 cells selected").waitFor();
    expect(complaints).toEqual([]);
  });
});
