import { describe, expect, inject, test } from "vitest";
import { dataFile } from "./support/data";
import { closeBrowserAfterAll, drop, goToStep, openPage, waitUntilDone } from "./support/open-page";

closeBrowserAfterAll();
const site = inject("site");
const fixtures = inject("fixtures");
const pbmc = dataFile("labelled/pbmc3k_counts.h5ad");

describe("one file after another", () => {
  test("a second file replaces the first, also while it runs", async () => {
    const { page } = await openPage(site);
    await drop(page, pbmc ?? fixtures.dense!);
    await drop(page, fixtures.csr!);
    await waitUntilDone(page);
    await page.getByRole("banner").getByText("csr.h5ad").waitFor();
    await page
      .getByRole("banner")
      .getByText(/^60 cells/)
      .waitFor();
  });

  test.each(["dense", "csc", "ensembl", "log1p", "layer", "scaled-raw", "empty-cell", "duplicate-genes"])(
    "%s opens and is predicted",
    async (name) => {
      const { page } = await openPage(inject("linearSite"));
      await drop(page, fixtures[name]!);
      await waitUntilDone(page);
      expect(await page.getByRole("alert").count()).toBe(0);
      await goToStep(page, "Predict");
      await page.locator("table.cells tbody tr").first().waitFor();
    },
  );
});

describe.skipIf(!pbmc)("a long run (skipped: ../shared/data is absent)", () => {
  test("can be stopped in its first moments, before any block is done", async () => {
    const { page } = await openPage(site);
    await drop(page, pbmc!);
    await page.getByRole("button", { name: /^Stop/ }).click();
    await page.getByText(/^Stopped in /).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    await drop(page, fixtures.csr!);
    await waitUntilDone(page);
  });

  test("can be stopped midway, keeps what is done, and the next file opens", async () => {
    const { page } = await openPage(site);
    await drop(page, pbmc!);
    await page
      .getByRole("navigation", { name: "Steps" })
      .getByText(/^[1-9][\d,]* of 2,638/)
      .waitFor({ timeout: 120_000 });
    await page.getByRole("button", { name: /^Stop/ }).click();
    await page.getByText(/^Stopped in /).waitFor({ timeout: 60_000 });
    expect(await page.getByRole("alert").count()).toBe(0);
    await goToStep(page, "Predict");
    await page.locator("table.cells tbody tr").first().waitFor();
    await drop(page, fixtures.csr!);
    await waitUntilDone(page);
  });
});
