import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { value } from "../../web/src/plots/format";
import { dataFile, hasData, scratch } from "../web/support/data";
import { planted } from "../web/support/planted-donors";
import { readTable, run } from "./support/cli";
import { exported } from "./support/export";
import { closeBrowserAfterAll, drop, expectSameOrigin, goToStep, openPage, waitUntilDone } from "./support/open-page";

closeBrowserAfterAll();
const site = inject("linearSite");
const KANG = "labelled/kang_harmony_counts.h5ad";

const part = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const heading = (page: Page, name: RegExp | string) => page.getByRole("heading", { name }).waitFor({ timeout: 30_000 });
const cellsOf = (page: Page, table: string, row: string) =>
  page
    .getByRole("table", { name: table })
    .getByRole("row", { name: new RegExp(`^${row}\\b`) })
    .getByRole("cell")
    .allInnerTexts();

test("two conditions are compared over donors as the command line does, and nothing is tested without donors", async () => {
  const path = join(scratch(), "planted.h5ad");
  await planted(path);
  const asked = ["--condition", "condition", "--donors", "donor", "--types", "type", "--splits", "0", "--permutations", "0"];
  const [opened, out] = await Promise.all([openPage(site), run("compare", path, ...asked)]);
  const { page, complaints } = opened;
  await drop(page, path);
  await waitUntilDone(page);
  await goToStep(page, "Compare");
  await page.getByRole("combobox", { name: /^Cell types/ }).selectOption("column:type");
  await heading(page, "2 of 3 types can be tested, 5 with 5 donors");
  expect(await cellsOf(page, "Cells per donor, condition and type", "d0")).toEqual(["82", "40", "40", "2"]);
  await page.getByText("Why 1 type cannot be tested").click();
  await page.getByText(/have 10 cells or more; a test needs 2 on each side/).waitFor();

  await part(page, "Composition");
  const composition = readTable(join(out, "composition.csv")).find(({ type }) => type === "B")!;
  expect((await cellsOf(page, "Composition", "B")).at(-2)).toBe(value(Number(composition.p)));
  await page.locator("aside .plot svg[role=img]").waitFor();

  await part(page, "Expression");
  await page.getByRole("button", { name: "Compare expression" }).click();
  await heading(page, "Volcano plot");
  await page
    .getByRole("table", { name: "Genes in T" })
    .getByRole("button", { name: /^Show GENE\d+/ })
    .nth(1)
    .press("Enter");
  await heading(page, /GENE\d+ in every donor/);
  expect(await exported(page, /^expression\.csv/)).toBe(readFileSync(join(out, "expression.csv"), "utf8"));
  expect(page.url()).toContain("compared=expression");

  await page.getByRole("combobox", { name: /^Donors/ }).selectOption("");
  await page.getByText(/No p value is given: no column names the donors/).waitFor();
  await part(page, "Composition");
  expect((await cellsOf(page, "Composition", "B")).slice(-2)).toEqual(["–", "–"]);
  expectSameOrigin(opened);
  expect(complaints).toEqual([]);
});

test.skipIf(!hasData)("most stimulated cells of Kang's have no named donor, so that p values are refused", async () => {
  const { page, complaints } = await openPage(site);
  await drop(page, dataFile(KANG));
  await waitUntilDone(page);
  await goToStep(page, "Compare");
  await page.getByText("941 of 1,000 cells of IFN-beta have no named donor, and the 2 donors of the rest cannot stand for them").waitFor();
  await heading(page, "Described only");
  expect(complaints).toEqual([]);
});
