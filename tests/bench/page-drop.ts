import { chromium } from "playwright-core";
import { serve } from "../../scripts/lib/serve.mjs";
import { chromiumPath } from "../../scripts/lib/system.mjs";
import { ARGUMENTS } from "../e2e/support/arguments";

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
