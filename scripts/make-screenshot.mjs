// Draws .github/screenshot.png, the page in README: sorted blood cells that the models were not trained on, under Trust with their labels.
// The file is labelled/zheng_sorted_pbmc_counts.h5ad of PHENOLENS_DATA (default: ../shared/data); the page is built first.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { main, Refusal, root } from "./lib/run.mjs";
import { serve } from "./lib/serve.mjs";
import { web } from "./lib/steps.mjs";
import { chromiumPath } from "./lib/system.mjs";

const MINUTE = 60_000;

await main(async () => {
  const file = join(process.env.PHENOLENS_DATA ?? join(root, "../shared/data"), "labelled/zheng_sorted_pbmc_counts.h5ad");
  if (!existsSync(file)) throw new Refusal(`The screenshot needs ${file}, which is not there.`);
  await web();
  const { url, close } = await serve(join(root, "dist"));
  const browser = await chromium.launch({
    executablePath: chromiumPath() ?? undefined,
    args: ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
    await page.goto(url);
    await page.getByLabel("AnnData file", { exact: true }).setInputFiles(file);
    await page.getByText(/^Done in /).waitFor({ timeout: 10 * MINUTE });
    await page
      .getByRole("navigation", { name: "Steps" })
      .getByRole("button", { name: /^Trust/ })
      .click();
    await page.getByText("still settling").waitFor({ state: "hidden", timeout: 5 * MINUTE });
    await page.waitForTimeout(3000);
    await page.mouse.move(720, 880);
    await page.screenshot({ path: join(root, ".github/screenshot.png") });
  } finally {
    await browser.close();
    await close();
  }
});
