import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/lib/serve.mjs";
import { chromiumPath } from "../../scripts/lib/system.mjs";
import { ARGUMENTS } from "../e2e/support/arguments";
import type { Options } from "./main";
import { row, type Row } from "./table";

/** JavaScript and all bytes the page asks for before a file is opened, gzipped as a static host would. */
export async function firstLoad(_options: Options): Promise<Row[]> {
  const asked: string[] = [];
  const server = await serve(`${process.cwd()}/dist`, { onRequest: (path: string) => asked.push(path) });
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? undefined, args: ARGUMENTS });
  try {
    const page = await browser.newPage();
    await page.goto(server.url, { waitUntil: "networkidle" });
    const sizeOf = (path: string) => {
      try {
        return gzipSync(readFileSync(`dist${path === "/" ? "/index.html" : path}`), { level: 9 }).length;
      } catch {
        return 0;
      }
    };
    const unique = [...new Set(asked)];
    const scripts = unique.filter((path) => /\.m?js$/.test(path));
    const ofPage = scripts.filter((path) => !/engine|lane|phenolens_core|\/ort\//.test(path));
    const sum = (paths: string[]) => paths.reduce((total, path) => total + sizeOf(path), 0) / 1000;
    return [
      row("first load: the page's JavaScript, gzip", sum(ofPage), "kB"),
      row("first load: all JavaScript asked for before a file is opened, gzip", sum(scripts), "kB"),
      row("first load: everything asked for before a file is opened, gzip", sum(unique), "kB"),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
