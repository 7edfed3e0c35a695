import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, inject, test } from "vitest";
import { root } from "../../scripts/lib/run.mjs";
import { closeBrowserAfterAll, expectSameOrigin, openPage } from "./support/open-page";

closeBrowserAfterAll();
const site = inject("site");

describe("the first screen", () => {
  test("shows the example's result before any worker, model or runtime is asked for", async () => {
    const opened = await openPage(site);
    await opened.page.getByRole("img", { name: /^Demo map of [\d,]+ simulated cells/ }).waitFor({ timeout: 5_000 });
    const asked = opened.requests.map((url) => url.slice(site.length));
    expect(asked.filter((path) => /demo\/result\.json/.test(path))).toHaveLength(1);
    const beforeResult = asked.slice(
      0,
      asked.findIndex((path) => /result\.json/.test(path)),
    );
    expect(beforeResult.filter((path) => /engine\.browser|lane|core\/|ort\/|models\/|h5wasm|\.h5ad/.test(path))).toEqual([]);
    expectSameOrigin(opened);
    expect(opened.complaints).toEqual([]);
  });

  test("takes a file that is dropped before anything is drawn", async () => {
    const { page } = await openPage("about:blank");
    await page.addInitScript(() =>
      addEventListener("DOMContentLoaded", () => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(["words"], "early.docx"));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      }),
    );
    await page.goto(site);
    await page
      .getByRole("alert")
      .getByText(/early\.docx is not a supported file/)
      .waitFor();
  });

  test("says what the models know, as their manifests have it, and lists it", async () => {
    const { page, complaints } = await openPage(site);
    const manifest = JSON.parse(readFileSync(join(root, "dist/models/linear-atlas/manifest.json"), "utf8")) as {
      heads: { classes: { label: string; cells: number }[] }[];
    };
    const { classes } = manifest.heads[0]!;
    const real = classes.filter(({ cells }) => cells > 0).length;
    await page
      .getByText(`${real} learned from real cells, mostly of blood and pancreas; ${classes.length - real} from profiles only`)
      .waitFor();
    await page.getByRole("button", { name: `${classes.length} human cell types` }).click();
    const list = page.getByRole("dialog", { name: "What the models know" });
    await list.waitFor();
    expect(await list.getByRole("row").count()).toBe(1 + classes.length);
    await list.getByLabel("Search the classes").fill("hepatocyte");
    await list.getByRole("row", { name: "hepatocyte profiles only CL:0000182" }).waitFor();
    await list.getByRole("button", { name: "Close" }).click();
    await list.waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  });

  test("asks for less than 250 kB of compressed JavaScript", async () => {
    const { page, requests } = await openPage(site);
    await page.waitForLoadState("networkidle");
    const scripts = requests.filter((url) => /^http.*\.m?js$/.test(url));
    const bytes = scripts.map((url) => gzipSync(readFileSync(join(root, "dist", url.slice(site.length)))).length);
    expect(scripts.length).toBeGreaterThan(0);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
  });

  test("says that nothing leaves the computer, and carries the policy that holds it to that", async () => {
    const { page } = await openPage(site);
    await page
      .getByText(/does not leave this computer/i)
      .first()
      .waitFor();
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    expect(policy).toContain("connect-src 'self';");
    const refused = await page.evaluate(() =>
      fetch("https://127.0.0.1:9/").then(
        () => "let through",
        () => "refused",
      ),
    );
    expect(refused).toBe("refused");
  });

  test("opens data of another origin on a second page, whose policy lets it", async () => {
    const { page } = await openPage(`${site}remote.html`);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    expect(policy).toMatch(/connect-src 'self' https:/);
  });
});
