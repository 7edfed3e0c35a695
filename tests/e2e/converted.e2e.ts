import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { root } from "../../scripts/lib/run.mjs";
import { readCsv } from "./support/cli";
import { closeBrowserAfterAll, drop, goToStep, openPage, waitUntilDone } from "./support/open-page";
import { serveWithModels } from "./support/serve-with-models";
import { exported } from "./support/export";

closeBrowserAfterAll();
const fixtures = inject("fixtures");

/** The page with converted models of tests/fixtures/converted in place of its own. */
function serveConverted(...names: string[]) {
  const contents: Record<string, Uint8Array> = { "models/index.json": Buffer.from(JSON.stringify(names)) };
  for (const name of names) {
    const folder = join(root, "tests/fixtures/converted", name);
    for (const file of readdirSync(folder)) contents[`models/${name}/${file}`] = readFileSync(join(folder, file));
  }
  return serveWithModels([], contents);
}

describe("converted models on the page", () => {
  test.each(["wasm", "webgpu"])("predict on %s", async (backend) => {
    const server = await serveConverted("polygene-v1", "scgpt-classifier", "geneformer-embedder");
    try {
      const opened = await openPage(`${server.url}#backend=${backend}`);
      await drop(opened.page, fixtures.csr!);
      await waitUntilDone(opened.page);
      expect(await opened.page.getByRole("alert").count()).toBe(0);
      await goToStep(opened.page, "Predict");
      await opened.page.locator("table.cells tbody tr").first().waitFor();
      expect(await opened.page.locator("header .chip").first().textContent()).toMatch(backend === "wasm" ? /CPU/ : /GPU/);
    } finally {
      await server.close();
    }
  });

  test("one without heads maps the cells, predicts nothing and says so", async () => {
    const server = await serveConverted("geneformer-embedder");
    try {
      const opened = await openPage(`${server.url}#backend=wasm`);
      await drop(opened.page, fixtures.csr!);
      await waitUntilDone(opened.page);
      for (const step of ["Trust", "Data", "Predict"] as const) await goToStep(opened.page, step);
      await opened.page.getByText("Geneformer has no classifier: it embeds the cells").waitFor();
      expect(await opened.page.getByRole("alert").count()).toBe(0);
      expect(opened.complaints).toEqual([]);
      const table = readCsv(await exported(opened.page, /embedding\.csv/));
      expect([table.length, Object.keys(table[0]!).length]).toEqual([60, 17]);
    } finally {
      await server.close();
    }
  });
});
