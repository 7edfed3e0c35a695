import { describe, expect, inject, test } from "vitest";
import { closeBrowserAfterAll, expectSameOrigin, openPage } from "./support/open-page";

closeBrowserAfterAll();
const site = inject("site");

describe("the first screen", () => {
  test("shows the example's result before any worker, model or runtime is asked for", async () => {
    const opened = await openPage(site);
    await opened.page.getByText(/simulated/i).first().waitFor({ timeout: 5_000 });
    const asked = opened.requests.map((url) => url.slice(site.length));
    expect(asked.filter((path) => /demo\/result\.json/.test(path))).toHaveLength(1);
    const beforeResult = asked.slice(0, asked.findIndex((path) => /result\.json/.test(path)));
    expect(beforeResult.filter((path) => /engine|lane|core\/|ort\/|models\/|h5wasm|\.h5ad/.test(path))).toEqual([]);
    expectSameOrigin(opened);
    expect(opened.complaints).toEqual([]);
  });

  test("says that nothing leaves the computer, and carries the policy that holds it to that", async () => {
    const { page } = await openPage(site);
    await page.getByText(/does not leave this computer/i).first().waitFor();
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    expect(policy).toContain("connect-src 'self';");
    const refused = await page.evaluate(() => fetch("https://127.0.0.1:9/").then(() => "let through", () => "refused"));
    expect(refused).toBe("refused");
  });

  test("opens data of another origin on a second page, whose policy lets it", async () => {
    const { page } = await openPage(`${site}remote.html`);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    expect(policy).toMatch(/connect-src 'self' https:/);
  });
});
