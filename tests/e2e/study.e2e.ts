import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { readCsv, readTable, run, type Table } from "./support/cli";
import { dataFile } from "./support/data";
import { closeBrowserAfterAll, drop, goToStep, openPage, waitUntilDone } from "./support/open-page";

closeBrowserAfterAll();
const site = inject("linearSite");
const files = ["p2", "p3"].map((plate) => dataFile(`labelled/sc_mixology_sc_celseq2_5cl_${plate}.h5ad`));

async function saved(page: Page, click: () => Promise<void>): Promise<Table> {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return readCsv(readFileSync(await download.path(), "utf8"));
}

/** The same words, and numbers that differ by no more than `gap`. */
function expectSame(ours: Table, theirs: Table, gap: number): void {
  expect(ours.length).toBe(theirs.length);
  ours.forEach((row, i) =>
    Object.entries(row).forEach(([name, value]) => {
      const other = theirs[i]![name]!;
      if (value === "" || Number.isNaN(Number(value))) expect(value, name).toBe(other);
      else
        expect(Math.abs(Number(value) - Number(other)), `${name} of row ${i}`).toBeLessThanOrEqual(
          gap * Math.max(1, Math.abs(Number(other))),
        );
    }),
  );
}

describe.skipIf(files.includes(null))("two files dropped together (skipped: ../shared/data is absent)", () => {
  test("are one study, with the command line's types and quality by sample and its correction", async () => {
    const [first, second] = files as [string, string];
    const cli = run("survey", first, second, "--integrate", "harmony", "--labels", "cell_type", "--markers", "5");
    const predicted = run("analyze", first, second, "--model", "linear-atlas");
    const { page, complaints } = await openPage(site);
    await drop(page, [second, first]);
    await waitUntilDone(page);
    await page.getByRole("heading", { name: "2 samples" }).waitFor();

    await goToStep(page, "Predict");
    const shares = page.locator(".card", { hasText: "Share of every sample's cells" });
    await shares.waitFor();
    const types = await saved(page, () => shares.getByRole("button", { name: "CSV" }).click());
    expect(await shares.locator("svg circle").count()).toBeGreaterThan(2);
    expectSame(types, readTable(join(await predicted, "linear-atlas/cell_type_by_sample.csv")), 0);

    await goToStep(page, "Survey");
    const samples = page.locator(".card", { hasText: "Quality by sample" }).first();
    await samples.waitFor({ timeout: 60_000 });
    const quality = await saved(page, () => samples.getByRole("button", { name: "CSV" }).click());
    await page.getByRole("group", { name: "Parts of the survey" }).getByRole("button", { name: "Map and clusters" }).click();
    await page.getByRole("button", { name: "Harmony" }).click();
    await page.getByRole("button", { name: "Cluster cells" }).click();
    const card = page.locator(".card", { hasText: "What the correction did" });
    await card.waitFor({ timeout: 120_000 });
    const integration = await saved(page, () => card.getByRole("button", { name: "CSV" }).click());
    expect(await page.locator(".split-map figure").count()).toBe(2);

    // The session asks for the files by name, one after another in any order, and makes the same map of them.
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^Session file/ }).click()]);
    const session = JSON.parse(readFileSync(await download.path(), "utf8")) as { file: { samples: { file: string; sample: string }[] } };
    const [p2, p3] = files.map((path) => basename(path!)) as [string, string];
    expect(session.file.samples.map(({ file }) => file)).toEqual([p2, p3]);
    session.file.samples[1]!.sample = "the third";
    const other = (await openPage(site)).page;
    const buffer = Buffer.from(JSON.stringify(session));
    await other.getByLabel("AnnData file").setInputFiles({ name: "s.phenolens.json", mimeType: "application/json", buffer });
    await other.getByText(`s.phenolens.json is a session of 2 files: drop ${p2} and ${p3} now`).waitFor();
    await drop(other, second);
    await other.getByText(`1 of the 2 files of s.phenolens.json are open: drop ${p2} as well.`).waitFor();
    await drop(other, first);
    const again = other.locator(".card", { hasText: "What the correction did" });
    await again.waitFor({ timeout: 120_000 });
    const third = p3.replace(".h5ad", "");
    const renamed = integration.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === third ? "the third" : value])),
    );
    expectSame(await saved(other, () => again.getByRole("button", { name: "CSV" }).click()), renamed, 1e-5);
    expect(await other.locator(".split-map figure").count()).toBe(2);
    await goToStep(other, "Data");
    expect(await other.getByLabel(`Name of the sample in ${p3}`).inputValue()).toBe("the third");
    await other.close();

    const out = await cli;
    expectSame(quality, readTable(join(out, "quality_samples.csv")), 1e-5);
    expectSame(integration, readTable(join(out, "integration.csv")), 1e-3);

    // A file taken away: the other stays, and the name given to it is in the column.
    await goToStep(page, "Data");
    await page.getByRole("button", { name: /^Remove .*p3/ }).click();
    await page.getByRole("heading", { name: "1 sample" }).waitFor({ timeout: 60_000 });
    await page.getByLabel(/^Name of the sample in/).fill("plate");
    await page.getByLabel(/^Name of the sample in/).press("Enter");
    await expect.poll(() => page.getByLabel(/^Name of the sample in/).inputValue()).toBe("plate");
    expect(complaints).toEqual([]);
  });
});
