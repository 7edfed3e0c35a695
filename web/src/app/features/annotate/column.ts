import { effect, untracked } from "@preact/signals";
import type { Column } from "../../../contract/types";
import { fail, setOwnColumns } from "../../engine-client";
import * as state from "../../store";
import { putColumn } from "../data/run";
import * as survey from "../survey/state";
import { forgetGroupsOf } from "../trust/groups-run";
import { scoreAgain } from "../trust/run";
import * as annotate from "./state";

/** Milliseconds of rest before the column follows the names. */
const REST_MS = 300;

/** The names as a column; null while no group has one. */
function columnNow(): Column | null {
  const now = annotate.named.value;
  if (!now || now.names.length === 0) return null;
  const { names: categories, codes, colors } = now;
  const hasColors = colors.every((color) => color !== "");
  return { name: annotate.columnName.value, kind: "category", codes, categories, ...(hasColors ? { colors } : {}) };
}

/** What was found of the column's groups before is not of those it has now. */
function forgetOf(name: string): void {
  if (survey.markersOf.value?.kind === "column" && survey.markersOf.value.column === name) survey.forgetFrom("markers");
  forgetGroupsOf(name);
  scoreAgain(name);
}

async function give(column: Column | null, name: string): Promise<void> {
  const { fingerprint } = state.info.value!;
  await setOwnColumns(column ? [column] : []);
  if (state.info.value?.fingerprint !== fingerprint) return;
  putColumn(name, column);
  forgetOf(name);
}

/** Keeps the names of the groups as a column that the whole page can read, from the first name on. */
export function startAnnotationColumn(): void {
  let openedFor = "";
  let isGiven = false;
  let timer = 0;
  effect(() => {
    const info = state.info.value;
    const fingerprint = info?.fingerprint ?? "";
    if (fingerprint === openedFor) return;
    openedFor = fingerprint;
    isGiven = false;
    clearTimeout(timer);
    untracked(() => {
      annotate.fileColumns.value = info?.columns.map(({ name }) => name) ?? [];
    });
  });
  effect(() => {
    const column = columnNow();
    if (!openedFor || (!column && !isGiven)) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (!state.info.value) return;
      isGiven = column !== null;
      void give(column, annotate.columnName.value).catch(fail);
    }, REST_MS);
  });
}
