import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { root } from "../../scripts/lib/run.mjs";
import { closeBrowserAfterAll, drop, goToStep, openPage, waitUntilDone } from "./support/open-page";
import { smallFile } from "./support/small-file";

closeBrowserAfterAll();
const site = inject("site");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** What axe-core finds against the page, of any weight. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await checker.run()).violations;
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary.split("\n").at(-1)!.trim()}`),
  );
}

const shot = (page: Page, name: string) => page.screenshot({ path: join(root, "test-results/shots", `${name}.png`) });

/** Nothing may hang over the side of the window. */
async function expectNoSideScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/** In a wide window the panel scrolls, and nothing hidden in it makes the page longer than the window. */
async function expectNoScrollOfThePage(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
}

/** The sheet of the map's figure: seen, used without eyes, and closed again. */
async function lookAtFigureSheet(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Figure of the map" }).click();
  await page.getByRole("dialog", { name: "Figure" }).getByRole("img").waitFor();
  await shot(page, name);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

describe.each([
  ["light", 1440],
  ["dark", 1440],
  ["light", 390],
  ["dark", 390],
] as const)("in %s at %i px", (scheme, width) => {
  test("every step can be seen and used, with or without eyes", async () => {
    const { page, complaints } = await openPage(site, { scheme, width, height: width === 390 ? 844 : 900 });
    const name = (step: string) => `${step}-${width}-${scheme}`;
    await page
      .getByText(/simulated/i)
      .first()
      .waitFor();
    await shot(page, name("first"));
    expect(await violations(page)).toEqual([]);
    await expectNoSideScroll(page);

    await drop(page, await smallFile(300));
    await waitUntilDone(page);
    for (const step of ["Data", "Survey", "Predict", "Trust", "Annotate", "Compare", "Why"] as const) {
      await goToStep(page, step);
      if (step === "Compare") await page.getByRole("table", { name: "Cells per donor, condition and type" }).waitFor();
      if (step === "Why") await page.getByRole("heading", { name: "All genes" }).waitFor();
      if (step === "Annotate") {
        await page.getByLabel("Groups").selectOption("column:cell_type");
        await page.getByRole("button", { name: "Annotate these groups" }).click();
        await page.getByRole("button", { name: /^Accept \d+ green$/ }).waitFor();
        await page.locator(".group-name").first().click();
      }
      await page.waitForTimeout(500);
      await shot(page, name(step.toLowerCase()));
      expect(await violations(page)).toEqual([]);
      await expectNoSideScroll(page);
      if (width === 1440) await expectNoScrollOfThePage(page);
      if (step === "Predict") await lookAtFigureSheet(page, name("figure"));
    }
    expect(complaints).toEqual([]);
  });
});
