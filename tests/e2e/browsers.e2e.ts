import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { root } from "../../scripts/lib/run.mjs";
import { chromiumPath } from "../../scripts/lib/system.mjs";
import { ARGUMENTS } from "./support/arguments";
import { firefoxPath, startFirefox } from "./support/firefox";
import type { OtherBrowser } from "./support/other-browser";
import { smallFile } from "./support/small-file";
import { hasWebKit, startWebKit } from "./support/webkit";

const site = inject("site");
const CELLS = 96;
/** Milliseconds until what the page says then is the failure. */
const PATIENCE = 400_000;
let file: string;
beforeAll(async () => {
  file = await smallFile(CELLS);
});

async function startChromium(url: string): Promise<OtherBrowser> {
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? undefined, args: ARGUMENTS });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  return {
    evaluate: <T>(script: string) => page.evaluate(`(async () => { ${script} })()`) as Promise<T>,
    choose: (selector, path) => page.setInputFiles(selector, path),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}

/** What a person does first: drops a file, waits, looks at the map, takes the table. */
async function shortVisit(browser: OtherBrowser, name: string): Promise<{ csv: string; colors: number; said: string }> {
  await browser.evaluate("document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'to-drop' }));");
  await browser.choose("#to-drop", file);
  await browser.evaluate(`
    const input = document.querySelector("#to-drop");
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(input.files[0]);
    input.remove();
    for (const type of ["dragenter", "dragover", "drop"])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));`);
  const said = () => browser.evaluate<string>("return document.body.innerText");
  const begun = Date.now();
  for (let text = await said(); !/Done in /.test(text); text = await said()) {
    if (/engine stopped|could not/i.test(text) || Date.now() - begun > PATIENCE) throw new Error(`Not done: ${text.slice(0, 2000)}`);
    await sleep(1000);
  }
  await sleep(2000);
  const png = await browser.screenshot();
  mkdirSync(join(root, "test-results/shots"), { recursive: true });
  writeFileSync(join(root, "test-results/shots", `browser-${name}.png`), png);
  // The map is of many colours; a blank one would be of one.
  const colors = await browser.evaluate<number>(`
    const bytes = Uint8Array.from(atob("${png.toString("base64")}"), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const box = document.querySelector(".stage canvas").getBoundingClientRect();
    const canvas = Object.assign(document.createElement("canvas"), { width: box.width, height: box.height });
    const context = canvas.getContext("2d");
    context.drawImage(image, -box.left, -box.top);
    const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    return new Set(pixels).size;`);
  const csv = await browser.evaluate<string>(`
    let taken = null;
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { taken = blob; return make.call(URL, blob); };
    HTMLAnchorElement.prototype.click = () => {};
    const click = (text) => [...document.querySelectorAll("button")].find((one) => one.innerText.trim().startsWith(text)).click();
    click("Export");
    await new Promise((resolve) => setTimeout(resolve, 300));
    click("More");
    await new Promise((resolve) => setTimeout(resolve, 300));
    click("cells.csv, transformer");
    for (let tries = 0; taken === null && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
    return taken.text();`);
  return { csv, colors, said: await said() };
}

const BROWSERS: { name: string; isThere: boolean; start(url: string): Promise<OtherBrowser> }[] = [
  { name: "chromium", isThere: true, start: startChromium },
  { name: "firefox", isThere: firefoxPath() !== null, start: startFirefox },
  { name: "webkit", isThere: hasWebKit(), start: startWebKit },
];

const visits = new Map<string, Promise<{ csv: string; colors: number; said: string }>>();
const visit = (name: string, start: (url: string) => Promise<OtherBrowser>) => {
  let one = visits.get(name);
  if (!one)
    visits.set(name, (one = start(`${site}#backend=wasm`).then((browser) => shortVisit(browser, name).finally(() => browser.close()))));
  return one;
};

/** Rows of a CSV, of which labels may hold commas. */
const cellsOf = (csv: string) =>
  csv
    .trim()
    .split("\n")
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell!));

describe.each(BROWSERS)("in $name", ({ name, isThere, start }) => {
  test.skipIf(!isThere && !process.env.CI)("a file is dropped, predicted on wasm, looked at and its table taken", async () => {
    const { csv, colors, said } = await visit(name, start);
    expect(colors).toBeGreaterThan(20);
    expect(said).toContain("Running on CPU");
    const rows = cellsOf(csv);
    expect(rows).toHaveLength(CELLS + 1);
    // The same answers in every browser: labels, and probabilities to what a wasm engine's order of sums leaves.
    const wanted = cellsOf((await visit("chromium", startChromium)).csv);
    const [label, probability] = ["cell_type_label", "cell_type_probability"].map((column) => rows[0]!.indexOf(column));
    for (const [i, row] of rows.slice(1).entries()) {
      expect(row.length).toBe(wanted[i + 1]!.length);
      expect(row[label!]).toBe(wanted[i + 1]![label!]);
      expect(Number(row[probability!])).toBeCloseTo(Number(wanted[i + 1]![probability!]), 4);
    }
  });
});
