import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, inject, test } from "vitest";
import { run } from "./support/cli";
import { dataFile } from "./support/data";
import { closeBrowserAfterAll, drop, expectSameOrigin, goToStep, openPage, waitUntilDone } from "./support/open-page";

closeBrowserAfterAll();
const site = inject("linearSite");
const fixtures = inject("fixtures");
const pbmc = dataFile("labelled/pbmc3k_counts.h5ad");
const zheng = dataFile("labelled/zheng_sorted_pbmc_counts.h5ad");

describe("training on one's own labels", () => {
  test("learns a column, says what it is worth, and is stopped or refused in a sentence", async () => {
    const opened = await openPage(site);
    const { page } = opened;
    await drop(page, fixtures.csr!);
    await waitUntilDone(page);
    await goToStep(page, "Predict");
    await page.getByRole("button", { name: "Train on your own labels" }).click();
    await page.getByRole("button", { name: "More options: genes, components, classifier…" }).click();
    await page.getByLabel("Number of genes").fill("300");
    await page.getByRole("spinbutton", { name: "Components" }).fill("10");
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await page.getByRole("button", { name: "Download model (.zip)" }).waitFor({ timeout: 60_000 });
    await page.getByText(/On donors it has not seen it is right in|No better than chance can explain/).waitFor();
    await page.getByRole("button", { name: "← Predictions" }).click();
    await page.getByRole("button", { name: "Train on your own labels" }).waitFor();
    expect(opened.complaints).toEqual([]);
    expectSameOrigin(opened);
  });
});

describe.skipIf(!pbmc || !zheng)("trained on pbmc3k in the page (skipped: ../shared/data is absent)", () => {
  test("predicts sorted blood of another study; the .zip gives the command line the same answers", async () => {
    const opened = await openPage(site);
    const { page } = opened;
    await drop(page, pbmc!);
    // Its own Stop would be the analysis's while that runs.
    await waitUntilDone(page);
    await goToStep(page, "Predict");
    await page.getByRole("button", { name: "Train on your own labels" }).click();
    await page.getByLabel("Name of the model").fill("Blood of one donor");
    // A stop is no error: the footer says what became of the work.
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await page.locator("footer").getByText("Stopped; no model was made.").waitFor({ timeout: 30_000 });
    expect(await page.getByRole("alert").count()).toBe(0);
    await page.getByRole("button", { name: "Train", exact: true }).click();
    const button = page.getByRole("button", { name: "Download model (.zip)" });
    await button.waitFor({ timeout: 120_000 });
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    const folder = join(mkdtempSync(join(tmpdir(), "phenolens-")), "model");
    execFileSync("mkdir", ["-p", folder]);
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync((await download.path())!))))
      writeFileSync(join(folder, path.split("/").at(-1)!), bytes);

    // Another file, another engine: the model is still there, beside the released ones.
    await drop(page, zheng!);
    await page.getByText("2,140 cells").first().waitFor();
    await goToStep(page, "Predict");
    await page
      .getByRole("group", { name: "Predictions of" })
      .last()
      .getByRole("button", { name: "Blood of one donor" })
      .click({ timeout: 60_000 });
    const table = page.getByRole("table", { name: /Cells by predicted/ });
    // Results stream in: all cells are awaited.
    await page.locator(".kpi").filter({ hasText: "mean" }).first().waitFor();
    await page.locator(".kpi b").first().getByText("2,140").waitFor({ timeout: 60_000 });
    await table.getByText("Naive CD4 T").waitFor();
    const counts = new Map(
      // The model shown stands above the one beside it, which has classes of its own.
      (
        await table
          .locator("tbody tr")
          .evaluateAll((all) =>
            all
              .map(
                (one) => [one.querySelector("td")!.textContent!.trim(), one.querySelector("td:nth-child(3) span")!.textContent!] as const,
              )
              .filter(([, cells]) => cells !== "–"),
          )
      ).map(([label, cells]) => [label, Number(cells.replaceAll(",", ""))] as const),
    );

    const out = await run("analyze", zheng!, "--model", folder);
    const name = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")).name as string;
    const rows = readFileSync(join(out, name, "cells.csv"), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    const told = new Map<string, number>();
    for (const row of rows) told.set(row[1]!, (told.get(row[1]!) ?? 0) + 1);
    expect(counts).toEqual(told);
    // FACS sorted 330 B cells, 769 natural killer cells and 912 T cells among 2,140.
    const t = ["Naive CD4 T", "Memory CD4 T", "CD8 T"].reduce((sum, label) => sum + (counts.get(label) ?? 0), 0);
    expect(Math.abs(counts.get("B")! - 330)).toBeLessThan(40);
    expect(Math.abs(counts.get("NK")! - 769)).toBeLessThan(100);
    expect(Math.abs(t - 912)).toBeLessThan(100);
    expectSameOrigin(opened);
  });
});
