import { join } from "node:path";
import { chromium, type Browser, type CDPSession, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { root } from "../../scripts/lib/run.mjs";
import { chromiumPath } from "../../scripts/lib/system.mjs";
import { ARGUMENTS } from "./support/arguments";
import { drop, goToStep, waitUntilDone } from "./support/open-page";
import { smallFile } from "./support/small-file";

const site = inject("site");
let browser: Browser;
let file: string;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath() ?? undefined, args: ARGUMENTS });
  file = await smallFile(96);
});
afterAll(() => browser.close());

const STEPS = ["Data", "Survey", "Predict", "Trust", "Annotate", "Compare", "Why"] as const;
const demo = join(root, "web/public/demo/demo.h5ad");

/** Fingers on the glass, as the system sends them. */
async function touch(session: CDPSession, type: "touchStart" | "touchMove" | "touchEnd", points: [number, number][]): Promise<void> {
  await session.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
}

const middle = async (page: Page) => {
  const box = (await page.locator(".stage canvas").first().boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2] as [number, number];
};

test("on a phone the map is panned, zoomed, tapped and lassoed by touch", async () => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(inject("linearSite"));
  await drop(page, demo);
  await waitUntilDone(page);
  // The layout has settled when two pictures a second apart are the same.
  const stage = page.locator(".stage canvas").first();
  const seen = () => stage.screenshot().then((png) => png.toString("base64"));
  let still = await seen();
  await expect
    .poll(
      async () => {
        const [before, now] = [still, await seen()];
        still = now;
        return before === now;
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toBe(true);
  const session = await context.newCDPSession(page);
  const [x, y] = await middle(page);
  const scrolled = () => page.evaluate(() => scrollY);
  const at = await scrolled();

  await touch(session, "touchStart", [[x, y]]);
  for (let i = 1; i <= 6; i++) await touch(session, "touchMove", [[x + 10 * i, y + 4 * i]]);
  await touch(session, "touchEnd", []);
  await expect.poll(seen).not.toBe(still);
  const panned = await seen();
  expect(await scrolled()).toBe(at);

  await touch(session, "touchStart", [
    [x - 30, y],
    [x + 30, y],
  ]);
  for (let i = 1; i <= 6; i++)
    await touch(session, "touchMove", [
      [x - 30 - 8 * i, y],
      [x + 30 + 8 * i, y],
    ]);
  await touch(session, "touchEnd", []);
  await expect.poll(seen).not.toBe(panned);

  // The legend is open at first, beneath the cells; the map can be put away.
  const [map, legend] = [(await stage.boundingBox())!, (await page.locator(".legend:not(.shut)").boundingBox())!];
  expect(legend.y).toBeGreaterThanOrEqual(map.y + map.height - 1);
  await page.getByRole("button", { name: "Hide the map" }).tap();
  expect(await stage.isVisible()).toBe(false);
  await page.getByRole("button", { name: "Show the map" }).tap();

  await page.getByRole("button", { name: "Show all" }).tap();
  await page.getByRole("button", { name: "Lasso" }).tap();
  await page.getByRole("button", { name: "Lasso", pressed: true }).waitFor();
  const [a, b] = await middle(page);
  const ring = Array.from(
    { length: 25 },
    (_, i) => [a + 140 * Math.cos((i / 24) * 2 * Math.PI), b + 140 * Math.sin((i / 24) * 2 * Math.PI)] as [number, number],
  );
  await touch(session, "touchStart", [ring[0]!]);
  for (const point of ring) await touch(session, "touchMove", [point]);
  await touch(session, "touchEnd", []);
  await page
    .getByRole("heading", { name: /cells? selected/i })
    .first()
    .waitFor();
  await context.close();
});

test("a file is opened, looked at and left with the keyboard alone", async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  await page.goto(site);
  const focused = () =>
    page.evaluate(() => {
      const one = document.activeElement as HTMLElement;
      const outline = getComputedStyle(one);
      if (one === document.body) return { text: "BODY", isSeen: true };
      return {
        text: (one.innerText || one.getAttribute("aria-label") || one.tagName).trim(),
        isSeen: outline.outlineStyle !== "none" || outline.boxShadow !== "none",
      };
    });
  /** Presses Tab until what is focused says this; every stop on the way must show that it has the focus. */
  const reach = async (text: RegExp) => {
    for (let i = 0; i < 120; i++) {
      await page.keyboard.press("Tab");
      const { text: now, isSeen } = await focused();
      if (now !== "BODY" && now !== "HTML") expect([now, isSeen]).toEqual([now, true]);
      if (text.test(now)) return;
    }
    throw new Error(`Tab never came to ${text}.`);
  };
  await reach(/^Try the demo/);
  await page.keyboard.press("Enter");
  await waitUntilDone(page);
  for (const step of STEPS) {
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await reach(new RegExp(`(^|\\n)${step}(\\n|$)`));
    await page.keyboard.press("Enter");
    expect(await page.locator("nav button[aria-current=step] b").innerText()).toBe(step);
  }
  // Keys of its own: steps by number, the glossary by a question mark.
  for (const [i, step] of STEPS.entries()) {
    await page.keyboard.press(String(i + 1));
    expect(await page.locator("nav button[aria-current=step] b").innerText()).toBe(step);
  }
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Glossary and keyboard shortcuts" });
  await help.getByLabel("Search the glossary").fill("calibration");
  expect(await help.locator("dt").allInnerTexts()).toContain("Calibration error (ECE)");
  // The first empties the field, as in every search.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "detached" });

  // Checks of trust, each with its rule; the demo measures a quarter of the models' genes, which carry most of what tells its classes
  // apart. What was not measured has no colour.
  await page.keyboard.press("4");
  await page.getByRole("button", { name: "Linear", exact: true }).first().click();
  const lights = page.locator(".lights li");
  await expect
    .poll(() => lights.evaluateAll((all) => all.map((one) => one.className)))
    .toEqual([
      "good",
      "good",
      expect.stringMatching(/good|warn|bad/),
      "none",
      expect.stringMatching(/good|warn|bad/),
      expect.stringMatching(/good|none/),
    ]);
  expect(await lights.nth(0).innerText()).toContain("25%");
  // The map itself, by arrows and plus.
  await page.locator(".stage canvas[tabindex]").first().focus();
  const before = (await page.locator(".stage").screenshot()).toString("base64");
  for (const key of ["+", "+", "ArrowLeft"]) await page.keyboard.press(key);
  await expect.poll(async () => (await page.locator(".stage").screenshot()).toString("base64")).not.toBe(before);
  // The lasso by keys: a frame in the middle of the map.
  await page.keyboard.press("0");
  await page.keyboard.press("l");
  await page.getByRole("button", { name: "Lasso", pressed: true }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /^[1-9][\d,]* cells? selected/ }).waitFor();
  await page.keyboard.press("Escape");
  await page.close();
});

