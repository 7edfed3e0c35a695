// Draws web/public/icon-192.png and icon-512.png from icon.svg, on paper and with room around it, so that any mask fits.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { main, root } from "./lib/run.mjs";
import { chromiumPath } from "./lib/system.mjs";

await main(async () => {
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? undefined, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  const svg = readFileSync(join(root, "web/public/icon.svg"), "utf8");
  for (const size of [192, 512]) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body { margin: 0; display: grid; place-items: center; height: 100vh; background: #fbfaf7 } svg { width: 62vw }</style>${svg}`,
    );
    await page.screenshot({ path: join(root, `web/public/icon-${size}.png`) });
  }
  await browser.close();
});
