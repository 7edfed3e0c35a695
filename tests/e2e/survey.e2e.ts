import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { root } from "../../scripts/lib/run.mjs";
import { readCsv, readTable, run } from "./support/cli";
import { closeBrowserAfterAll, drop, expectSameOrigin, goToStep, openPage, waitUntilDone } from "./support/open-page";

closeBrowserAfterAll();
const site = inject("linearSite");
const file = join(root, "web/public/demo/demo.h5ad");

async function saved(page: Page, click: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return readCsv(readFileSync(await download.path(), "utf8"));
}

test("cells are measured, limited, clustered and told apart, with the command line's numbers", async () => {
  const opened = await openPage(site);
  const { page, complaints } = opened;
  await drop(page, file);
  await waitUntilDone(page);
  await goToStep(page, "Survey");
  const part = (name: string) => page.getByRole("group", { name: "Parts of the survey" }).getByRole("button", { name }).click();

  // Quality: automatic limits, then one set by hand, then back.
  const heading = page.getByRole("heading", { name: /outside limits/ });
  await heading.waitFor({ timeout: 60_000 });
  const automatic = await heading.innerText();
  const most = page.getByLabel("Upper limit of mitochondrial fraction, percent");
  await most.fill("1");
  await most.press("Enter");
  await expect.poll(() => heading.innerText()).not.toBe(automatic);
  await page.getByRole("button", { name: "Reset to automatic limits" }).click();
  await expect.poll(() => heading.innerText()).toBe(automatic);
  const quality = await saved(page, () => page.getByRole("button", { name: "CSV (per cell)" }).click());
  await page.getByRole("button", { name: "Select them" }).click();
  const out = quality.filter((row) => row.within_limits === "0").length;
  expect(automatic).toContain(`${out} cell`);
  await page
    .getByRole("heading", { name: new RegExp(`${out} cells? selected`) })
    .first()
    .waitFor();

  await page.getByRole("button", { name: "Score doublets" }).click();
  const called = page.getByRole("heading", { name: /called doublets/ });
  await called.waitFor({ timeout: 60_000 });
  const doublets = await saved(page, () => page.getByRole("button", { name: "CSV (scores)" }).click());
  const flagged = doublets.filter((row) => row.predicted_doublet === "True").length;
  expect(await called.innerText()).toContain(`${flagged} cell`);
  await page.getByRole("button", { name: "Show scores on map" }).click();
  await page.getByLabel("Threshold of the doublet score").fill("0");
  await expect.poll(() => called.innerText()).not.toContain(`${flagged} cell`);
  await page.getByRole("button", { name: "Reset to automatic", exact: true }).click();
  await expect.poll(() => called.innerText()).toContain(`${flagged} cell`);

  await part("Map and clusters");
  await page.getByRole("button", { name: "Cluster cells" }).click();
  await page.getByText(/^Clusters compared with cell_type/).waitFor({ timeout: 120_000 });
  const clusters = await saved(page, () => page.getByRole("button", { name: "clusters", exact: true }).click());
  await page.getByRole("button", { name: "Show on map" }).waitFor({ timeout: 120_000 });
  expect(await page.getByLabel("Colour cells by").inputValue()).toBe("clusters");

  await part("Markers");
  await page.getByLabel("Groups").selectOption("column:cell_type");
  await page.getByRole("button", { name: "Find markers" }).click();
  await page.locator("h3", { hasText: /^Markers of B/ }).waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Show CD79A" }).waitFor();
  // The demo is made of 10x PBMC profiles: B cells are told by these.
  const first = await page
    .locator("section.card", { has: page.locator("h3", { hasText: /^Markers of B/ }) })
    .locator("tbody tr")
    .evaluateAll((rows) => rows.slice(0, 8).map((row) => row.querySelector("i.gene")!.textContent));
  expect(first).toContain("CD79A");
  expect(first).toContain("MS4A1");
  await page.getByRole("button", { name: "Show CD79A" }).click();
  await page.locator("h3", { hasText: "CD79A by group" }).waitFor({ timeout: 60_000 });
  await page.getByLabel("Add genes").fill("GNLY nosuchgene");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText("The file has no gene named nosuchgene.").waitFor();
  const markers = await saved(page, () => page.getByRole("button", { name: "CSV (all groups)" }).click());

  const folder = await run("survey", file, "--group", "cell_type", "--markers", "0", "--doublets", "--figures");
  const figures = readdirSync(join(folder, "figures"));
  expect(figures).toEqual(expect.arrayContaining(["quality-totals.svg", "map-clusters.svg", "map-cell_type.svg", "dot-plot.svg"]));
  expect(readFileSync(join(folder, "figures/dot-plot.svg"), "utf8")).toContain(">CD79A<");
  const theirs = {
    quality: readTable(join(folder, "quality.csv")),
    doublets: readTable(join(folder, "doublets.csv")),
    clusters: readTable(join(folder, "clusters.csv")),
    markers: readTable(join(folder, "markers.csv")),
  };
  expect(quality).toEqual(theirs.quality);
  expect(doublets).toEqual(theirs.doublets);
  expect(clusters).toEqual(theirs.clusters);
  expect(markers.length).toBe(theirs.markers.length);
  for (const [i, row] of markers.entries()) {
    expect([row.group, row.gene]).toEqual([theirs.markers[i]!.group, theirs.markers[i]!.gene]);
    for (const name of ["cells_z", "cells_t", "auc", "log2_fold_change"]) {
      const [a, b] = [Number(row[name]), Number(theirs.markers[i]![name])];
      expect(Math.abs(a - b), `${name} of ${row.gene}`).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(b)));
    }
  }
  expectSameOrigin(opened);
  expect(complaints).toEqual([]);
});