test("at 200% zoom every step fits, and nothing moves for those who asked for calm", async () => {
  const context = await browser.newContext({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(site);
  await drop(page, file);
  const moving = () => page.evaluate(() => document.getAnimations().filter((one) => one.playState === "running").length);
  expect(await moving()).toBe(0);
  await waitUntilDone(page);
  for (const step of STEPS) {
    await goToStep(page, step);
    expect(await moving()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.screenshot({ path: join(root, "test-results/shots", `zoom-${step.toLowerCase()}.png`) });
  }
  await context.close();
});

/** Megabit a second, bytes. */
const FAST_4G = { offline: false, latency: 60, downloadThroughput: 9e6 / 8, uploadThroughput: 1.5e6 / 8 };

test("the first screen is light: under 250 kB of script, nothing shifts", async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", FAST_4G);
  const scripts = new Map<string, string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script" || /\.m?js(\?|$)/.test(response.url)) scripts.set(requestId, response.url);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.addInitScript(() => {
    const seen = ((window as unknown as { seen: { shift: number } }).seen = { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number }[]) seen.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(site);
  await page
    .getByText(/simulated/i)
    .first()
    .waitFor();
  await page.waitForTimeout(1500);
  const { shift, paint } = await page.evaluate(() => ({
    shift: (window as unknown as { seen: { shift: number } }).seen.shift,
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
  }));
  // The time is told, not tested: machines are noisy.
  console.log(
    `first contentful paint on throttled 4G: ${(paint / 1000).toFixed(2)} s; ${(bytes / 1000).toFixed(0)} kB of script; layout ` +
      `shift ${shift.toFixed(3)}`,
  );
  expect(bytes).toBeLessThan(250_000);
  expect(bytes).toBeGreaterThan(1000);
  expect(shift).toBeLessThan(0.01);
  await context.close();
});
