import { computed, effect, signal } from "@preact/signals";
import {
  DOUBLET_RATE,
  DOUBLET_SCORE_COLUMN,
  PREDICTED_DOUBLET_COLUMN,
  type DoubletGroup,
  type DoubletReport,
} from "../../../contract/doublets";
import { guessSamples } from "../../../contract/donor-columns";
import { call, callIn, fail } from "../../engine-client";
import { putColumn } from "../data/run";
import * as state from "../../store";
import { task, type Run } from "../../task";
import { selectCells } from "../map/selection";
import * as survey from "./state";

/* Doublet scores: what is asked, what was found, and which cells are called. */

/** The column of samples that the user chose, "" for none; null: the one that looks like it. */
export const ownSamples = signal<string | null>(null);
export const samples = computed(() => ownSamples.value ?? guessSamples(state.info.value?.columns ?? []));
export const rate = signal<number>(DOUBLET_RATE);
export const doublets = signal<DoubletReport | null>(null);
/** By the groups that markers are of. */
export const doubletGroups = signal<DoubletGroup[] | null>(null);

/** The threshold shown: the one set by hand, or the only sample's. */
export const shownThreshold = computed(() => {
  const found = doublets.value;
  return found ? (found.threshold ?? (found.samples.length === 1 ? found.samples[0]!.automatic : null)) : null;
});

/** Brings the columns to colour by in step with what is called. */
async function takeColumns(): Promise<void> {
  const names = [DOUBLET_SCORE_COLUMN, PREDICTED_DOUBLET_COLUMN];
  const found = await Promise.all(names.map((name) => call("column", { name })));
  if (doublets.value) for (const column of found) putColumn(column.name, column);
}

export const scoreDoublets = task(async (run: Run) => {
  const found = await callIn(run, "findDoublets", {
    matrix: state.info.value!.matrix,
    mask: survey.usedMask.value,
    lanes: 0,
    samples: samples.value || null,
    rate: rate.value,
    seed: state.seed.value,
  });
  doublets.value = found;
  await takeColumns();
});

let asked = 0;
/** Moves the threshold (null: to the automatic ones); the answer to an older move is let go. */
export async function setThreshold(threshold: number | null): Promise<void> {
  const mine = ++asked;
  const found = await call("callDoublets", { threshold });
  if (mine !== asked || !doublets.value) return;
  doublets.value = { ...doublets.value, ...found };
  await takeColumns();
}

/** Selects the cells called doublets. */
export async function selectDoublets(): Promise<void> {
  const { predicted } = await call("doubletScores", {});
  selectCells(Uint32Array.from([...predicted.keys()].filter((cell) => predicted[cell] === 1)), null);
}

/** Keeps the shares by group in step with the scores, the threshold and the groups; once, when the page starts. */
export function startDoublets(): void {
  let mine = 0;
  let known = "";
  effect(() => {
    const by = survey.grouping.value;
    const found = doublets.value;
    // Other clusters may go by the same name.
    void survey.clusters.value;
    const own = ++mine;
    if (!found || !by) {
      doubletGroups.value = null;
      return;
    }
    call("doubletGroups", { by }).then((groups) => {
      if (own === mine) doubletGroups.value = groups;
    }, fail);
  });
  effect(() => {
    const key = state.dataKey.value;
    if (key === known) return;
    known = key;
    scoreDoublets.reset();
    doublets.value = null;
    ownSamples.value = null;
    rate.value = DOUBLET_RATE;
  });
}
