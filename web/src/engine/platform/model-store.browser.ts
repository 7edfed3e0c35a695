import { AnalysisError } from "../../contract/errors";
import type { ReadFile } from "../model/folder";
import { sha256 } from "../base/sha256";

const CACHE = "phenolens-models-1";

/** A served model folder. Files with a known checksum are kept in the browser's cache under it. */
export function servedFolder(base: string, name: string): ReadFile {
  return async (path, report, sha) => {
    const url = new URL(`models/${name}/${path}`, base).href;
    const key = sha && `${url}?sha256=${sha}`;
    const cache = key && globalThis.caches ? await caches.open(CACHE).catch(() => null) : null;
    const kept = key && (await cache?.match(key));
    if (kept) {
      const bytes = new Uint8Array(await kept.arrayBuffer());
      report?.(bytes.length, bytes.length, "cache");
      return bytes;
    }
    const bytes = await download(url, (done, total) => report?.(done, total, "network"));
    // Only what is whole is kept; a full disk must not stop the analysis.
    if (key && (await sha256(bytes)) === sha) await cache?.put(key, new Response(bytes)).catch(() => undefined);
    return bytes;
  };
}

async function download(url: string, report: (done: number, total: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const failed = (words: string, cause?: unknown) =>
    new AnalysisError("network", `The model file ${url} could not be loaded (${words}). Try again when online.`, { cause });
  const response = await fetch(url).catch((cause: unknown) => {
    throw failed("the connection failed", cause);
  });
  if (!response.ok) throw failed(String(response.status));
  // Content-Length counts compressed bytes where the host compresses.
  const total = response.headers.get("Content-Encoding") ? 0 : Number(response.headers.get("Content-Length") ?? 0);
  const parts: Uint8Array[] = [];
  let done = 0;
  const reader = response.body!.getReader();
  for (;;) {
    const { value, done: ended } = await reader.read().catch((cause: unknown) => {
      throw failed(`it stopped after ${done} bytes`, cause);
    });
    if (ended) break;
    parts.push(value);
    report((done += value.length), total);
  }
  const bytes = new Uint8Array(done);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
