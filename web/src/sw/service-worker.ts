/// <reference lib="webworker" />
/*
 * Keeps the page for when there is no network. The shell (what every visit needs) is kept whole, version by version,
 * so that files of two versions never meet; what a visit used beyond it (a runtime, a lab's data) is kept when the page
 * asks. Models keep themselves, by checksum, in the engine's cache. Nothing is asked of another origin.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;
/** Written in by the build: a hash of all its files, and the shell's paths below the page. */
declare const __VERSION__: string;
declare const __SHELL__: string[];

const SHELL = `phenolens-shell-${__VERSION__}`;
/** Beyond the shell and of this version alone: runtimes, filters. */
const KEPT = `phenolens-kept-${__VERSION__}`;
/** What a lab may change at any time: asked for first, kept for when nobody answers. */
const SITE = "phenolens-site";

const scope = new URL(worker.registration.scope);
const pathOf = (url: URL) =>
  url.origin === scope.origin && url.pathname.startsWith(scope.pathname) ? url.pathname.slice(scope.pathname.length) : null;
const shell = new Set(__SHELL__);
/** Large and of one version: a runtime, a filter of HDF5. */
const isVersioned = (path: string) => /^(ort|h5plugins|fonts)\//.test(path);
/** Weights go by the engine's own cache. */
const isWeights = (path: string) => /^models\/[^/]+\/(?!manifest\.json$)/.test(path);

worker.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(SHELL);
      // Past the browser's own cache: it may still hold the version before.
      await cache.addAll(__SHELL__.map((path) => new Request(new URL(path, scope), { cache: "no-cache" })));
      if (!worker.registration.active) await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      const old = names.filter((name) => /^phenolens-(shell|kept)-/.test(name) && name !== SHELL && name !== KEPT);
      await Promise.all(old.map((name) => caches.delete(name)));
      await worker.clients.claim();
    })(),
  );
});

type Asked = { kind: "use" } | { kind: "keep"; paths: string[] };

worker.addEventListener("message", (event) => {
  const asked = event.data as Asked;
  if (asked.kind === "use") void worker.skipWaiting();
  else event.waitUntil(keep(asked.paths).then((isWhole) => event.ports[0]?.postMessage(isWhole)));
});

/** Keeps files of this page for a visit without a network; false where one could not be had. */
async function keep(paths: string[]): Promise<boolean> {
  const done = await Promise.all(
    paths.map(async (path) => {
      const url = new URL(path, scope);
      const own = pathOf(url);
      if (own === null || shell.has(own)) return own !== null;
      const cache = await caches.open(isVersioned(own) ? KEPT : SITE);
      if (isVersioned(own) && (await cache.match(url))) return true;
      const response = await fetch(url).catch(() => null);
      if (response?.status !== 200) return false;
      return cache.put(url, response).then(
        () => true,
        () => false,
      );
    }),
  );
  return done.every(Boolean);
}

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  const path = pathOf(url);
  if (path === null || isWeights(path)) return;
  const page = path === "" ? "index.html" : path === "remote" ? "remote.html" : path;
  if (shell.has(page) && !request.headers.has("range")) event.respondWith(fromCache(SHELL, new URL(page, scope), request));
  else if (isVersioned(path)) event.respondWith(fromCache(KEPT, url, request));
  else event.respondWith(fromNetwork(url, request));
});

/** What is kept, else what the network has. */
async function fromCache(name: string, url: URL, request: Request): Promise<Response> {
  const kept = await (await caches.open(name)).match(url);
  return kept ?? fetch(request);
}

/** What the network has, else what is kept: parts of it where parts are asked for. */
async function fromNetwork(url: URL, request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const plain = new URL(url.pathname, url);
    const kept = (await (await caches.open(SITE)).match(plain)) ?? (await (await caches.open(SHELL)).match(plain));
    if (!kept) throw error;
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("range") ?? "");
    if (!range) return kept;
    const whole = await kept.blob();
    const [first, last] = [Number(range[1]), range[2] ? Math.min(Number(range[2]), whole.size - 1) : whole.size - 1];
    if (first > last) return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${whole.size}` } });
    return new Response(whole.slice(first, last + 1), {
      status: 206,
      headers: {
        "Content-Range": `bytes ${first}-${last}/${whole.size}`,
        "Content-Length": String(last + 1 - first),
        "Accept-Ranges": "bytes",
        ETag: kept.headers.get("ETag") ?? "",
      },
    });
  }
}
