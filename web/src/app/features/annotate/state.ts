import { computed, signal } from "@preact/signals";
import {
  ANNOTATION_COLUMN,
  type Annotation,
  type AnnotationBy,
  type AnnotationNames,
  type AnnotationReport,
  type AnnotationRow,
  type AppliedAnnotation,
  type NamedGroup,
} from "../../../contract/annotation";
import { groupsOfAnnotation, writtenNames } from "../../../contract/annotation-cells";
import type { MarkerFile } from "../../../contract/groups";
import * as state from "../../store";
import type { LinkNames } from "./link-names";
import type { History } from "./history";

/** What groups are made of: `clusters`, `selections`, or a column's name after `column:`; empty until chosen or guessed. */
export const groupsBy = signal("");
/** Parts of the map that were selected to be groups of their own. */
export const selections = signal<Extract<AnnotationBy, { kind: "cells" }>["groups"]>([]);
/** Columns of donors and of batches, "" for none; null until chosen: then the usual ones. */
export const batch = signal("");
/** Marker genes of the user's own, in place of the built-in ones. */
export const ownMarkers = signal<MarkerFile | null>(null);

/** Names that a link asks for, until their groups are found again. */
export const wantedNames = signal<LinkNames | null>(null);

/** The annotation and its earlier states; null where none has been begun. Written by edits.ts. */
export const history = signal<History<Annotation | null>>({ past: [], now: null, future: [] });
export const annotation = computed(() => history.value.now);
/** When what was restored was kept (milliseconds since 1970); null where the annotation was made now. */
export const restoredAt = signal<number | null>(null);
/** Whether the annotation is kept on this computer; null until tried. */
export const isKept = signal<boolean | null>(null);
/** How another file's annotation was matched to this one; null where none was loaded. */
export const applied = signal<AppliedAnnotation | null>(null);

/** Groups chosen to be merged, by id, in the order in which they were chosen. */
export const chosen = signal<readonly string[]>([]);
/** The group whose details are shown, and whose cells are lit on the map. */
export const open = signal<string | null>(null);

/** Cells by group: an index of `annotation.groups` per cell; -1 for none. Stays the same object while only names change. */
export const groupCodes = computed<Int32Array<ArrayBuffer> | null>(() => {
  const now = annotation.value;
  if (!now) return null;
  const key = cellsKey(now);
  if (memo?.key !== key || memo.of !== now.codes) memo = { key, of: now.codes, codes: groupsOfAnnotation(now).codes };
  return memo.codes;
});
let memo: { key: string; of: string; codes: Int32Array<ArrayBuffer> } | null = null;

/** What decides which cell is in which group, beside the cells of the start. */
const cellsKey = ({ groups, splits, file }: Annotation) =>
  JSON.stringify([file.fingerprint, splits.map(({ codes }) => codes), groups.map(({ members }) => members)]);

/** What rows are asked by: their answer holds while this does. */
export const rowsKey = computed(() => {
  const now = annotation.value;
  return now && JSON.stringify([state.dataKey.value, cellsKey(now), batch.value, ownMarkers.value?.name ?? null]);
});

/** What was found of the groups last, and the question it answers; written by run.ts. */
export const report = signal<{ key: string; found: AnnotationReport } | null>(null);
/** Rows by group; those of an older grouping stay for groups that it had too, until the new ones are there. */
export const rows = computed<ReadonlyMap<string, AnnotationRow>>(
  () => new Map(report.value?.found.rows.map((row) => [row.group, row]) ?? []),
);

/** Cells of each group, in the order of the groups. */
export const groupSizes = computed(() => {
  const sizes = (annotation.value?.groups ?? []).map(() => 0);
  for (const code of groupCodes.value ?? []) if (code >= 0) sizes[code]!++;
  return sizes;
});

/** Groups that the user has settled. */
export const settled = computed(() => annotation.value?.groups.filter(({ isAccepted }) => isAccepted).length ?? 0);

/** Groups that nothing speaks against and whose suggestion has not been taken: what one click accepts. */
export const acceptable = computed(
  () => annotation.value?.groups.filter((group) => !group.isAccepted && isGreen(group, rows.value.get(group.id))).map(({ id }) => id) ?? [],
);
/** The light is of what is suggested: a name that came with another file's annotation is green where it is the same. */
const isGreen = ({ name }: NamedGroup, row: AnnotationRow | undefined) =>
  row !== undefined && row.color === "green" && row.suggestion.name !== "" && (name === "" || name === row.suggestion.name);

/** The selected cells of a group. */
export function selectedOf(id: string): number[] {
  const at = annotation.value?.groups.findIndex((group) => group.id === id) ?? -1;
  const codes = groupCodes.value;
  return at < 0 || !codes ? [] : Array.from(state.selection.value ?? []).filter((cell) => codes[cell] === at);
}

/** What a group is shown as: its mark, its name, else what is suggested for it, else what it was called at the start. */
export function shownName(group: NamedGroup): { name: string; isSuggested: boolean } {
  if (group.mark !== "named") return { name: group.mark, isSuggested: false };
  if (group.name) return { name: group.name, isSuggested: !group.isAccepted };
  const offered = rows.value.get(group.id)?.suggestion;
  if (offered && (offered.name || offered.mark !== "named")) return { name: offered.name || offered.mark, isSuggested: true };
  return { name: group.id, isSuggested: true };
}

/** The obs column that the annotation is read as on this page: no name that the file has already. */
export const columnName = computed(() => {
  const taken = new Set(fileColumns.value);
  for (let n = 1; ; n++) {
    const name = n === 1 ? ANNOTATION_COLUMN : `${ANNOTATION_COLUMN}_${n}`;
    if (!taken.has(name)) return name;
  }
});
/** Names of the file's own columns; written by column.ts. */
export const fileColumns = signal<readonly string[]>([]);

/** What the columns of the annotated .h5ad are called; null until chosen: as on this page. */
export const ownPrefix = signal<string | null>(null);
/** CELLxGENE's columns are written beside them. */
export const isCellxgene = signal(false);

/** The cells' names as a column: what is not named yet has none. */
export const named = computed(() => {
  const [now, codes] = [annotation.value, groupCodes.value];
  if (!now || !codes) return null;
  const { names, of, colors } = writtenNames(now);
  return { names, colors, codes: codes.map((group) => (group < 0 ? -1 : of[group]!)) };
});

/** How the annotation is written to obs now; null where nothing is named. */
export const writtenAs = computed<{ annotation: Annotation; names: AnnotationNames } | null>(() => {
  const now = annotation.value;
  if (!now || (named.value?.names.length ?? 0) === 0) return null;
  return { annotation: now, names: { name: ownPrefix.value ?? columnName.value, isCellxgene: isCellxgene.value } };
});

state.forgetWith("file", () => {
  groupsBy.value = "";
  selections.value = [];
  batch.value = "";
  ownMarkers.value = null;
  history.value = { past: [], now: null, future: [] };
  restoredAt.value = null;
  isKept.value = null;
  ownPrefix.value = null;
  isCellxgene.value = false;
  applied.value = null;
  chosen.value = [];
  open.value = null;
  report.value = null;
});
state.forgetWith("results", () => {
  report.value = null;
});
