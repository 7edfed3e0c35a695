import { describe, expect, inject, test } from "vitest";
import { closeBrowserAfterAll, drop, goToStep, openPage, waitUntilDone, type Opened } from "./support/open-page";

closeBrowserAfterAll();
const site = inject("linearSite");
const fixtures = inject("fixtures");

/** One sentence, with its code, and no inner name of a library in it. */
async function expectSentence({ page }: Opened, code: string, words: RegExp): Promise<void> {
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(await alert.locator("code").textContent()).toBe(code);
  expect(await alert.textContent()).toMatch(words);
  expect(await alert.textContent()).not.toMatch(/HDF5-DIAG|undefined|NaN|\[object|RuntimeError/);
}

describe("a file that cannot be read is one sentence, and the next one opens", () => {
  test.each([
    ["text", "bad-file", /HDF5/],
    ["not-anndata", "bad-file", /AnnData/],
    ["truncated", "bad-file", /truncated|cut|incomplete|damaged|ends/i],
    ["bad-indptr", "bad-file", /indptr/],
  ])("%s", async (name, code, words) => {
    const opened = await openPage(site);
    await drop(opened.page, fixtures[name]!);
    await expectSentence(opened, code, words);
    await drop(opened.page, fixtures.csr!);
    await waitUntilDone(opened.page);
    expect(await opened.page.getByRole("alert").count()).toBe(0);
  });
});

test("a file without a matrix opens for looking, and says so", async () => {
  const opened = await openPage(site);
  await drop(opened.page, fixtures["no-matrix"]!);
  await opened.page
    .getByText(/holds no matrix that can be analysed/)
    .first()
    .waitFor();
  expect(await opened.page.getByRole("alert").count()).toBe(0);
  await drop(opened.page, fixtures.csr!);
  await waitUntilDone(opened.page);
});

test("a file of another species is mapped by its own genes in one click, and read as orthologs in another", async () => {
  const { page } = await openPage(inject("linearSite"));
  await drop(page, fixtures["mouse-symbols"]!);
  const said = page.getByRole("alert").filter({ hasText: "No model can be used on this file." });
  await said.waitFor();
  const steps = page.getByRole("navigation", { name: "Steps" });
  expect(await steps.getByText("not for this file").count()).toBe(3);
  await said.getByRole("button", { name: "Map these cells by their own genes" }).click();
  await page.getByText("Modularity").waitFor();
  await page.getByRole("group", { name: "Parts of the survey" }).getByRole("button", { name: "Markers" }).click();
  await page.getByRole("table", { name: /^Markers of / }).waitFor();
  await goToStep(page, "Predict");
  await said.getByRole("button", { name: "Read these mouse genes as human orthologs" }).click();
  await page.getByRole("table", { name: "Cells by predicted cell type" }).waitFor();
  expect(await steps.getByText("not for this file").count()).toBe(0);
});

describe("a file that no model can take says why and is still surveyed", () => {
  test.each([
    ["mouse-symbols", /mouse/i],
    ["mouse-ensembl", /mouse/i],
    ["no-genes", /gene/i],
    ["no-counts", /count|empty|no values/i],
    ["scaled", /scaled|negative/i],
  ])("%s", async (name, words) => {
    const { page } = await openPage(site);
    await drop(page, fixtures[name]!);
    const said = page.getByText(words).first();
    await said.waitFor();
    expect(await page.getByText(/^Predicted cell types$/).count()).toBe(0);
    await drop(page, fixtures.csr!);
    await waitUntilDone(page);
  });
});
