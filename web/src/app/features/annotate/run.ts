import { batch, effect, untracked } from "@preact/signals";
import type { Annotation, AnnotationBy, AnnotationReport } from "../../../contract/annotation";
import { groupsOfAnnotation } from "../../../contract/annotation-cells";
import { splitGroupBy } from "../../../contract/annotation-edits";
import { call, callIn } from "../../engine-client";
import { showMessage } from "../../shell/message";
import * as state from "../../store";
import { task } from "../../task";
import { isTyping } from "../../shell/keys";
import { lit } from "../map/state";
import { findClusters } from "../survey/run";
import { doublets } from "../survey/doublets-state";
import * as survey from "../survey/state";
import { readyModels } from "../trust/run";
import { donors } from "../trust/state";
import { edit, redo, take, undo } from "./edits";
import { withNames, type LinkNames } from "./link-names";
import * as annotate from "./state";

/* What the engine is asked for the Annotate step. */

/** The phenotype whose names groups are given. */
const HEAD = "cell_type";

function byOf(asked: string): AnnotationBy {
  if (asked.startsWith("column:")) return { kind: "column", column: asked.slice(7) };
  return asked === "selections" ? { kind: "cells", groups: annotate.selections.value } : { kind: "clusters" };
}

/** Begins an annotation of the groups asked for; clusters are found before it where there are none. */
export const starting = task(
  async (run, asked: string) => {
    const by = byOf(asked);
    if (by.kind === "clusters" && !survey.clusters.value && !(await findClusters())) return null;
    return callIn(run, "startAnnotation", { matrix: state.shownMatrix.value, by });
  },
  (found) => {
    if (found)
      batch(() => {
        annotate.applied.value = null;
        take(found);
      });
  },
);

/** Finds the groups that a link names again, and names them. */
export const naming = task(
  async (run, names: LinkNames) => {
    const { by } = names;
    if (by.kind === "clusters") {
      if (survey.clusters.value?.resolution !== by.resolution) {
        survey.forgetFrom("clusters");
        survey.resolution.value = by.resolution;
        if (!(await findClusters())) return null;
      }
    } else if (!state.info.value?.columns.some(({ name }) => name === by.column)) {
      showMessage(`The link names groups of the column ${by.column}, which this file does not have.`);
      return null;
    }
    const fresh = await callIn(run, "startAnnotation", { matrix: state.shownMatrix.value, by });
    const found = withNames(fresh, names);
    if (!found)
      showMessage(
        `The link's names are of ${names.start} groups of other cells than the ${fresh.start.length} of this file: they are not shown.`,
      );
    return found;
  },
  (found) => {
    const before = annotate.annotation.value;
    if (!found || JSON.stringify(before?.groups) === JSON.stringify(found.groups)) return;
    take(found);
    if (before) showMessage("The link's names are shown in place of your own annotation of this file.", { title: "Keep mine", run: undo });
  },
);

/** Asks what is known of every group. */
export const describing = task(
  (run, key: string, now: Annotation) =>
    callIn(run, "annotationRows", {
      matrix: state.shownMatrix.value,
      groups: groupsOfAnnotation(now),
      models: readyModels(HEAD),
      lanes: 0,
      ...(donors.value ? { donors: donors.value } : {}),
      ...(annotate.batch.value ? { batch: annotate.batch.value } : {}),
      ...(annotate.ownMarkers.value ? { markers: annotate.ownMarkers.value } : {}),
    }).then((found) => ({ key, found })),
  (found) => {
    described = new Map([...described, [found.key, found.found] as const].slice(-MOST_KEPT));
    annotate.report.value = found;
  },
);

/** Clusters the cells of one group alone, and splits it by them. */
export const splitting = task(
  async (run, id: string, resolution: number) => {
    const now = annotate.annotation.value!;
    const seed = state.seed.value;
    const found = await callIn(run, "splitGroup", {
      matrix: state.shownMatrix.value,
      groups: groupsOfAnnotation(now),
      group: id,
      resolution,
      seed,
      lanes: 0,
    });
    return { found, how: { kind: "leiden" as const, resolution, seed } };
  },
  ({ found, how }, id) => {
    if (found.sizes.length < 2) showMessage(`${id} stays one cluster at resolution ${how.resolution}: choose a higher one.`);
    else edit((now) => splitGroupBy(now, id, found.codes, how));
  },
);

