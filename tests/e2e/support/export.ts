import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";

/** Opens the Export menu, all of it, and gives one of its entries. */
export async function exportItem(page: Page, name: RegExp): Promise<Locator> {
  await page.getByRole("button", { name: /^Export/ }).click();
  await page.getByRole("button", { name: /^More/ }).click();
  return page.getByRole("menuitem", { name }).first();
}

/** Saves a file of the Export menu and gives its path. */
export async function exportedPath(page: Page, name: RegExp): Promise<string> {
  const item = await exportItem(page, name);
  const [download] = await Promise.all([page.waitForEvent("download"), item.click()]);
  return download.path();
}

/** Saves a file of the Export menu and reads it. */
export async function exported(page: Page, name: RegExp): Promise<string> {
  return readFileSync(await exportedPath(page, name), "utf8");
}
