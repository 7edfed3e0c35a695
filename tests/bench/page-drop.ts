import { basename } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/lib/serve.mjs";
import { chromiumPath } from "../../scripts/lib/system.mjs";
import { ARGUMENTS } from "../e2e/support/arguments";
import { drop } from "../e2e/support/drop";

/**
 * Seconds from a file's drop on the real page to linear predictions of every cell on the map:
 * the engine starts when the file comes over the page, views and drawing are included. A fresh page each time.
 */
export async function dropToFirstPlot(path: string, times: number): Promise<number[]> {
  const server = await serve(`${process.cwd()}/dist`);
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? undefined, args: ARGUMENTS });
  const seconds: number[] = [];
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    for (let i = 0; i <= times; i++) {
      const page = await context.newPage();
      await page.goto(server.url, { waitUntil: "networkidle" });
      await page.evaluate(() =>
        document.body.append(Object.assign(document.createElement("input"), { type: "file", id: "to-drop", hidden: true })),
      );
      await page.setInputFiles("#to-drop", path);
      const spent = await page.evaluate(async () => {
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
      // The first is a warm-up: it fills the browser's cache.
      if (i > 0) seconds.push(spent);
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return seconds;
}

/**
 * Seconds from a published model's drop on a page that has shown a file's predictions to that model's own labels of every cell, and its
 * place among the models. A fresh page each time; the page's own model is the linear one, which has no part in it.
 */
export async function dropModelToLabels(path: string, model: string, times: number): Promise<number[]> {
  const server = await serve(`${process.cwd()}/dist`);
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? undefined, args: ARGUMENTS });
  const seconds: number[] = [];
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    for (let i = 0; i <= times; i++) {
      const page = await context.newPage();
      await page.goto(`${server.url}#model=linear-atlas`, { waitUntil: "networkidle" });
      await drop(page, path);
      await page.getByText(/^Done in /).waitFor({ timeout: 120_000 });
      await page.evaluate(() => {
        const asked = { begun: 0, ended: 0 };
        Object.assign(globalThis, { asked });
        document.body.addEventListener("drop", () => {
          asked.begun = performance.now();
          let wasBusy = false;
          const look = () => {
            const isDone = document.body.textContent!.includes("Done in ");
            wasBusy ||= !isDone;
            if (wasBusy && isDone) asked.ended = performance.now();
            else requestAnimationFrame(look);
          };
          look();
        });
      });
      await drop(page, model);
      const spent = await page
        .waitForFunction(() => {
          const { asked } = globalThis as unknown as { asked: { begun: number; ended: number } };
          return asked.ended && (asked.ended - asked.begun) / 1000;
        })
        .then((found) => found.jsonValue());
      await page.getByText(basename(model, ".pkl")).first().waitFor();
      // The first is a warm-up: it fills the browser's cache.
      if (i > 0) seconds.push(spent);
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return seconds;
}
