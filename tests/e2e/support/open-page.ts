import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import { chromiumPath } from "../../../scripts/lib/system.mjs";
import { ARGUMENTS } from "./arguments";

export interface Opened {
  page: Page;
  /** Every address asked for by the page and its workers, in order. */
  requests: string[];
  /** What went to the console as a warning or an error. */
  complaints: string[];
}

let browser: Promise<Browser> | undefined;

function start(): Promise<Browser> {
  return (browser ??= chromium.launch({ executablePath: chromiumPath() ?? undefined, args: ARGUMENTS }));
}

/** Closes the browser of this test file when its tests are done. */
export function closeBrowserAfterAll(): void {
  afterAll(async () => {
    await (await browser)?.close();
    browser = undefined;
  });
}

export interface Look {
  width?: number;
  height?: number;
  scheme?: "light" | "dark";
}

/** A fresh page, with what it asks of the network written down. */
export async function openPage(url: string, { width = 1440, height = 900, scheme = "light" }: Look = {}): Promise<Opened> {
  const context = await (
    await start()
  ).newContext({ viewport: { width, height }, colorScheme: scheme, acceptDownloads: true, reducedMotion: "reduce" });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => {
    // What the software GPU says of its own speed is not the page's doing.
    if (/error|warning/.test(message.type()) && !/GL Driver Message \(OpenGL, Performance/.test(message.text()))
      complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(url);
  return { page, requests, complaints };
}

/** Nothing may be asked of another origin, by the page or by any worker. */
export function expectSameOrigin({ page, requests }: Opened): void {
  const { origin } = new URL(page.url());
  expect(requests.filter((url) => !/^(blob|data):/.test(url) && new URL(url).origin !== origin)).toEqual([]);
}

/** Drops a file of this computer on the page, or several, as a person does: real Files, read lazily. */
export async function drop(page: Page, paths: string | string[]): Promise<void> {
  await page.evaluate(() => {
    const input = Object.assign(document.createElement("input"), { type: "file", id: "to-drop", hidden: true, multiple: true });
    document.body.append(input);
  });
  await page.setInputFiles("#to-drop", paths);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>("#to-drop")!;
    const dataTransfer = new DataTransfer();
    for (const file of input.files!) dataTransfer.items.add(file);
    input.remove();
    for (const type of ["dragenter", "dragover", "drop"])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  });
}

/** Waits until every model has seen every cell. */
export async function waitUntilDone(page: Page, timeout = 300_000): Promise<void> {
  await page.getByText(/^Done in /).waitFor({ timeout });
}

export async function goToStep(page: Page, step: "Data" | "Survey" | "Predict" | "Trust" | "Annotate" | "Compare" | "Why"): Promise<void> {
  await page
    .getByRole("navigation", { name: "Steps" })
    .getByRole("button", { name: new RegExp(`^${step}`) })
    .click();
}
