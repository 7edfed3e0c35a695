import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

/** Saves a file of the Export menu and gives its path. */
export async function exportedPath(page: Page, name: RegExp): Promise<string> {
  await page.getByRole("button", { name: /^Export/ }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name }).first().click()]);
  return download.path();
}

/** Saves a file of the Export menu and reads it. */
export async function exported(page: Page, name: RegExp): Promise<string> {
  return readFileSync(await exportedPath(page, name), "utf8");
}
