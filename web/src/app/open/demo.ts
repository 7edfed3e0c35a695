import { computed, effect, signal } from "@preact/signals";
import { ColorBook, parseHex, slotTable } from "../../plots/palette";
import type { Scene } from "../../plots/scatter/painter";
import { DARK, LIGHT } from "../../plots/style";
import { decodeSnapshot, type Snapshot } from "./snapshot";
import { site } from "../site/state";
import { isDark, phase } from "../store";

/** The precomputed result of the demo; null until it is there, or for good where the host has none. */
export const demo = signal<Snapshot | null>(null);

/** Whether the demo's result is there or known not to come: what can wait for it is asked for from then on. */
export const isDemoSettled = signal(false);

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
    if (phase.value !== "first" || isAsked || !site.value) return;
    isAsked = true;
    // A host without it still has a first screen, only plainer.
    void (path ? load(path) : Promise.resolve())
      .catch(() => {})
      .finally(() => {
        isDemoSettled.value = true;
      });
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

/** Below it a predicted class is called doubtful here. */
export const DOUBTFUL = 0.9;
/** Its code on the demo's map, which no class has. */
const DOUBTFUL_CODE = 250;
const ink = () => (isDark.value ? DARK : LIGHT).ink;

export const demoScene = computed<Scene | null>(() => {
  const now = demo.value;
  if (!now) return null;
  const slots = now.labels.map((label) => demoBook.value.slot(label));
  const table = slotTable(isDark.value);
  table.set(parseHex(ink()), DOUBTFUL_CODE * 4);
  return {
    xy: now.xy,
    codes: Uint8Array.from(now.codes, (code, cell) => (now.probability[cell]! < DOUBTFUL ? DOUBTFUL_CODE : (slots[code] ?? 255))),
    table,
    bright: null,
    background: (isDark.value ? DARK : LIGHT).card,
  };
});
