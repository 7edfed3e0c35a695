import { readFileSync, statSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { root } from "../../scripts/lib/run.mjs";
import { serve } from "../../scripts/lib/serve.mjs";
import { hostFile, type DataHost, type Manners } from "./support/data-host";
import { withSpare } from "./support/large-file";
import { closeBrowserAfterAll, drop, openPage, waitUntilDone, type Opened } from "./support/open-page";

closeBrowserAfterAll();
const site = inject("linearSite");
const fixtures = inject("fixtures");

let large: string;
beforeAll(() => {
  large = withSpare(fixtures.csr!);
});

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function hosted(path: string, manners: Manners = {}): Promise<DataHost> {
  const host = await hostFile(path, manners);
  closing.push(host.close);
  return host;
}
const openLink = (url: string) => openPage(`${site}?h5ad=${encodeURIComponent(url)}`);

async function expectSentence({ page }: Opened, words: RegExp): Promise<void> {
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(await alert.locator("code").textContent()).toBe("network");
  expect(await alert.textContent()).toMatch(words);
  expect(await alert.textContent()).not.toMatch(/HDF5-DIAG|undefined|NaN|\[object|TypeError/);
}

describe("a file at an address", () => {
  test("is read by the parts that are used", async () => {
    const host = await hosted(large);
    const { page } = await openLink(host.url);
    await waitUntilDone(page);
    expect(new URL(page.url()).pathname).toMatch(/remote\.html$/);
    expect(host.sent).toBeLessThan(statSync(large).size / 4);
  });

  test("is read by parts where the host hides how large it is", async () => {
    const host = await hosted(large, { exposes: false });
    const { page, complaints } = await openLink(host.url);
    await waitUntilDone(page);
    expect(complaints).toEqual([]);
    expect(host.sent).toBeLessThan(statSync(large).size / 2);
  });

  test("is downloaded once where the host sends no parts, with progress", async () => {
    const host = await hosted(large, { ranges: false, speed: 20e6 });
    const { page } = await openLink(host.url);
    await page.getByText(/^[\d.]+ MB of 48 MB · \d+% · [\d.]+ MB\/s/).waitFor();
    await page.getByText(/The whole file is downloaded first/).waitFor();
    await waitUntilDone(page);
    expect(host.sent).toBe(statSync(large).size);
  });

  test("that was downloaded leaves nothing behind for good", async () => {
    const host = await hosted(large, { ranges: false });
    const { page } = await openLink(host.url);
    const kept = () =>
      page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        const folder = (await root.getDirectoryHandle("phenolens-downloads")) as FileSystemDirectoryHandle & {
          keys(): AsyncIterable<string>;
        };
        const names: string[] = [];
        for await (const name of folder.keys()) names.push(name);
        return names;
      });
    await waitUntilDone(page);
    const first = await kept();
    await page.reload();
    await waitUntilDone(page);
    const second = await kept();
    expect([first.length, second.length]).toEqual([1, 1]);
    expect(second).not.toEqual(first);
  });

  test("that is being downloaded can be given up", async () => {
    const host = await hosted(large, { ranges: false, speed: 2e6 });
    const { page } = await openLink(host.url);
    await page.getByText(/ of 48 MB/).waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("heading", { name: /What does a model see/ }).waitFor();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { sent } = host;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(host.sent).toBe(sent);
    await drop(page, fixtures.csr!);
    await waitUntilDone(page);
  });

  test("that is a zarr store's is read by its pieces, by page and lanes", async () => {
    const files = unzipSync(new Uint8Array(readFileSync(join(root, "tests/fixtures/zarr/v3-csr.zarr.zip"))));
    const answer: Manners["answer"] = (request, response) => {
      const bytes = files[decodeURIComponent(request.url!.slice(1))];
      response.writeHead(bytes ? 200 : 404).end(bytes);
      return true;
    };
    const host = await hosted(fixtures.csr!, { answer });
    const { page } = await openLink(new URL("v3-csr.zarr", host.url).href);
    await page.getByText(/v3-csr\.zarr is read over the network by the pieces that are needed/).waitFor();
    const { cells } = JSON.parse(readFileSync(join(root, "tests/fixtures/zarr/expected.json"), "utf8"))["v3-csr"] as { cells: string[] };
    await page
      .getByText(new RegExp(`^${cells.length} cells × `))
      .first()
      .waitFor();
    delete files["v3-csr.zarr/X/data/c/0"];
    await page.reload();
    await page
      .getByText(/v3-csr\.zarr lacks its piece X\/data\/c\/0: get it again, whole/)
      .first()
      .waitFor();
  });

  test("that is small is fetched once, whole", async () => {
    const host = await hosted(fixtures.csr!);
    const { page } = await openLink(host.url);
    await waitUntilDone(page);
    expect(host.sent).toBe(statSync(fixtures.csr!).size + 1024);
    expect(host.requests).toBe(2);
  });

  test("gives the numbers it gives when it is dropped", async () => {
    const host = await hosted(large);
    const far = await openLink(host.url);
    await waitUntilDone(far.page);
    const near = await openPage(site);
    await drop(near.page, large);
    await waitUntilDone(near.page);
    // Other files are joined to dropped ones alone.
    const headline = async (page: Opened["page"]) => (await page.locator("aside").innerText()).replace(" Add files of other samples", "");
    expect(await headline(far.page)).toBe(await headline(near.page));
  });
});

