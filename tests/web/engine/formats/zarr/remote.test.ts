import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import { afterEach, describe, expect, test } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import { openAnySource } from "../../../../../web/src/engine/formats/any-source.node";
import { openReader } from "../../../../../web/src/engine/readers/open";
import { openNodeSource } from "../../../../../web/src/engine/platform/sources.node";
import type { Reader } from "../../../../../web/src/engine/readers/reader";
import { hasCore } from "../../../support/engine";
import { dense } from "../../../support/imported";

const FOLDER = join(root, "tests/fixtures/zarr");
const expected = JSON.parse(readFileSync(join(FOLDER, "expected.json"), "utf8")) as Record<string, { X: number[][]; umap: number[][] }>;
const filesOf = (name: string) => unzipSync(new Uint8Array(readFileSync(join(FOLDER, `${name}.zarr.zip`))));

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A host of files by their paths; `answer` may take a request. Gives its address, and the paths asked for so far. */
async function host(files: Record<string, Uint8Array>, answer: (path: string, response: ServerResponse) => boolean = () => false) {
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const path = decodeURIComponent(request.url!.slice(1).replace(/\?.*/, ""));
    asked.push(`${path} ${request.headers.range ?? ""}`.trim());
    if (answer(path, response)) return;
    const bytes = path.endsWith("/") ? undefined : files[path];
    if (!bytes) return void response.writeHead(404).end();
    const range = /bytes=(\d*)-(\d*)/.exec(request.headers.range ?? "");
    if (!range) return void response.writeHead(200, { "Content-Length": bytes.length }).end(bytes);
    const from = range[1] ? Number(range[1]) : bytes.length - Number(range[2]);
    const to = range[1] && range[2] ? Math.min(bytes.length, Number(range[2]) + 1) : bytes.length;
    response.writeHead(206, { "Content-Range": `bytes ${from}-${to - 1}/${bytes.length}` }).end(bytes.subarray(from, to));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const noAsset = async (): Promise<never> => {
  throw new Error("No plugin is needed.");
};

/** Opens an address as the command line does, gives what `look` finds, and closes it. */
async function opened<T>(url: string, look: (reader: Reader, note: string) => T | Promise<T>): Promise<T> {
  const bytes = await openAnySource({ kind: "url", url });
  const reader = await openReader(bytes, noAsset);
  try {
    return await look(reader, bytes.note ?? "");
  } finally {
    reader.close();
  }
}

describe.skipIf(!hasCore)("a store at an address", () => {
  test.each(["v2-csr-blosc", "v2-csc-gzip", "v3-csr", "v3-dense-sharded"])("%s is read by its pieces", async (name) => {
    const { url, asked } = await host(filesOf(name));
    await opened(`${url}/${name}.zarr/`, async (reader, note) => {
      expect(note).toMatch(name.includes("csc") ? /once, whole, as a matrix of it lies gene by gene/ : /by the pieces that are needed/);
      if (!name.includes("csc")) expect(asked.filter((path) => /\/(X|raw\/X|layers)\/.*\d( |$)/.test(path))).toEqual([]);
      expect(await dense(reader)).toEqual(expected[name]!.X);
      expect(reader.matrices.map(({ path }) => path).sort()).toEqual(["X", "layers/halves", "raw/X"]);
      expect(Array.from(await reader.embedding("X_umap"))).toEqual(expected[name]!.umap.flat());
    });
    // What is read is asked for once.
    const pieces = asked.filter((path) => /\d$/.test(path));
    expect(new Set(pieces).size).toBe(pieces.length);
  });

  test("is opened again by lanes, where it lies", async () => {
    const { url } = await host(filesOf("v2-csr-blosc"));
    const { shared } = await openAnySource({ kind: "url", url: `${url}/v2-csr-blosc.zarr/.zmetadata` });
    expect(shared).toMatchObject({ kind: "store", root: "" });
    const reader = await openReader(await openNodeSource(shared!), noAsset);
    expect(await dense(reader)).toEqual(expected["v2-csr-blosc"]!.X);
  });

  test("is opened without a list of its contents, which is told", async () => {
    const { [`v2-csr-blosc.zarr/.zmetadata`]: _list, ...files } = filesOf("v2-csr-blosc");
    const { url } = await host(files);
    await opened(`${url}/v2-csr-blosc.zarr`, async (reader, note) => {
      expect(note).toMatch(/gives no list of what it holds \(consolidated metadata\)/);
      expect(await dense(reader)).toEqual(expected["v2-csr-blosc"]!.X);
      expect(reader.embeddings).toEqual(["X_umap"]);
    });
  });

  test("is read by ranges of a .zip, and a small one whole", async () => {
    const packed = Object.entries(filesOf("v3-csr"));
    const spare = ["spare.bin", [new Uint8Array(9e6), { level: 0 }]] as const;
    const zip = zipSync(Object.fromEntries([spare, ...packed.filter(([path]) => !path.endsWith("/"))]) as Parameters<typeof zipSync>[0]);
    const { url } = await host({ "large.zarr.zip": zip, "small.zarr.zip": new Uint8Array(readFileSync(join(FOLDER, "v3-csr.zarr.zip"))) });
    for (const [name, said] of [
      ["large", /read over the network by the pieces/],
      ["small", /small.zarr.zip was downloaded first, 0.0 MB. Read from/],
    ] as const)
      await opened(`${url}/${name}.zarr.zip`, async (reader, note) => {
        expect(note).toMatch(said);
        expect(await dense(reader)).toEqual(expected["v3-csr"]!.X);
      });
  });

  test("of which something is wrong is refused in a sentence", async () => {
    const files = filesOf("v2-csr-blosc");
    const name = "v2-csr-blosc.zarr";
    const refusal = async (given: typeof files, answer?: Parameters<typeof host>[1], path = name) => {
      const { url } = await host(given, answer);
      return opened(`${url}/${path}`, (reader) => dense(reader)).then(
        () => "read",
        (error: Error) => error.message,
      );
    };
    const status = (part: RegExp, code: number) => (path: string, response: ServerResponse) =>
      part.test(path) && Boolean(response.writeHead(code).end());
    const { [`${name}/X/data/0`]: _piece, ...lacking } = files;
    expect(await refusal(lacking)).toBe(`${name} lacks its piece X/data/0: get it again, whole.`);
    // Hosts that hide their lists say 403 of what is absent, and of what may not be read any more.
    expect(await refusal(lacking, status(/X\/data\/0/, 403))).toBe(`${name} lacks its piece X/data/0: get it again, whole.`);
    expect(await refusal(files, status(/zarr\.json|\.z/, 403))).toMatch(/may not be read without logging in \(403\)/);
    expect(await refusal(files, status(/X\/data/, 410))).toMatch(/was taken down \(410\)/);
    expect(await refusal({}, undefined)).toMatch(/holds no zarr store: it has neither zarr\.json nor \.zgroup \(404\)/);
    expect(await refusal(files, status(/X\/data/, 503))).toMatch(/trouble of its own \(503\)/);
    expect(await refusal({ ...files, [`${name}/.zmetadata`]: new TextEncoder().encode("{") })).toMatch(/is no JSON object/);
    const page = (_path: string, response: ServerResponse) => Boolean(response.writeHead(200).end("<!doctype html><p>Sign in"));
    expect(await refusal(files, page)).toMatch(/answers with a web page/);
    const image = { "i.zarr/.zgroup": files[`${name}/.zgroup`]!, "i.zarr/.zmetadata": new TextEncoder().encode('{"metadata":{}}') };
    expect(await refusal(image, undefined, "i.zarr")).toMatch(/is a zarr store, but not one of AnnData/);
  });

  test("any other file is fetched first", async () => {
    const { url } = await host({ "counts.csv": new TextEncoder().encode(",a,b\ng1,1,2\ng2,0,3\n") });
    await opened(`${url}/counts.csv`, (_reader, note) => expect(note).toMatch(/^counts.csv was downloaded first, 0.0 MB. Read from/));
    await expect(openAnySource({ kind: "url", url: `${url}/none.h5ad` })).rejects.toThrow(/none\.h5ad does not exist \(404\)/);
  });
});
