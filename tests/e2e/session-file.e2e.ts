import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { root } from "../../scripts/lib/run.mjs";
import { closeBrowserAfterAll, drop, goToStep, openPage, waitUntilDone } from "./support/open-page";

closeBrowserAfterAll();
const site = inject("linearSite");
const fixtures = inject("fixtures");
const demo = join(root, "web/public/demo/demo.h5ad");
const labels = (page: Page) => page.locator("label.field", { hasText: "Cell type labels" }).locator("select");

/** Opens the demo as a file and leaves marks: another label column, a match by hand, a selection. */
async function work(page: Page): Promise<void> {
  await drop(page, demo);
  await waitUntilDone(page);
  await goToStep(page, "Trust");
  await page.getByText(/cells have a cell type label/).waitFor();
  await labels(page).selectOption("donor");
  await page.getByText(/None of the labels in donor matches a class/).waitFor();
  const match = page.locator(".matches input").first();
  await match.fill("B cell");
  // The card may close as soon as the label is known.
  await page.keyboard.press("Enter");
  await page.getByText(/^[1-9][\d,]* cells have a cell type label that matches a class/).waitFor();
  await page.locator(".legend li button").first().click();
  await page
    .getByText(/cells selected/)
    .first()
    .waitFor();
}
const marks = async (page: Page) => {
  await page
    .getByText(/cells selected/)
    .first()
    .waitFor();
  await page.getByText(/^[1-9][\d,]* cells have a cell type label that matches a class/).waitFor();
  return [
    await page
      .getByText(/cells selected/)
      .first()
      .innerText(),
    await labels(page).inputValue(),
    await page.locator("aside .lead").first().innerText(),
  ];
};

describe("what is done with a file", () => {
  test("survives a reload, and comes back when the file is dropped again", async () => {
    const { page, complaints } = await openPage(site);
    await work(page);
    const before = await marks(page);
    await page.waitForTimeout(1000);
    await page.reload();
    await page.getByText("demo.h5ad was open here.").waitFor();
    await drop(page, demo);
    await page.getByText("were restored").waitFor();
    await waitUntilDone(page);
    expect(await marks(page)).toEqual(before);
    await page.getByRole("button", { name: "Reset" }).click();
    await goToStep(page, "Trust");
    await expect.poll(() => labels(page).inputValue()).toBe("cell_type");
    expect(await page.getByText(/cells selected/).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("goes into a small file without cells, and comes back elsewhere with the same data", async () => {
    const { page } = await openPage(site);
    await work(page);
    const before = await marks(page);
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^Session file/ }).click()]);
    expect(download.suggestedFilename()).toBe("demo.phenolens.json");
    const path = await download.path();
    const text = readFileSync(path, "utf8");
    expect(text.length).toBeLessThan(6000);
    expect(text).not.toMatch(/simulated-\d/);

    const other = await openPage(site);
    const saved = { name: "demo.phenolens.json", mimeType: "application/json", buffer: Buffer.from(text) };
    await other.page.getByLabel("AnnData file").setInputFiles(saved);
    await other.page.getByText("is a session of demo.h5ad: drop that file now").waitFor();
    await drop(other.page, fixtures.csr!);
    await other.page.getByText("The session is of demo.h5ad").waitFor();
    await drop(other.page, demo);
    await waitUntilDone(other.page);
    expect(await marks(other.page)).toEqual(before);
    // On an open file, at once.
    await other.page.getByRole("button", { name: "Clear", exact: true }).click();
    await other.page.getByLabel("AnnData file").setInputFiles(saved);
    expect(await marks(other.page)).toEqual(before);
  });

  test("is not mistaken for something else: a JSON that is no session is refused in a sentence", async () => {
    const { page } = await openPage(site);
    await page.getByLabel("AnnData file").setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
    await page.getByText("x.json is not a Phenolens session").waitFor();
  });
});
