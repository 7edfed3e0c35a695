import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";

/** Memory of one process that no other shares with a file: heaps, wasm memories, array buffers. */
function privateBytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const kb = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
    return 1024 * (kb("RssAnon") + kb("RssShmem"));
  } catch {
    return 0;
  }
}

async function renderers(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
}

/**
 * Peak memory of the page's process (page and all its workers) while `body` runs.
 * Read from outside every 20 ms: a page without isolation cannot measure its workers.
 */
export async function peakOf<T>(browser: Browser, body: () => Promise<T>): Promise<{ value: T; bytes: number; before: number }> {
  const pids = await renderers(browser);
  const now = () => pids.reduce((sum, pid) => sum + privateBytes(pid), 0);
  const before = now();
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, now())), 20);
  try {
    const value = await body();
    return { value, bytes: peak, before };
  } finally {
    clearInterval(timer);
  }
}

/** The same above what the process had before. */
export async function peakDuring<T>(browser: Browser, body: () => Promise<T>): Promise<{ value: T; bytes: number }> {
  const { value, bytes, before } = await peakOf(browser, body);
  return { value, bytes: bytes - before };
}