/** Applies an annotation of this file or of another one of the study. */
export const applying = task(
  async (run, theirs: Annotation) => {
    const { kind } = theirs.grouping;
    const isOther = theirs.file.fingerprint !== state.info.value?.fingerprint;
    if (isOther && kind === "clusters" && !survey.clusters.value && !(await findClusters())) return null;
    return callIn(run, "applyAnnotation", { annotation: theirs, matrix: state.shownMatrix.value, lanes: 0 });
  },
  (found) => {
    if (found)
      batch(() => {
        take(found.annotation);
        annotate.applied.value = found.how === "same file" ? null : found;
        state.choose({ step: "annotate" });
      });
  },
);

/** The cells of a group. */
export function cellsOf(id: string): Uint32Array<ArrayBuffer> {
  const at = annotate.annotation.value?.groups.findIndex((group) => group.id === id) ?? -1;
  const found: number[] = [];
  annotate.groupCodes.value?.forEach((code, cell) => {
    if (code === at) found.push(cell);
  });
  return Uint32Array.from(at < 0 ? [] : found);
}

/** Groups described before, by what was asked: undoing shows them at once. */
const MOST_KEPT = 6;
let described = new Map<string, AnnotationReport>();
state.forgetWith("results", () => {
  described = new Map();
});

/** Genes of the top that the map is coloured by. */
export const showGene = (name: string): void => state.choose({ colorBy: { kind: "gene", name } });

/** What the groups are described by now; a report that answers another question is of an older one. */
const questionNow = (): string => {
  // Scored again, or called by another threshold, doublets are others.
  const found = doublets.value && [doublets.value.column, doublets.value.rate, doublets.value.threshold, doublets.value.seconds];
  return JSON.stringify([annotate.rowsKey.value, readyModels(HEAD), donors.value, found]);
};

/** Describes the groups again, after that was stopped. */
export function describe(): void {
  const now = annotate.annotation.value;
  if (now) void describing.start(questionNow(), now);
}

/** Whether the groups shown are described as they are. */
export const isDescribed = (): boolean => annotate.report.value?.key === questionNow();

/** Has the groups described whenever they, or what they are described by, change while the step is on show. */
export function startAnnotate(): void {
  let asked = "";
  effect(() => {
    const [key, now] = [annotate.rowsKey.value, annotate.annotation.value];
    const isReady = state.step.value === "annotate" && !state.isRunning.value && state.survey.value !== null && !survey.busy.value;
    const question = questionNow();
    if (!key || !now || !isReady) return;
    const known = described.get(question);
    untracked(() => {
      if (known) {
        asked = question;
        describing.reset();
        if (annotate.report.value?.found !== known) annotate.report.value = { key: question, found: known };
        return;
      }
      if (question === asked && (describing.isBusy.value || describing.failure.value)) return;
      asked = question;
      void describing.start(question, now);
    });
  });
  effect(() => {
    const names = annotate.wantedNames.value;
    const isReady = state.phase.value === "open" && !state.isRunning.value && state.survey.value !== null && !survey.busy.value;
    if (!names || !isReady) return;
    untracked(() => {
      annotate.wantedNames.value = null;
      void naming.start(names);
    });
  });
  // The cells of the open row are lit.
  effect(() => {
    const id = state.step.value === "annotate" ? annotate.open.value : null;
    const cells = id === null ? null : cellsOf(id);
    lit.value = cells && cells.length > 0 ? cells : null;
  });
  addEventListener("keydown", (event) => {
    const isZ = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!isZ || state.step.value !== "annotate" || isTyping(event.target)) return;
    event.preventDefault();
    (event.shiftKey ? redo : undo)();
  });
}

/** Terms of the Cell Ontology for what is typed. */
export const searchTerms = (words: string) => call("searchTerms", { words, limit: 8 });
