import { describe, expect, inject, test } from "vitest";
import { closeBrowserAfterAll, drop, expectSameOrigin, openPage, waitUntilDone } from "./support/open-page";

closeBrowserAfterAll();
const site = inject("site");
const fixtures = inject("fixtures");

describe("nothing leaves the computer", () => {
  test("a whole analysis asks nothing of another origin", async () => {
    const opened = await openPage(site);
    await drop(opened.page, fixtures.csr!);
    await waitUntilDone(opened.page);
    expectSameOrigin(opened);
  });

  test("the engine and its lanes are held by the page's policy too", async () => {
    const { page, requests } = await openPage(site);
    await drop(page, fixtures.csr!);
    await waitUntilDone(page);
    const workers = page.workers();
    expect(workers.length).toBeGreaterThan(0);
    const outside = "https://127.0.0.1:9/";
    const answers = await Promise.all(
      workers.map((worker) =>
        worker.evaluate(
          (url) =>
            fetch(url).then(
              () => "let through",
              () => "refused",
            ),
          outside,
        ),
      ),
    );
    expect(new Set(answers)).toEqual(new Set(["refused"]));
    // Refused by the policy, that is before anything was sent.
    expect(requests.filter((url) => url.startsWith(outside))).toEqual([]);
  });
});
