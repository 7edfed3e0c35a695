import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { refused } from "../../../../../web/src/engine/platform/remote/answers";
import { download } from "../../../../../web/src/engine/platform/remote/download";
import { fileLink } from "../../../../../web/src/engine/platform/remote/links";
import { findFile } from "../../../../../web/src/engine/platform/remote/records";
import { checkSame, probe } from "../../../../../web/src/engine/platform/remote/probe";

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A host of its own; gives the address of a file on it. */
async function host(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/cells.h5ad`;
}

const FILE = Uint8Array.from({ length: 5000 }, (_, i) => (i < 4 ? [0x89, 0x48, 0x44, 0x46][i]! : i % 256));

/** Answers ranges of FILE, which it says is the start of one of `total` bytes. */
function ranges(headers: Record<string, string> = {}, total = 9_000_000) {
  return (request: IncomingMessage, response: ServerResponse) => {
    const range = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? "");
    if (!range) return void response.writeHead(200, { "Content-Length": FILE.length }).end(FILE);
    const [, first, last] = range;
    const end = last ? Number(last) + 1 : total;
    response.writeHead(206, { "Content-Range": `bytes ${first}-${end - 1}/${total}`, "Content-Length": end - Number(first), ...headers });
    response.write(FILE.subarray(Number(first), end));
    if (last) response.end();
  };
}

describe("the address of a page about a file is made the address of the file", () => {
  test.each([
    ["https://github.com/scverse/anndata/blob/main/tests/a.h5ad", "https://raw.githubusercontent.com/scverse/anndata/main/tests/a.h5ad"],
    ["https://github.com/o/r/raw/v1.0/x/a.h5ad?raw=true", "https://raw.githubusercontent.com/o/r/v1.0/x/a.h5ad"],
    ["https://zenodo.org/records/12345/files/a.h5ad?download=1", "https://zenodo.org/api/records/12345/files/a.h5ad/content"],
    ["https://zenodo.org/record/12345/files/a.h5ad", "https://zenodo.org/api/records/12345/files/a.h5ad/content"],
    ["https://zenodo.org/records/12345/preview/a.h5ad?include_deleted=0", "https://zenodo.org/api/records/12345/files/a.h5ad/content"],
    ["https://figshare.com/articles/dataset/Some_cells/27921984?file=50853453", "https://ndownloader.figshare.com/files/50853453"],
    ["https://figshare.com/ndownloader/files/50853453", "https://ndownloader.figshare.com/files/50853453"],
    ["https://huggingface.co/datasets/o/d/blob/main/a.h5ad", "https://huggingface.co/datasets/o/d/resolve/main/a.h5ad"],
    ["https://www.dropbox.com/scl/fi/abc/a.h5ad?rlkey=k&dl=0", "https://dl.dropboxusercontent.com/scl/fi/abc/a.h5ad?rlkey=k&dl=1"],
  ])("%s", (page, file) => {
    const { url, note } = fileLink(page);
    expect(url).toBe(file);
    expect(note).toMatch(/^The link leads to a page of \w+.*; the file it shows is read from https:\/\/[^ ]+\.$/);
  });

  test.each([
    "https://example.org/a.h5ad",
    "https://raw.githubusercontent.com/o/r/main/a.h5ad",
    "https://zenodo.org/api/records/1/files/a.h5ad/content",
    "https://github.com/o/r/releases/download/v1/a.h5ad",
    "https://datasets.cellxgene.cziscience.com/x.h5ad",
  ])("%s stays as it is", (url) => {
    expect(fileLink(url)).toEqual({ url, note: "" });
  });

  test.each([
    "https://github.com/scverse/anndata",
    "https://zenodo.org/records/12345",
    "https://figshare.com/articles/dataset/Some_cells/27921984",
    "https://drive.google.com/file/d/1/view",
    "https://cellxgene.cziscience.com/e/abc.cxg/",
  ])("%s holds no file, and it is said so", (url) => {
    expect(() => fileLink(url)).toThrow(/leads to .*(not to a file|download)/);
  });
});

describe("a record of many files", () => {
  const zenodo = (...names: string[]) => ({
    files: names.map((key) => ({ key, size: 5_000_000, links: { self: `https://zenodo.org/api/records/12345/files/${key}/content` } })),
  });
  const asked: string[] = [];
  const answering = (answer: unknown) => async (list: string) => {
    asked.push(list);
    return answer;
  };

  test.each(["https://zenodo.org/records/12345", "https://zenodo.org/record/12345?preview=1"])(
    "%s is opened where one of its files can be",
    async (page) => {
      const found = await findFile(page, answering(zenodo("readme.txt", "cells.h5ad")));
      expect(asked.at(-1)).toBe("https://zenodo.org/api/records/12345");
      expect(found.url).toBe("https://zenodo.org/api/records/12345/files/cells.h5ad/content");
      expect(found.note).toMatch(/cells\.h5ad/);
    },
  );

  test.each([
    "https://figshare.com/articles/dataset/Some_cells/27921984",
    "https://plus.figshare.com/articles/dataset/Some_cells/27921984/3",
    "https://figshare.com/articles/27921984",
  ])("%s too", async (page) => {
    const found = await findFile(
      page,
      answering({ files: [{ name: "cells.h5ad", size: 1, download_url: "https://ndownloader.figshare.com/files/7" }] }),
    );
    expect(asked.at(-1)).toBe("https://api.figshare.com/v2/articles/27921984");
    expect(found.url).toBe("https://ndownloader.figshare.com/files/7");
  });

  test("with several is asked about, their links named", async () => {
    await expect(findFile("https://zenodo.org/records/12345", answering(zenodo("a.h5ad", "b.h5")))).rejects.toThrow(
      /2 files that can be opened.*a\.h5ad \(5 MB\): https:\/\/zenodo\.org\/api\/records\/12345\/files\/a\.h5ad\/content, b\.h5/,
    );
  });

  test("with none says so", async () => {
    await expect(findFile("https://zenodo.org/records/12345", answering(zenodo("readme.txt")))).rejects.toThrow(
      /no \.h5ad or \.h5 file among its 1 files/,
    );
  });

  test("whose list cannot be had is named for what it is", async () => {
    await expect(findFile("https://zenodo.org/records/12345", answering(null))).rejects.toThrow(/leads to a Zenodo record, not to a file/);
  });

  test("a file's address asks for no list", async () => {
    const before = asked.length;
    expect(await findFile("https://zenodo.org/records/12345/files/a.h5ad", answering(zenodo("b.h5ad")))).toMatchObject({
      url: "https://zenodo.org/api/records/12345/files/a.h5ad/content",
    });
    expect(asked.length).toBe(before);
  });
});

