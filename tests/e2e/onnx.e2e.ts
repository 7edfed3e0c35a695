import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { root } from "../../scripts/lib/run.mjs";
import { closeBrowserAfterAll, drop, goToStep, openPage, waitUntilDone } from "./support/open-page";

closeBrowserAfterAll();
const site = inject("linearSite");
const fixtures = inject("fixtures");
const files = (name: string) => ["onnx", "genes", "classes"].map((ending) => join(root, "tests/fixtures/onnx", `${name}.${ending}`));

/** Chooses files by the button, as dropping them together does. */
async function add(page: Page, paths: string[]): Promise<void> {
  await goToStep(page, "Data");
  await page.getByLabel("Model as a .zip").setInputFiles(paths);
}

describe("an ONNX file as its authors published it", () => {
  test("is asked about in a form, runs, and is not asked about again", async () => {
    const { page } = await openPage(site);
    await drop(page, fixtures.csr!);
    await waitUntilDone(page);
    await add(page, files("regression").slice(0, 1));
    const form = page.getByRole("form", { name: "What regression.onnx does not say" });
    await form.getByText(/regression\.onnx is an ONNX model\. regression\.onnx does not say the 64 genes it reads/).waitFor();
    await form.getByLabel("Genes").setInputFiles(files("regression")[1]!);
    await form.getByLabel("Classes").setInputFiles(files("regression")[2]!);
    await form.getByLabel("Output with a value per class").selectOption("probabilities");
    await form.getByRole("button", { name: "Add the model" }).click();
    await form.getByText("regression.onnx does not say which values it reads").waitFor();
    await form.getByLabel("Values it reads").selectOption("log1p");
    await form.getByRole("button", { name: "Add the model" }).click();
    await page.getByRole("status").getByText("regression was added and is running on this file.").waitFor();
    await waitUntilDone(page);
    expect(await form.count()).toBe(0);
    expect(await page.getByRole("alert").count()).toBe(0);
    const item = page.getByRole("listitem").filter({ hasText: "regression" }).first();
    await item.getByText("About this model").click();
    const coming = page.waitForEvent("download");
    await item.getByRole("button", { name: "Download regression" }).click();
    const zip = (await (await coming).path())!;
    expect((await coming).suggestedFilename()).toBe("regression.zip");
    expect(zip).toBeTruthy();
    await page.reload();
    await drop(page, fixtures.csr!);
    await waitUntilDone(page);
    await add(page, files("regression").slice(0, 1));
    await page.getByRole("status").getByText("regression was added and is running on this file.").waitFor();
    expect(await form.count()).toBe(0);
  });

  test("of SIMS-Web's layout needs no question", async () => {
    const { page } = await openPage(site);
    await drop(page, fixtures.csr!);
    await waitUntilDone(page);
    await add(page, files("sims"));
    await page.getByRole("status").getByText("sims was added and is running on this file.").waitFor();
    await waitUntilDone(page);
    expect(await page.getByRole("alert").count()).toBe(0);
  });
});
