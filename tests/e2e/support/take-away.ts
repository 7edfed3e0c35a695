import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

/** Saves a file of the Take away menu and gives its text. */
export async function takeAway(page: Page, name: RegExp): Promise<string> {
  await page.getByRole("button", { name: /take away/i }).click();
  const entry = page.getByRole("menuitem", { name }).or(page.getByRole("button", { name })).first();
  const [download] = await Promise.all([page.waitForEvent("download"), entry.click()]);
  return readFileSync(await download.path(), "utf8");
}
