import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { root } from "../../scripts/lib/run.mjs";
import { exportedPath } from "./support/export";
import { readCsv } from "./support/cli";
import { closeBrowserAfterAll, drop, expectSameOrigin, goToStep, openPage, waitUntilDone } from "./support/open-page";

closeBrowserAfterAll();
const site = inject("linearSite");
const demo = join(root, "web/public/demo/demo.h5ad");

const title = (page: Page) => page.locator("aside h3", { hasText: /groups?, \d+ named/ }).innerText();
const names = (page: Page) => page.locator(".annotation .group-name").allInnerTexts();
const legend = (page: Page) => page.locator(".legend li b").allInnerTexts();
const rest = { timeout: 60_000 };

/** Groups with a name accepted in what is kept on this computer. */
const acceptedInStore = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((found) => {
        const asked = indexedDB.open("phenolens-annotations");
        asked.onsuccess = () => {
          const all = asked.result.transaction("annotations").objectStore("annotations").getAll();
          all.onsuccess = () => {
            asked.result.close();
            found(all.result.flatMap(({ annotation }) => annotation.groups).filter(({ isAccepted }) => isAccepted).length);
          };
        };
      }),
  );

test("clusters are named, merged, split and undone by hand, kept over a reload, and leave in files", async () => {
  const opened = await openPage(site);
  const { page, complaints } = opened;
  await drop(page, demo);
  await waitUntilDone(page);
  await goToStep(page, "Annotate");
  await page.getByRole("button", { name: "Find clusters and annotate" }).click();
  const green = page.getByRole("button", { name: /^Accept \d+ green$/ });
  await green.waitFor(rest);
  const groups = (await names(page)).length;
  expect(groups).toBeGreaterThan(4);
  await green.click();
  await expect.poll(() => title(page)).not.toContain(", 0 named");

  // By keyboard: the row, a synonym of the Cell Ontology, its term.
  const first = page.locator(".annotation .group-name").first();
  await first.focus();
  await page.keyboard.press("Enter");
  const box = page.getByRole("combobox", { name: "Name of 0" });
  await box.fill("T-lymphocyte");
  const option = page.getByRole("option", { name: /^T cell/ }).first();
  await option.waitFor();
  await box.press("ArrowDown");
  expect(await option.getAttribute("aria-selected")).toBe("true");
  await box.press("Enter");
  await expect.poll(() => names(page)).toContainEqual(expect.stringMatching(/(^|\n)0 T cell/));
  expect(await page.getByLabel("Colour cells by").inputValue()).toBe("annotation");
  await expect.poll(() => legend(page)).toContain("T cell");
  // What is typed and no term is a name of one's own.
  await box.fill("my T cells");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect.poll(() => names(page)).toContainEqual(expect.stringMatching(/(^|\n)0 my T cells/));
  await page.getByLabel("Note").fill("CD3, look again");
  await page.getByLabel("Note").press("Enter");

  // Two groups become one, and two again.
  await page.getByLabel("Choose 0 to merge").check();
  await page.getByLabel("Choose 1 to merge").check();
  await page.getByRole("button", { name: "Merge 2 groups" }).click();
  await expect.poll(async () => (await names(page)).length).toBe(groups - 1);
  await page.locator("aside h2").click();
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await names(page)).length).toBe(groups);
  await page.keyboard.press("Control+Shift+Z");
  await expect.poll(async () => (await names(page)).length).toBe(groups - 1);
  await page.getByRole("button", { name: "Undo" }).click();

  // A group is clustered alone.
  await page.locator(".annotation .group-name", { hasText: "my T cells" }).click();
  await page.getByLabel(/^Split at resolution/).fill("2");
  await page.getByRole("button", { name: "Split", exact: true }).click();
  await expect.poll(async () => (await names(page)).length, rest).toBeGreaterThan(groups);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => names(page)).toContainEqual(expect.stringMatching(/(^|\n)0 my T cells/));

  // The names are a column like those of the file.
  const kept = await title(page);
  await page.getByLabel("Colour cells by").selectOption("column:name");
  await expect.poll(() => legend(page)).toContain("my T cells");

  const csv = readCsv(readFileSync(await exportedPath(page, /^annotation\.csv/), "utf8"));
  const own = csv.filter(({ name }) => name === "my T cells");
  expect(own.length).toBeGreaterThan(100);
  expect(own.every((row) => row.group === "0" && row.source === "user" && row.ontology_term_id === "")).toBe(true);
  expect(csv.some((row) => row.ontology_term_id!.startsWith("CL:"))).toBe(true);
  const saved = readFileSync(await exportedPath(page, /^Annotated \.h5ad/));
  expect(saved.length).toBeGreaterThan(readFileSync(demo).length);
  expect(saved.includes("name_ontology_term_id")).toBe(true);

  // Kept on this computer, under the file's fingerprint.
  await expect.poll(() => acceptedInStore(page), rest).toBe(Number(/(\d+) named/.exec(kept)![1]));
  await page.reload();
  await drop(page, demo);
  await goToStep(page, "Annotate");
  await page.getByText(/Your annotation of this file, kept on this computer/).waitFor(rest);
  expect(await title(page)).toBe(kept);
  expect(await names(page)).toContainEqual(expect.stringMatching(/(^|\n)0 my T cells/));
  await page.getByRole("button", { name: "Start afresh" }).click();
  await page.getByRole("heading", { name: "Which groups?" }).waitFor();

  expectSameOrigin(opened);
  expect(complaints).toEqual([]);
});
