import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { root } from "../../scripts/lib/run.mjs";
import { hostFile } from "./support/data-host";
import { withSpare } from "./support/large-file";
import { closeBrowserAfterAll, drop, goToStep, openPage, waitUntilDone } from "./support/open-page";
import { serveWithModels } from "./support/serve-with-models";
import { exportedPath, exportItem } from "./support/export";

closeBrowserAfterAll();
const site = inject("linearSite");
const fixtures = inject("fixtures");

/** A download under a name of its own, to be dropped again. */
function renamed(path: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), "phenolens-")), "saved.h5ad");
  copyFileSync(path, copy);
  return copy;
}

describe("the annotated file", () => {
  test("opens here again with its predictions as columns, and the numbers it had", async () => {
    const { page } = await openPage(site);
    await drop(page, fixtures.layer!);
    await waitUntilDone(page);
    const before = await page.locator("aside .kpis, aside table").allInnerTexts();
    const saved = renamed(await exportedPath(page, /^Annotated \.h5ad/));
    expect(readFileSync(saved).length).toBeGreaterThan(readFileSync(fixtures.layer!).length);
    await drop(page, saved);
    await waitUntilDone(page);
    await goToStep(page, "Data");
    await page.getByRole("button", { name: /^phenolens_cell_type(?!_)/ }).waitFor();
    await page.getByRole("button", { name: /^phenolens_cell_type_known/ }).waitFor();
    expect(await page.locator("aside .kpis, aside table").allInnerTexts()).toEqual(before);
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  test("of a file that is read in parts holds the results alone, and it is said why", async () => {
    const host = await hostFile(withSpare(fixtures.csr!));
    try {
      const { page } = await openPage(`${site}?h5ad=${encodeURIComponent(host.url)}`);
      await waitUntilDone(page);
      const { sent } = host;
      const saved = await exportedPath(page, /^Annotated \.h5ad/);
      await page
        .getByRole("status")
        .getByText(/cells\.h5ad is read over the network in parts.*The results are saved alone/)
        .waitFor();
      expect(readFileSync(saved).subarray(1, 4).toString()).toBe("HDF");
      expect(readFileSync(saved).length).toBeLessThan(2e6);
      // Ids of the cells at most: nothing else is asked for.
      expect(host.sent - sent).toBeLessThan(3e6);
    } finally {
      host.close();
    }
  });
});

const MODEL = join(root, "models/released/tiny-random");
const FILES = ["manifest.json", "genes.tsv", "predict.onnx", "self-test.json"];
const modelFiles = () => Object.fromEntries(FILES.map((name) => [name, new Uint8Array(readFileSync(join(MODEL, name)))]));

/** Writes files as a .zip of a folder. */
function zipped(files: Record<string, Uint8Array>): string {
  const path = join(mkdtempSync(join(tmpdir(), "phenolens-")), "my-model.zip");
  writeFileSync(path, zipSync(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`my-model/${name}`, bytes]))));
  return path;
}

/** Drops as the system does: the browser gets paths, folders among them. */
async function dropPath(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data });
}

const isListed = (page: Page) => page.locator("aside .coverage").getByText("Tiny random (tests only)", { exact: true }).waitFor();

