import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

/** Saves a file of the Take away menu and gives its path. */
export async function takeAwayPath(page: Page, name: RegExp): Promise<string> {
  await page.getByRole("button", { name: /take away/i }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name }).first().click()]);
  return download.path();
}

export async function takeAway(page: Page, name: RegExp): Promise<string> {
  return readFileSync(await takeAwayPath(page, name), "utf8");
}