describe("a host", () => {
  test("that sends parts says how large the file is, and how to know it again", async () => {
    const url = await host(ranges({ ETag: '"a1"' }));
    expect(await probe(url, "cells.h5ad")).toEqual({ kind: "ranges", url, size: 9_000_000, validator: '"a1"' });
  });

  test("that hides the size of the whole is asked for the rest of it", async () => {
    const url = await host((request, response) => {
      ranges()(request, response);
    });
    // What another page may see of the answer, as the browser would leave it.
    const real = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const response = await real(input, init);
      const headers = new Headers(response.headers);
      headers.delete("Content-Range");
      return new Response(response.body, { status: response.status, headers });
    };
    closing.push(() => {
      globalThis.fetch = real;
    });
    expect(await probe(url, "cells.h5ad")).toMatchObject({ kind: "ranges", size: 9_000_000 });
  });

  test("is asked for the whole of a small file at once", async () => {
    const url = await host(ranges({}, FILE.length));
    const offer = await probe(url, "cells.h5ad");
    if (offer.kind !== "whole") throw new Error("a range was taken");
    expect(new Uint8Array(await offer.response.arrayBuffer())).toEqual(FILE);
  });

  test("that knows no parts is downloaded with progress, and a short body is noticed", async () => {
    const whole = await host((_, response) => response.writeHead(200, { "Content-Length": FILE.length }).end(FILE));
    const offer = await probe(whole, "cells.h5ad");
    if (offer.kind !== "whole") throw new Error("a range was taken");
    const told: number[][] = [];
    const blob = await download("cells.h5ad", whole, offer.response, (...numbers) => told.push(numbers));
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(FILE);
    expect(told.at(-1)).toEqual([5000, 5000]);

    const short = await host((_, response) => {
      response.writeHead(200, { "Content-Length": FILE.length });
      response.write(FILE.subarray(0, 3000));
      setTimeout(() => response.destroy(), 50);
    });
    const cut = await probe(short, "cells.h5ad");
    if (cut.kind !== "whole") throw new Error("a range was taken");
    await expect(download("cells.h5ad", short, cut.response, () => {})).rejects.toMatchObject({
      code: "network",
      message: expect.stringMatching(/^The download of cells\.h5ad stopped after [\d,]+ of 5,000 bytes\./),
    });
  });

  test.each([
    [404, "", /does not exist \(404\)/],
    [403, "", /without logging in \(403\)/],
    [401, "", /without logging in \(401\)/],
    [403, "?X-Amz-Expires=3600&X-Amz-Signature=ab", /good for a while only, and it has expired/],
    [410, "", /taken down/],
    [429, "", /too often/],
    [503, "", /trouble of its own \(503\)/],
  ])("that answers %i%s is one sentence", async (status, query, words) => {
    const url = (await host((_, response) => response.writeHead(status).end("no"))) + query;
    await expect(probe(url, "cells.h5ad")).rejects.toMatchObject({ code: "network", message: expect.stringMatching(words) });
  });

  test("that sends visitors to a login page is one sentence", async () => {
    const login = await host((_, response) =>
      response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>Log in</title>"),
    );
    const url = await host((_, response) => response.writeHead(302, { Location: login }).end());
    const offer = await probe(url, "cells.h5ad");
    if (offer.kind !== "whole") throw new Error("a range was taken");
    await expect(download("cells.h5ad", url, offer.response, () => {})).rejects.toMatchObject({
      message: expect.stringMatching(
        new RegExp(`answers with a web page of ${new URL(login).host}, where the host sends visitors,.*may want a login`),
      ),
    });
  });

  test("whose page comes in parts, or without a type, is known too", async () => {
    const page = `\n<html><body>${"x".repeat(3000)}</body></html>`;
    const url = await host((_, response) =>
      response
        .writeHead(206, { "Content-Range": `bytes 0-1023/${page.length}`, "Content-Type": "application/octet-stream" })
        .end(page.slice(0, 1024)),
    );
    await expect(probe(url, "cells.h5ad")).rejects.toThrow("answers with a web page and not with a file");
  });

  test("that is not there is said to be unreachable", async () => {
    const url = await host(() => {});
    closing.splice(0).forEach((close) => close());
    await expect(probe(url, "cells.h5ad")).rejects.toMatchObject({
      code: "network",
      message: expect.stringContaining("cannot be reached"),
    });
  });
});

