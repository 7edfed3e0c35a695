import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { root } from "../../scripts/lib/run.mjs";
import { serve } from "../../scripts/lib/serve.mjs";
import { closeBrowserAfterAll, drop, goToStep, openPage, waitUntilDone } from "./support/open-page";

closeBrowserAfterAll();
const fixtures = inject("fixtures");
const kept = (page: Page) => page.getByText(/works offline/).waitFor({ timeout: 60_000 });

describe("without a network", () => {
  test("everything works after one visit: the page, the engine, both models, the demo, explanations", async () => {
    const server = await serve(join(root, "dist"), { under: "/some/where/" });
    const { page, complaints } = await openPage(server.url);
    const row = page.locator("table.cells tbody tr").first();
    await drop(page, fixtures.csr!);
    await waitUntilDone(page);
    await goToStep(page, "Predict");
    await row.waitFor();
    const first = await page.locator("table.cells tbody").innerText();
    await kept(page);
    // The network is gone, and the host with it.
    await page.context().setOffline(true);
    await server.close();

    await page.goto(server.url);
    await page.getByRole("img", { name: /^Demo map of/ }).waitFor();
    await drop(page, fixtures.csr!);
    await waitUntilDone(page);
    await goToStep(page, "Predict");
    await row.waitFor();
    expect(await page.locator("table.cells tbody").innerText()).toBe(first);
    await goToStep(page, "Why");
    await page.getByRole("heading", { name: "All genes" }).waitFor();
    await page.goto(`${server.url}?h5ad=demo/demo.h5ad#step=predict&model=linear-atlas`);
    await waitUntilDone(page);
    expect(await page.getByRole("alert").count()).toBe(0);
    // The browser names each address it could not reach; nothing else may be complained of.
    expect(complaints.filter((one) => !/net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|FAILED)/.test(one))).toEqual([]);
  });

  test("a new version is told of, waits until it is wanted, and then is the one that runs", async () => {
    const folder = join(mkdtempSync(join(tmpdir(), "phenolens-")), "dist");
    cpSync(join(root, "dist"), folder, { recursive: true });
    const server = await serve(folder);
    try {
      const { page } = await openPage(server.url);
      await kept(page);
      const old = readFileSync(join(folder, "sw.js"), "utf8");
      const version = /phenolens-shell-\$\{"?(\w{12})|phenolens-shell-(\w{12})/.exec(old)!;
      const name = version[1] ?? version[2]!;
      writeFileSync(join(folder, "sw.js"), old.replaceAll(name, "0123456789ab"));
      writeFileSync(
        join(folder, "index.html"),
        readFileSync(join(folder, "index.html"), "utf8").replace("<title>", '<meta name="fresh" content="yes" /><title>'),
      );
      await page.reload();
      expect(await page.locator('meta[name="fresh"]').count()).toBe(0);
      await page.getByText("A new version of this page is available.").waitFor();
      await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Reload to update" }).click()]);
      await expect.poll(() => page.locator('meta[name="fresh"]').count()).toBe(1);
      expect(await page.evaluate(async () => (await caches.keys()).filter((one) => one.startsWith("phenolens-shell")))).toEqual([
        "phenolens-shell-0123456789ab",
      ]);
    } finally {
      await server.close();
    }
  });

  test("the page can be installed: its manifest names what is there", async () => {
    const server = await serve(join(root, "dist"), { under: "/a/" });
    try {
      const { page } = await openPage(server.url);
      const session = await page.context().newCDPSession(page);
      const { errors, data } = (await session.send("Page.getAppManifest")) as { errors: unknown[]; data?: string };
      expect(errors).toEqual([]);
      for (const { src } of (JSON.parse(data!) as { icons: { src: string }[] }).icons)
        expect((await page.request.get(`${server.url}${src}`)).status()).toBe(200);
      const { installabilityErrors } = (await session.send("Page.getInstallabilityErrors")) as {
        installabilityErrors: { errorId: string }[];
      };
      // A test's window is a private one, where nothing is installed.
      expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
    } finally {
      await server.close();
    }
  });
});
