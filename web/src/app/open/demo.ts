import { computed, effect, signal } from "@preact/signals";
import { ColorBook, slotTable } from "../../plots/palette";
import type { Scene } from "../../plots/scatter/painter";
import { DARK, LIGHT } from "../../plots/style";
import { decodeSnapshot, type Snapshot } from "./snapshot";
import { site } from "../site/state";
import { isDark, phase } from "../store";

/** The precomputed result of the demo; null until it is there, or for good where the host has none. */
export const demo = signal<Snapshot | null>(null);

/** The data set shown first: the first of the site that has a result. */
export const shownData = computed(() => site.value?.data?.find(({ result }) => result) ?? null);

async function load(path: string): Promise<void> {
  const response = await fetch(`./${path}`);
  if (response.ok) demo.value = decodeSnapshot(await response.text());
}

/** Fetches the demo's result when the first screen is first shown. */
export function startDemo(): void {
  let isAsked = false;
  effect(() => {
    const path = shownData.value?.result;
    if (phase.value !== "first" || isAsked || !path) return;
    isAsked = true;
    // A host without it still has a first screen, only plainer.
    load(path).catch(() => {});
  });
}

/** Labels of the demo by cells, most first, in the colours they have on the map. */
export const demoBook = computed(() => {
  const book = new ColorBook();
  const now = demo.value;
  if (!now) return book;
  const counts = new Uint32Array(now.labels.length);
  for (const code of now.codes) if (code < counts.length) counts[code]++;
  book.add(
    [...counts.keys()]
      .filter((code) => counts[code] > 0)
      .sort((a, b) => counts[b] - counts[a])
      .map((code) => now.labels[code]),
  );
  return book;
});

export const demoScene = computed<Scene | null>(() => {
  const now = demo.value;
  if (!now) return null;
  const slots = now.labels.map((label) => demoBook.value.slot(label));
  return {
    xy: now.xy,
    codes: Uint8Array.from(now.codes, (code) => slots[code] ?? 255),
    table: slotTable(isDark.value),
    bright: null,
    background: (isDark.value ? DARK : LIGHT).card,
  };
});
