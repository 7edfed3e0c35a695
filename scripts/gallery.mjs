// `npm run gallery [-- NAME...]`: every plot as SVG, PNG and PDF, and as on the page in light and dark, in test-results/gallery/,
// with index.html to look at them. Names are those of scripts/gallery/examples.
import { chromium } from "playwright-core";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { galleryScript, LOOK } from "./lib/gallery.mjs";
import { main, Refusal, root, say } from "./lib/run.mjs";
import { serve } from "./lib/serve.mjs";
import { web } from "./lib/steps.mjs";
import { chromiumPath } from "./lib/system.mjs";

await main(async () => {
  const asked = process.argv.slice(2);
  await web();
  const { url, close } = await serve(join(root, "dist"));
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? undefined, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url);
    await page.evaluate(await galleryScript());
    const names = await page.evaluate(() => window.gallery.names);
    for (const name of asked) if (!names.includes(name)) throw new Refusal(`There is no example named ${name}: ${names.join(", ")}.`);
    const out = join(root, "test-results/gallery");
    mkdirSync(out, { recursive: true });
    const shown = names.filter((name) => asked.length === 0 || asked.includes(name));
    for (const name of shown) {
      const files = await page.evaluate(
        async ([name, look]) => ({
          svg: window.gallery.svg(name, look),
          png: await window.gallery.png(name, look),
          pdf: await window.gallery.pdf(name, look),
        }),
        [name, LOOK],
      );
      writeFileSync(join(out, `${name}.svg`), files.svg);
      for (const end of ["png", "pdf"]) writeFileSync(join(out, `${name}.${end}`), Buffer.from(files[end], "base64"));
      for (const scheme of ["light", "dark"]) {
        await page.evaluate(
          ([name, dark]) => {
            document.body.replaceChildren(window.gallery.shown(name, 398, dark));
            document.body.style.cssText = `overflow:auto;padding:16px;background:${dark ? "#1b1f25" : "#fff"}`;
          },
          [name, scheme === "dark"],
        );
        await page.locator("body > svg").screenshot({ path: join(out, `${name}-${scheme}.png`) });
      }
    }
    const picture = (file) => `<img src="${file}" alt="${file}" height="420">`;
    const row = (name) => `<h2>${name}</h2><p>${["", "-light", "-dark"].map((end) => picture(`${name}${end}.png`)).join(" ")}</p>`;
    writeFileSync(join(out, "index.html"), `<!doctype html><meta charset="utf-8"><title>Gallery</title>${shown.map(row).join("\n")}`);
    say(`${shown.length} figures are in test-results/gallery/`);
  } finally {
    await browser.close();
    close();
  }
});
