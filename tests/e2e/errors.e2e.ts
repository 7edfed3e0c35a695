import { describe, expect, inject, test } from "vitest";
import { closeBrowserAfterAll, drop, openPage, waitUntilDone, type Opened } from "./support/open-page";

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
