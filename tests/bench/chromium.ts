import { build } from "esbuild";
import { readdirSync } from "node:fs";
import { chromium, type Browser, type Page } from "playwright-core";
import { serve } from "../../scripts/lib/serve.mjs";
import { chromiumPath } from "../../scripts/lib/system.mjs";
import { ARGUMENTS } from "../e2e/support/arguments";
import { peakDuring } from "./memory";
import type { Timing } from "./page-harness";

export interface Bench {
  page: Page;
  browser: Browser;
  version: string;
  /** Runs a function in the page; `harness` is a global there. */
  choose(path: string): Promise<void>;
  start(): Promise<number>;
  stop(): Promise<void>;
  analyze(options: Record<string, unknown>): Promise<Timing>;
  positions(by: string): Promise<number>;
  /** Peak bytes of the page's process above what it had before, while `body` ran. */
  peak<T>(body: () => Promise<T>): Promise<{ value: T; bytes: number }>;
  close(): Promise<void>;
}

async function harnessCode(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["tests/bench/page-harness.ts"],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
  });
  return outputFiles[0]!.text;
}

/** dist/ in Chromium, with the engine to be driven without the page's views. */
export async function bench(): Promise<Bench> {
  const server = await serve(`${process.cwd()}/dist`);
  const worker = readdirSync("dist/assets").find((name) => /^engine\.browser-.*\.js$/.test(name));
  if (!worker) throw new Error("dist/ has no engine worker.");
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? undefined, args: ARGUMENTS });
  const page = await browser.newPage();
  // Any document of the origin does; this one has no scripts of its own and no policy.
  await page.goto(`${server.url}models/index.json`);
  await page.evaluate(() => {
    document.body.innerHTML = '<input id="file" type="file">';
  });
  await page.evaluate(await harnessCode());
  const workerUrl = `${server.url}assets/${worker}`;
  return {
    page,
    browser,
    version: browser.version(),
    choose: (path) => page.setInputFiles("#file", path),
    // The base of the document is models/; the engine wants the folder of the page.
    start: () =>
      page.evaluate(
        async ([url, base]) => {
          const element = document.querySelector("base") ?? document.head.appendChild(document.createElement("base"));
          element.href = base!;
          return harness.start(url!);
        },
        [workerUrl, server.url],
      ),
    stop: () => page.evaluate(() => harness.stop()),
    analyze: (options) => page.evaluate((request) => harness.analyze(request), options),
    positions: (by) => page.evaluate((name) => harness.positions(name), by),
    peak: (body) => peakDuring(browser, body),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
