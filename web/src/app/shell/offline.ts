import { effect, signal } from "@preact/signals";
import { call } from "../engine-client";
import { site } from "../site/state";
import * as state from "../store";
import { showMessage } from "./message";

/** Whether all that this visit used is kept for one without a network. */
export const isKept = signal(false);

/** Milliseconds after which a page that is only looked at is kept too. */
const IDLE_MS = 4000;
/** Size of a site's data up to which they are kept. */
const KEPT_DATA_BYTES = 100e6;

type Asked = { kind: "use" } | { kind: "keep"; paths: string[] };

function ask(worker: ServiceWorker, asked: Asked): Promise<boolean> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.addEventListener("message", (event) => resolve(event.data === true));
    channel.port1.start();
    worker.postMessage(asked, [channel.port2]);
  });
}

/** ONNX Runtime's files for a backend; which of its builds runs is decided as in the engine. */
function runtimePaths(backend: string): string[] {
  const build = backend === "wasm" ? "" : backend === "webgpu" ? ("Suspending" in WebAssembly ? ".jspi" : ".asyncify") : null;
  return build === null ? [] : ["mjs", "wasm"].map((end) => `ort/ort-wasm-simd-threaded${build}.${end}`);
}

/** What a visit like this one needs beyond the page itself: the site's words and data, the models' manifests, the runtime that ran. */
function pathsUsed(): string[] {
  const { value: file } = state.info;
  const source = state.source.value;
  const data = site.value?.data?.find(({ url }) => source?.kind === "url" && new URL(url, document.baseURI).href === source.url);
  const own = data && file && file.bytes <= KEPT_DATA_BYTES ? [data.url, ...(data.stored ? [data.stored] : [])] : [];
  const results = site.value?.data?.flatMap(({ result }) => result ?? []) ?? [];
  const models = state.models.value.map(({ name }) => `models/${name}/manifest.json`);
  return [
    "site.json",
    "models/index.json",
    ...models,
    ...(site.value?.lessons?.map(({ url }) => url) ?? []),
    ...results,
    ...own,
    ...state.runs.value.flatMap(({ backend }) => runtimePaths(backend)),
  ];
}

function offerUpdate(waiting: ServiceWorker): void {
  showMessage("A new version of this page is available.", {
    title: "Reload to update",
    run() {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      void ask(waiting, { kind: "use" });
    },
  });
}

/** Tells of versions that came while this one is open. */
function watchUpdates(registration: ServiceWorkerRegistration): void {
  if (registration.waiting && navigator.serviceWorker.controller) offerUpdate(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const fresh = registration.installing;
    fresh?.addEventListener("statechange", () => {
      if (fresh.state === "installed" && navigator.serviceWorker.controller) offerUpdate(fresh);
    });
  });
}

async function start(): Promise<void> {
  const { serviceWorker } = navigator;
  watchUpdates(await serviceWorker.register("./sw.js"));
  const { active } = await serviceWorker.ready;
  let asked = "";
  effect(() => {
    if (state.isRunning.value || site.value === null) return;
    const paths = pathsUsed();
    if (!active || paths.join() === asked) return;
    asked = paths.join();
    isKept.value = false;
    const models = state.runs.value.filter(({ backend }) => backend !== "stored").map(({ model }) => model);
    const weights = models.length > 0 ? call("keepModels", { models }).catch(() => false) : true;
    void Promise.all([ask(active, { kind: "keep", paths }), weights]).then((all) => {
      if (asked === paths.join()) isKept.value = all.every(Boolean);
    });
  });
}

/** Has the browser keep the page for when there is no network, once it is used or looked at for a while. */
export function startOffline(): void {
  // Not on plain http, nor in development, where there is no such worker.
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  let isStarted = false;
  const once = () => {
    if (isStarted) return;
    isStarted = true;
    // A browser that refuses shows the page all the same.
    start().catch(() => {});
  };
  setTimeout(once, IDLE_MS);
  effect(() => {
    if (state.info.value && !state.isRunning.value && state.report.value) once();
  });
}
