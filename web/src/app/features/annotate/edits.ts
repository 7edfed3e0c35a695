import { batch } from "@preact/signals";
import type { Annotation, GroupMark } from "../../../contract/annotation";
import { acceptName, markGroup, mergeGroups, noteGroup, renameGroup, splitGroupBy, takeOut } from "../../../contract/annotation-edits";
import { fail } from "../../engine-client";
import * as state from "../../store";
import { clearSelection } from "../map/selection";
import { begin, put, redone, undone } from "./history";
import * as annotate from "./state";

/* What the user does to the annotation. Each edit can be undone; one that cannot be made is told, and nothing changes. */

/** Makes an edit of the annotation there is. */
export function edit(change: (now: Annotation) => Annotation): void {
  const now = annotate.annotation.value;
  if (!now) return;
  try {
    const next = change(now);
    batch(() => {
      annotate.history.value = put(annotate.history.value, next);
      tidy();
    });
  } catch (error) {
    fail(error);
  }
}

/** Takes another annotation in place of the one there is, which undoing brings back. */
export function take(next: Annotation | null): void {
  batch(() => {
    annotate.history.value = put(annotate.history.value, next);
    annotate.restoredAt.value = null;
    tidy();
    const isShown = state.colorBy.value.kind === "annotation";
    if (next) state.choose({ colorBy: { kind: "annotation" } });
    else if (isShown) state.choose({ colorBy: { kind: "prediction" } });
  });
}

/** Lets the annotation go; undoing brings it back. */
export const startAfresh = (): void => {
  annotate.applied.value = null;
  take(null);
};

/** Takes what was kept of the file: there is nothing before it to go back to. */
export function restore(kept: Annotation, at: number): void {
  batch(() => {
    annotate.history.value = begin(kept);
    annotate.restoredAt.value = at;
    tidy();
  });
}

export function undo(): void {
  batch(() => {
    annotate.history.value = undone(annotate.history.value);
    tidy();
  });
}

export function redo(): void {
  batch(() => {
    annotate.history.value = redone(annotate.history.value);
    tidy();
  });
}

/** Groups that are no more are neither chosen nor open. */
function tidy(): void {
  const ids = new Set(annotate.annotation.value?.groups.map(({ id }) => id));
  if (annotate.chosen.value.some((id) => !ids.has(id))) annotate.chosen.value = annotate.chosen.value.filter((id) => ids.has(id));
  if (annotate.open.value !== null && !ids.has(annotate.open.value)) annotate.open.value = null;
}

/** Takes what is suggested for some groups, in one edit; groups without a suggestion stay as they are. */
export const accept = (ids: readonly string[]): void =>
  edit((now) =>
    ids.reduce((all, id) => {
      const group = all.groups.find((one) => one.id === id);
      const offered = annotate.rows.value.get(id)?.suggestion;
      // A name that came with another file's annotation, or as a draft, is what the user sees and accepts.
      if (group?.name) return { ...all, groups: all.groups.map((one) => (one === group ? { ...one, isAccepted: true } : one)) };
      return offered && (offered.name || offered.mark !== "named") ? acceptName(all, id, offered) : all;
    }, now),
  );

/** Names a group, by a term of the Cell Ontology where it is one; the same name again accepts it. */
export const rename = (id: string, name: string, ontologyId: string): void => edit((now) => renameGroup(now, id, name, ontologyId));

/** Marks a group as no type, or as one again; one that has no name is not settled by that. */
export const mark = (id: string, wanted: GroupMark): void =>
  edit((now) => {
    if (now.groups.some((group) => group.id === id && group.mark === wanted)) return now;
    const next = markGroup(now, id, wanted);
    if (wanted !== "named") return next;
    return {
      ...next,
      groups: next.groups.map((group) => (group.id === id && !group.name ? { ...group, isAccepted: false, source: "" } : group)),
    };
  });

export const note = (id: string, words: string): void =>
  edit((now) => (now.groups.find((group) => group.id === id)?.note === words ? now : noteGroup(now, id, words)));

/** Makes one group of those chosen. */
export function merge(): void {
  const ids = annotate.chosen.value;
  edit((now) => {
    const next = mergeGroups(now, ids);
    const made = next.groups.find((group) => !now.groups.some(({ id }) => id === group.id));
    annotate.open.value = made?.id ?? null;
    return next;
  });
}

/** Makes one new group of the selected cells, whichever groups they are in. */
export const groupSelection = (): void =>
  edit((now) => {
    const selected = state.selection.value;
    return selected ? shown(now, takeOut(now, selected)) : now;
  });

/** Makes a group of its own of those cells of a group that are selected; the other selected cells stay where they are. */
export const splitOffSelection = (id: string): void =>
  edit((now) => {
    const parts = new Int32Array(now.file.cells).fill(-1);
    for (const cell of annotate.selectedOf(id)) parts[cell] = 0;
    return shown(now, splitGroupBy(now, id, parts, { kind: "lasso" }));
  });

/** Opens the first group that was not there before, in place of the selection that it was made of. */
function shown(before: Annotation, after: Annotation): Annotation {
  annotate.open.value = after.groups.find(({ id }) => !before.groups.some((one) => one.id === id))?.id ?? null;
  clearSelection();
  return after;
}

export function toggleChosen(id: string): void {
  const now = annotate.chosen.value;
  annotate.chosen.value = now.includes(id) ? now.filter((one) => one !== id) : [...now, id];
}

export function toggleOpen(id: string): void {
  annotate.open.value = annotate.open.value === id ? null : id;
}
