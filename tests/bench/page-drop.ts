import { chromium, type Page } from "playwright-core";
import { serve } from "../../scripts/lib/serve.mjs";
import { chromiumPath } from "../../scripts/lib/system.mjs";
import { ARGUMENTS } from "../e2e/support/arguments";
import { serveWithModels } from "../e2e/support/serve-with-models";

/** Puts a file where the page can take it from, to be dropped. */
async function give(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    document.querySelector("#to-drop")?.remove();
    document.body.append(Object.assign(document.createElement("input"), { type: "file", id: "to-drop", hidden: true }));
  });
  await page.setInputFiles("#to-drop", path);
}

/** What `visit` gives of a fresh page each time; the first, which fills the browser's cache, is left out. */
async function visits(server: { url: string; close(): Promise<void> }, times: number, visit: (page: Page) => Promise<number>) {
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? undefined, args: ARGUMENTS });
  const found: number[] = [];
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    for (let i = 0; i <= times; i++) {
      const page = await context.newPage();
      await page.goto(server.url, { waitUntil: "networkidle" });
      const seconds = await visit(page);
      if (i > 0) found.push(seconds);
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return found;
}

/**
 * Seconds from the drop of a published model on the real page, with the cells already read and the linear model's predictions shown, to
 * the new model's label of every cell on the map: drawing is included.
 */
export async function modelDropToLabels(cells: string, model: string, times: number): Promise<number[]> {
  return visits(await serveWithModels(["linear-atlas"]), times, async (page) => {
    let seconds = 0;
    for (const path of [cells, model]) {
      await give(page, path);
      seconds = await page.evaluate(async () => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(document.querySelector<HTMLInputElement>("#to-drop")!.files![0]!);
        const frame = () => new Promise(requestAnimationFrame);
        const isDone = () => /Done in/.test(document.querySelector("footer")?.innerText ?? "");
        const isShown = () => document.querySelector(".legend li") && !document.querySelector(".legend li.missing");
        // What is shown at first is of the run before.
        const run = { isNew: !isDone() };
        const look = new MutationObserver(() => (run.isNew ||= !isDone()));
        look.observe(document.body, { subtree: true, childList: true, characterData: true });
        const begun = performance.now();
        for (const type of ["dragover", "drop"])
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        while (!run.isNew || !isDone() || !isShown()) await frame();
        await frame();
        look.disconnect();
        return (performance.now() - begun) / 1000;
      });
    }
    return seconds;
  });
}

/**
 * Seconds from a file's drop on the real page to linear predictions of every cell on the map:
 * the engine starts when the file comes over the page, views and drawing are included.
 */
export async function dropToFirstPlot(path: string, times: number): Promise<number[]> {
  return visits(await serve(`${process.cwd()}/dist`), times, async (page) => {
    await give(page, path);
    return page.evaluate(async () => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(document.querySelector<HTMLInputElement>("#to-drop")!.files![0]!);
      const frame = () => new Promise(requestAnimationFrame);
      const send = (type: string) => document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      send("dragover");
      // A hand takes at least this long from the edge of the window to letting go.
      await new Promise((resolve) => setTimeout(resolve, 400));
      const begun = performance.now();
      send("drop");
      // The legend counts the cells of the map: nobody is missing once all are predicted.
      while (!document.querySelector(".legend li") || document.querySelector(".legend li.missing")) await frame();
      await frame();
      return (performance.now() - begun) / 1000;
    });
  });
}
