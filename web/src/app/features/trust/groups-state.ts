import { computed, signal } from "@preact/signals";
import type { GroupsBy, GroupsReport, MarkerFile } from "../../../contract/groups";
import * as state from "../../store";
import * as survey from "../survey/state";

/** What labels are looked at by: `clusters`, `labels`, or a column's name after `column:`. */
export const groupsBy = signal("clusters");
/** Marker genes of the user's own, in place of the built-in ones. */
export const ownMarkers = signal<MarkerFile | null>(null);
/** What was found of the groups last, with what was asked; written by groups-run.ts. */
export const groupsReport = signal<{ key: string; by: GroupsBy; report: GroupsReport } | null>(null);

export function groupsByOf(asked: string): GroupsBy {
  if (asked.startsWith("column:")) return { kind: "column", column: asked.slice(7) };
  return { kind: asked === "labels" ? "classes" : "clusters" };
}

/** What is asked now; groups found by another key are out of date. */
export const groupsKey = computed(() =>
  JSON.stringify([
    state.dataKey.value,
    state.activeModel.value?.name,
    state.head.value,
    groupsBy.value,
    groupsBy.value === "clusters" ? (survey.clusters.value?.resolution ?? null) : null,
    ownMarkers.value?.name ?? null,
    state.runs.value.filter(({ finished }) => finished).map(({ model }) => model),
  ]),
);

/** The groups as they are asked for now; null until they were looked at. */
export const currentGroups = computed(() => (groupsReport.value?.key === groupsKey.value ? groupsReport.value : null));