describe("a link that does not work is one sentence", () => {
  const status =
    (code: number): Manners["answer"] =>
    (_, response) =>
      Boolean(response.writeHead(code).end());
  test.each<[string, Manners, RegExp]>([
    [
      "no CORS header",
      { cors: false },
      /is there, but its host does not let other pages read it \(no CORS header\)\. Download the file and drop it here/,
    ],
    ["not found", { answer: status(404) }, /does not exist \(404\)\. Check the address/],
    ["forbidden", { answer: status(403) }, /may not be read without logging in \(403\)/],
    [
      "a login page",
      {
        answer: (_, response) =>
          Boolean(response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>Log in</title>")),
      },
      /answers with a web page/,
    ],
    [
      "cut short",
      {
        ranges: false,
        answer: (_, response) => {
          response.writeHead(200, { "Content-Length": 90_000 });
          response.write(new Uint8Array(20_000));
          setTimeout(() => response.destroy(), 100);
          return true;
        },
      },
      /The download of cells\.h5ad stopped after [\d,]+ of 90,000 bytes/,
    ],
    [
      "changed on the way",
      {
        answer: (request, response, count) => {
          if (count < 3) return false;
          response
            .writeHead(206, { ETag: '"two"', "Content-Range": request.headers.range!.replace(/bytes=(\d+)-(\d+)/, "bytes $1-$2/999999") })
            .end("x");
          return true;
        },
      },
      /was changed on its host while it was read/,
    ],
  ])("%s", async (_, manners, words) => {
    // A small file would be fetched whole, and so cannot change in between.
    const host = await hosted(large, manners);
    const opened = await openLink(host.url);
    await expectSentence(opened, words);
    await drop(opened.page, fixtures.csr!);
    await waitUntilDone(opened.page);
    expect(await opened.page.getByRole("alert").count()).toBe(0);
  });

  test("an expired link", async () => {
    const host = await hosted(fixtures.csr!, { answer: status(403) });
    await expectSentence(await openLink(`${host.url}?Expires=1&Signature=abc`), /good for a while only, and it has expired/);
  });

  test("a host that is not there, and then is", async () => {
    const host = await hosted(fixtures.csr!);
    host.close();
    const opened = await openLink(host.url);
    await expectSentence(opened, /^Download failed\. 127\.0\.0\.1:\d+ cannot be reached\./);
    expect(await opened.page.getByRole("button", { name: "Open again" }).count()).toBe(1);
  });
});

describe("a page that a lab serves over plain http", () => {
  const address = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === "IPv4" && !one.internal)?.address;

  test.skipIf(!address)("analyses as any other, checksums included", async () => {
    const server = await serve(join(root, "dist"), { host: address! });
    closing.push(server.close);
    const { page } = await openPage(server.url);
    expect(await page.evaluate(() => [isSecureContext, crypto.subtle === undefined])).toEqual([false, true]);
    await drop(page, fixtures.csr!);
    await waitUntilDone(page);
    expect(await page.getByRole("alert").count()).toBe(0);
    await page
      .getByText(/Predict/)
      .first()
      .waitFor();
  });
});
