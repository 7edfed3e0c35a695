import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { filesIn, pack, zipFolder } from "../../scripts/lib/pack.mjs";
import { root } from "../../scripts/lib/run.mjs";
import { serve } from "../../scripts/lib/serve.mjs";
import { closeBrowserAfterAll, expectSameOrigin, goToStep, openPage, waitUntilDone } from "./support/open-page";

closeBrowserAfterAll();
const fixtures = inject("fixtures");
const folder = join(mkdtempSync(join(tmpdir(), "phenolens-")), "lab");
const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

/** Hosting at its plainest, as `python3 -m http.server`: whole files alone, no ranges, no validators, no headers but type and length. */
async function plainHost(under: string): Promise<string> {
  const types: Record<string, string> = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
  };
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, "http://here").pathname);
    const inside = path.startsWith(under) ? path.slice(under.length) || "index.html" : null;
    try {
      const bytes = readFileSync(join(folder, inside!));
      response
        .writeHead(200, { "Content-Type": types[extname(inside!)] ?? "application/octet-stream", "Content-Length": bytes.length })
        .end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${under}`;
}

describe("a page packed with a lab's data", () => {
  beforeAll(async () => {
    const base = join(mkdtempSync(join(tmpdir(), "phenolens-")), "site.json");
    writeFileSync(
      base,
      JSON.stringify({
        format: "phenolens-site/1",
        data: [{ title: "Our cells", text: "Sixty of them", url: "data/csr.h5ad" }],
        colors: { accent: "#7a2f8f" },
        steps: ["data", "predict", "trust"],
        hide: ["train"],
      }),
    );
    await pack({ folder, data: [fixtures.csr!, fixtures.dense!], models: [], title: "What our lab sees", text: "Two small files.", base });
  }, 300_000);

  test("shows their result at once and opens with what was computed, from a path below plain hosting", async () => {
    const url = await plainHost("/some/sub/path/");
    const opened = await openPage(url);
    const { page } = opened;
    await page.getByRole("img", { name: "Our cells map of 60 cells." }).waitFor();
    await page.getByRole("heading", { name: "What our lab sees" }).waitFor();
    expect(await page.locator(".datasets").innerText()).toMatch(/^dense/);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent").trim())).toBe("#7a2f8f");
    await page.getByRole("button", { name: "Open Our cells" }).click();
    await waitUntilDone(page);
    expect(await page.locator("nav button b").allInnerTexts()).toEqual(["Data", "Predict", "Trust"]);
    await goToStep(page, "Predict");
    await page.locator("aside").getByText("precomputed").waitFor();
    await page.locator("table.cells tbody tr").first().waitFor();
    expect(await page.getByRole("button", { name: "Train on your own labels" }).isVisible()).toBe(false);
    // No transformer was fetched: what it said came with the data.
    expect(opened.requests.filter((one) => /\.onnx|ort\//.test(one))).toEqual([]);
    expectSameOrigin(opened);
    expect(opened.complaints).toEqual([]);
  });

  test("is the same folder whatever host serves it, and its links hold the sub-path's data", async () => {
    const server = await serve(folder, { under: "/lab/" });
    closing.push(server.close);
    const { page } = await openPage(`${server.url}?h5ad=data/csr.h5ad#step=predict`);
    await waitUntilDone(page);
    await page.locator("aside").getByText("precomputed").waitFor();
    await page.locator("table.cells tbody tr").first().waitFor();
    const ours = await page.locator("table.cells tbody").innerText();
    expect(ours.length).toBeGreaterThan(100);
  });

  test("with a site.json that is wrong shows the usual page and says what is wrong", async () => {
    const server = await serve(folder, {
      under: "/lab/",
      overlay: {
        "site.json": (() => {
          const path = join(mkdtempSync(join(tmpdir(), "phenolens-")), "site.json");
          writeFileSync(path, '{"format":"phenolens-site/1","logo":1}');
          return path;
        })(),
      },
    });
    closing.push(server.close);
    const { page } = await openPage(server.url);
    await page.getByText("site.json: logo is not a field of phenolens-site/1").waitFor();
    await page.getByRole("heading", { name: /What does a model see/ }).waitFor();
  });

  test("hides what the address asks to hide", async () => {
    const server = await serve(folder, { under: "/lab/" });
    closing.push(server.close);
    const { page } = await openPage(`${server.url}?h5ad=data/csr.h5ad&hide=rail,take-away,nonsense#step=predict`);
    await waitUntilDone(page);
    expect(await page.locator("nav").isVisible()).toBe(false);
    expect(await page.getByRole("button", { name: /^Export/ }).isVisible()).toBe(false);
    await page.getByRole("button", { name: "Share", exact: true }).click();
    expect(await page.getByLabel("Link to this view").inputValue()).toContain("&hide=rail");
  });

  test("goes into one .zip, with every file under one folder", async () => {
    const { unzipSync } = await import("fflate");
    const path = join(mkdtempSync(join(tmpdir(), "phenolens-")), "lab.zip");
    await zipFolder(folder, path);
    const entries = unzipSync(readFileSync(path), { filter: ({ name }) => !/ort\//.test(name) });
    expect(Object.keys(entries).toSorted()).toEqual(
      filesIn(folder)
        .filter((name) => !name.startsWith("ort/"))
        .map((name) => `lab/${name}`),
    );
    expect(Buffer.from(entries["lab/data/csr.h5ad"]!).equals(readFileSync(fixtures.csr!))).toBe(true);
  });

  test("refuses what cannot be packed in a sentence, and leaves other folders alone", async () => {
    await expect(pack({ folder, data: ["/nowhere/x.h5ad"], models: [] })).rejects.toThrow("There is no file /nowhere/x.h5ad.");
    await expect(pack({ folder, data: [], models: ["nobody"] })).rejects.toThrow(/There is no model named nobody: there are /);
    const mine = mkdtempSync(join(tmpdir(), "phenolens-"));
    copyFileSync(join(root, "package.json"), join(mine, "mine.json"));
    await expect(pack({ folder: mine, data: [], models: [] })).rejects.toThrow(/is not empty/);
    expect(filesIn(mine)).toEqual(["mine.json"]);
  });
});
