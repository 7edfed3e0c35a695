import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { root } from "../../scripts/lib/run.mjs";
import { serveWithModels } from "./support/serve-with-models";
import { closeBrowserAfterAll, drop, openPage, waitUntilDone } from "./support/open-page";
import { readCsv, type Table } from "./support/cli";
import { exported } from "./support/export";

closeBrowserAfterAll();
const fixtures = inject("fixtures");

/** The tiny model's table of the smallest file on one backend, and the backend that the page says ran. */
async function run(site: string, backend: "wasm" | "webgpu"): Promise<{ table: Table; chip: string }> {
  const { page } = await openPage(`${site}#backend=${backend}`);
  await drop(page, fixtures.csr!);
  await waitUntilDone(page);
  const chip = await page.locator("header .chip").first().textContent();
  return { table: readCsv(await exported(page, /^cells\.csv/)), chip: chip ?? "" };
}

describe("WebGPU (in software)", () => {
  test("gives the probabilities of wasm within 1e-3 on a tiny model", async () => {
    const server = await serveWithModels(["tiny-random"]);
    try {
      const gpu = await run(server.url, "webgpu");
      const wasm = await run(server.url, "wasm");
      expect(gpu.chip).toMatch(/GPU/);
      expect(wasm.chip).toMatch(/CPU/);
      expect(gpu.table.length).toBe(60);
      const names = Object.keys(gpu.table[0]!).filter((name) => name.endsWith("_probability"));
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) {
        gpu.table.forEach((row, i) => expect(Math.abs(Number(row[name]) - Number(wasm.table[i]![name]))).toBeLessThan(1e-3));
      }
    } finally {
      await server.close();
    }
  });
});

describe("a damaged model", () => {
  test("is named with its file and its checksum, and the others go on", async () => {
    const folder = join(root, "models/released/tiny-random");
    const onnx = readdirSync(folder).find((name) => name.endsWith(".onnx"))!;
    const damaged = readFileSync(join(folder, onnx));
    damaged[damaged.length >> 1]! ^= 1;
    const server = await serveWithModels(["tiny-random"], { [`models/tiny-random/${onnx}`]: damaged });
    try {
      const { page } = await openPage(server.url);
      await drop(page, fixtures.csr!);
      const said = page.getByText(/sha256|damaged|checksum/i).first();
      await said.waitFor();
      expect(await said.textContent()).toContain(onnx);
    } finally {
      await server.close();
    }
  });
});