describe("a model of one's own", () => {
  test.each<[string, (page: Page) => Promise<void>]>([
    ["dropped as a folder", (page) => dropPath(page, MODEL)],
    ["dropped as a .zip", (page) => drop(page, zipped(modelFiles()))],
    ["chosen as a folder", (page) => page.getByLabel("Model folder").setInputFiles(MODEL)],
    ["chosen as a .zip", (page) => page.getByLabel("Model as a .zip").setInputFiles(zipped(modelFiles()))],
  ])("%s is listed and runs on the open file", async (_, give) => {
    const { page } = await openPage(site);
    await drop(page, fixtures.csr!);
    await waitUntilDone(page);
    await goToStep(page, "Data");
    await give(page);
    await page
      .getByRole("status")
      .getByText(/Tiny random \(tests only\) was added and is running on this file\./)
      .waitFor();
    await isListed(page);
    await waitUntilDone(page);
    expect(await page.getByRole("alert").count()).toBe(0);
    await (await exportItem(page, /cells\.csv, transformer/i)).waitFor();
  });

  test("is switched off and on without running again, moved, searched for and removed", async () => {
    const { page } = await openPage(site);
    await drop(page, fixtures.csr!);
    await waitUntilDone(page);
    await goToStep(page, "Data");
    await dropPath(page, MODEL);
    await isListed(page);
    await waitUntilDone(page);
    const names = () => page.locator("aside .model-list li b:first-of-type").allInnerTexts();
    const buttons = () => page.locator(".seg.models button").allInnerTexts();
    const isShown = (name: string) => expect.poll(async () => (await buttons()).join()).toContain(name);
    const item = page.locator("aside .model-list li", { hasText: "Tiny random" });
    await item.getByRole("checkbox").uncheck();
    await goToStep(page, "Predict");
    await expect.poll(async () => (await buttons()).join()).not.toContain("Transformer");
    await goToStep(page, "Data");
    await item.getByRole("checkbox").check();
    await waitUntilDone(page);
    await goToStep(page, "Predict");
    await isShown("Transformer");
    await goToStep(page, "Data");
    const before = await names();
    await item.getByText("About this model").click();
    await item.getByRole("button", { name: /^Move .* down$/ }).click();
    expect(await names()).not.toEqual(before);
    await page.getByLabel("Search the classes of the models").fill("microglia");
    await page
      .getByRole("status")
      .getByText(/has such a class/)
      .waitFor();
    await page.getByLabel("Search the classes of the models").fill("");
    await item.getByText("About this model").click();
    await item.getByRole("button", { name: /^Remove/ }).click();
    await item.waitFor({ state: "detached" });
    await waitUntilDone(page);
    expect(await page.getByRole("alert").count()).toBe(0);
    await page.getByText("Where to find published models").click();
    await page.getByRole("link", { name: "CellTypist Immune_All_Low" }).waitFor();
  });

  test("given before any file runs on every file opened after", async () => {
    const { page } = await openPage(site);
    await drop(page, zipped(modelFiles()));
    await page
      .getByRole("status")
      .getByText(/It will run on the next file you open/)
      .waitFor();
    for (const name of ["csr", "dense"]) {
      await drop(page, fixtures[name]!);
      await waitUntilDone(page);
      await goToStep(page, "Data");
      await isListed(page);
    }
  });

  test("named in a link is fetched, runs on the file opened, and stays in the link; one that is not there is a sentence", async () => {
    const served = await serveWithModels(["linear-atlas"], { "mine/lung.zip": new Uint8Array(readFileSync(zipped(modelFiles()))) });
    const { page, complaints } = await openPage(`${served.url}?model=mine/lung.zip#step=data`);
    await page
      .getByRole("status")
      .getByText(/Tiny random \(tests only\) was added/)
      .waitFor();
    await drop(page, fixtures.csr!);
    await waitUntilDone(page);
    await isListed(page);
    await page.getByRole("button", { name: "Share", exact: true }).click();
    expect(await page.getByLabel("Link to this view").inputValue()).toContain("?model=mine/lung.zip#");
    expect(await page.locator(".sheet.share").innerText()).not.toContain("not included");
    expect(complaints).toEqual([]);
    const { page: other } = await openPage(`${served.url}?h5ad=demo/demo.h5ad&model=mine/nosuch.zip`);
    const alert = other.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/The model nosuch\.zip of the link could not be downloaded: the host replied 404/);
    await waitUntilDone(other);
    // One dropped here is not in the link, and the menu says so.
    await drop(other, zipped(modelFiles()));
    await other
      .getByRole("status")
      .getByText(/was added and is running on this file/)
      .waitFor();
    await other.getByRole("button", { name: "Share", exact: true }).click();
    expect(await other.locator(".sheet.share").innerText()).toContain("Tiny random (tests only) is not included");
    await served.close();
  });

  const without = (name: string) => zipped(Object.fromEntries(Object.entries(modelFiles()).filter(([path]) => path !== name)));
  const changed = (name: string, change: (bytes: Uint8Array) => Uint8Array) =>
    zipped({ ...modelFiles(), [name]: change(modelFiles()[name]!) });
  const text = (change: (words: string) => string) => (bytes: Uint8Array) =>
    new TextEncoder().encode(change(new TextDecoder().decode(bytes)));
  function written(name: string, content: string): string {
    const path = join(mkdtempSync(join(tmpdir(), "phenolens-")), name);
    writeFileSync(path, content);
    return path;
  }

  test.each<[string, () => string, string, RegExp]>([
    [
      "without one of its files",
      () => without("predict.onnx"),
      "model",
      /my-model\.zip lacks predict\.onnx, which its manifest\.json names/,
    ],
    // What is left is an ONNX file, but no classifier of genes.
    ["without a manifest", () => without("manifest.json"), "bad-file", /predict\.onnx .*inputs/],
    [
      "with a flipped byte",
      () =>
        changed("predict.onnx", (bytes) => {
          bytes[100]! ^= 1;
          return bytes;
        }),
      "model",
      /predict\.onnx of model tiny-random is damaged: its sha256/,
    ],
    [
      "of another schema",
      () =>
        changed(
          "manifest.json",
          text((words) => words.replace("phenolens-model/1", "phenolens-model/9")),
        ),
      "model",
      /manifest\.json: format must be phenolens-model\/1/,
    ],
    [
      "with an unknown field",
      () =>
        changed(
          "manifest.json",
          text((words) => words.replace("{", '{"surprise": 1,')),
        ),
      "model",
      /manifest\.json: surprise is not a field/,
    ],
    ["that is no zip", () => written("my-model.zip", "not a zip at all"), "bad-file", /my-model\.zip is damaged: it has no directory/],
    [
      "that is no model at all",
      () => written("notes.docx", "words"),
      "bad-input",
      /notes\.docx is not a supported file\. Drop \.h5ad, 10x \.h5, .* 10x folders .*, a model \(its folder, a \.zip of it,/,
    ],
  ])("%s is one sentence", async (_, path, code, words) => {
    const { page } = await openPage(site);
    await drop(page, path());
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.locator("code").textContent()).toBe(code);
    expect(await alert.textContent()).toMatch(words);
    await drop(page, fixtures.csr!);
    await waitUntilDone(page);
    expect(await page.getByRole("alert").count()).toBe(0);
  });
});
