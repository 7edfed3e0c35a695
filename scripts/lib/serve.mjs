import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { basename, dirname, extname, join, normalize } from "node:path";
import { Readable } from "node:stream";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".md": "text/markdown; charset=utf-8",
  ".tsv": "text/tab-separated-values; charset=utf-8",
};

function fileOf(folder, path) {
  const file = join(folder, normalize(decodeURIComponent(path)));
  if (!file.startsWith(folder)) return null;
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) return fileOf(folder, join(path, "index.html"));
    return { file, size: stat.size, etag: `"${stat.size}-${Math.round(stat.mtimeMs)}"` };
  } catch {
    return null;
  }
}

/**
 * A plain static host, as any other: no special headers, byte ranges, revalidation.
 * `under` is the path the folder is served at, such as `/some/where/`; `overlay` puts other files (path below the
 * folder -> file) over its own.
 * @param {string} folder
 * @param {{port?: number, host?: string, under?: string, overlay?: Record<string, string>, onRequest?: (path: string) => void}} options
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export function serve(folder, { port = 0, host = "127.0.0.1", under = "/", overlay = {}, onRequest = () => {} } = {}) {
  const find = (path) => (path in overlay ? fileOf(dirname(overlay[path]), basename(overlay[path])) : fileOf(folder, path));
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://here").pathname;
    onRequest(path);
    const found = path.startsWith(under) ? find(path.slice(under.length)) : null;
    if (!found) {
      response.writeHead(404, { "Content-Type": "text/plain" });
      return response.end("Not found\n");
    }
    const { file, size, etag } = found;
    const headers = {
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
      "Accept-Ranges": "bytes",
      ETag: etag,
      "Cache-Control": "no-cache",
    };
    if (request.headers["if-none-match"] === etag) return response.writeHead(304, headers).end();
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
    const first = range ? Number(range[1]) : 0;
    const last = range && range[2] ? Math.min(Number(range[2]), size - 1) : size - 1;
    if (range && first > last) return response.writeHead(416, { "Content-Range": `bytes */${size}` }).end();
    if (range) headers["Content-Range"] = `bytes ${first}-${last}/${size}`;
    response.writeHead(range ? 206 : 200, { ...headers, "Content-Length": size === 0 ? 0 : last - first + 1 });
    if (request.method === "HEAD") return response.end();
    const body = size === 0 ? Readable.from([]) : createReadStream(file, { start: first, end: last });
    return body.pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const { port: taken } = server.address();
      resolve({
        url: `http://${host}:${taken}${under}`,
        close: () =>
          new Promise((done) => {
            server.closeAllConnections();
            server.close(done);
          }),
      });
    });
  });
}