test("a Git LFS pointer is told from the file", async () => {
  const url = await host((_, response) =>
    response.writeHead(200).end("version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12\n"),
  );
  const offer = await probe(url, "cells.h5ad");
  if (offer.kind !== "whole") throw new Error("a range was taken");
  await expect(download("cells.h5ad", url, offer.response, () => {})).rejects.toThrow("Git LFS");
});

describe("a file that changes while it is read", () => {
  const same =
    (headers: Record<string, string>, validator = '"a"') =>
    () =>
      checkSame("cells.h5ad", new Headers(headers), 5000, validator);
  test("is noticed by its size, its ETag or its date", () => {
    expect(same({ "Content-Range": "bytes 0-9/5001" })).toThrow("was changed on its host");
    expect(same({ "Content-Range": "bytes 0-9/5000", ETag: '"b"' })).toThrow("was changed on its host");
    expect(same({ "Last-Modified": "Tue, 20 Oct 2026 00:00:00 GMT" }, "Mon, 19 Oct 2026 00:00:00 GMT")).toThrow("was changed on its host");
  });
  test("and one that does not, or whose host shows neither, is not", () => {
    same({ "Content-Range": "bytes 0-9/5000", ETag: '"a"' })();
    same({ ETag: 'W/"b"' }, "")();
    same({})();
  });
});

test("what only its host understands is left out of a sentence", () => {
  expect(refused("https://host.org/a.h5ad?token=secret#x", 404).message).toBe(
    "https://host.org/a.h5ad does not exist (404). Check the address.",
  );
});
