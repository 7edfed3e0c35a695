import { batch, effect, signal, untracked } from "@preact/signals";
import { guessColumn } from "../../contract/guess-column";
import { fromHash, toHash, type Step, type View } from "./link";
import { NONE } from "./link-codecs";
import { namesForLink } from "../features/annotate/link-names";
import { annotation, wantedNames } from "../features/annotate/state";
import { clearSelection, rule, wantedRule } from "../features/map/selection";
import { setLabelColumns } from "../features/trust/labels";
import { showMessage } from "../shell/message";
import { analyze, goOn } from "../engine-client";
import * as state from "../store";
import { showSurvey } from "../features/survey/run";
import { SURVEY_UMAP } from "../features/survey/layout";
import * as survey from "../features/survey/state";
import * as trust from "../features/trust/state";
import { awaitsFiles, wantedFiles } from "./study-files";
import { comparePart, surveyPart, surveyView, whyPart, whyView } from "./view-parts";
import * as compare from "../features/compare/state";
import * as why from "../features/why/state";

/** What of a link is about a file's own columns, matrices and classes: it waits for a file. */
type FileView = Pick<View, "labels" | "matrix" | "scoring" | "donors" | "over" | "groups" | "select">;
const waiting = signal<FileView>({});
/** The file that a link was made of, where it had no address. */
export const linkedFile = signal<{ name: string; print: string } | null>(null);

/** Shows the view a link asks for; what it leaves out is the default. A whole view has every step, others the one on show. */
export function applyView(view: View, isWhole = false): void {
  const hasOther = (view.sample ?? null) !== state.sample.value;
  batch(() => {
    const { color } = view;
    const isDrawn = color?.kind !== "attribution" || why.attributions.value.has(color.name);
    if (!isDrawn) why.wantedPaint.value = color.name;
    if (view.names) wantedNames.value = view.names;
    linkedFile.value = view.file && view.print ? { name: view.file, print: view.print } : null;
    if (view.files) wantedFiles.value = { of: "the link", files: view.files, found: [] };
    state.choose({
      step: view.step ?? "data",
      byFile: view.model === "file",
      model: view.model === "file" ? null : (view.model ?? null),
      head: view.head ?? "cell_type",
      ...(isDrawn ? { colorBy: color ?? { kind: "prediction" } } : {}),
      layout: view.layout ?? null,
      lesson: view.lesson ?? null,
      lessonAt: view.at ?? 1,
      seed: view.seed ?? 1,
      sample: view.sample ?? null,
      matrix: view.matrix ?? null,
      ...(view.theme ? { theme: view.theme } : {}),
      ...(view.backend ? { backend: view.backend } : {}),
    });
    survey.wantsMap.value = view.layout === SURVEY_UMAP && survey.layout.value === null;
    if (isWhole || state.step.value === "survey") {
      survey.section.value = view.part ?? "quality";
      if (toHash(surveyView()) !== toHash(surveyPart(view))) showSurvey(surveyPart(view));
    }
    if (isWhole || state.step.value === "trust") {
      trust.section.value = view.section ?? "accuracy";
      trust.threshold.value = view.sure ?? 0.5;
    }
    if (isWhole || state.step.value === "compare") compare.asked.value = comparePart(view);
    if ((isWhole || state.step.value === "why") && toHash(whyView()) !== toHash(whyPart(view))) why.wanted.value = whyPart(view);
    waiting.value = {
      labels: view.labels,
      matrix: view.matrix,
      scoring: view.scoring,
      donors: view.donors,
      over: view.over,
      groups: view.groups,
      select: view.select,
    } as FileView;
  });
  if (state.info.value) takeWaiting(isWhole);
  if (hasOther && state.report.value && !state.isRunning.value) void goOn();
}

/** What of the file's columns, matrices and cells is not as the page would take it unasked. */
function fileView(isWhole: boolean): FileView {
  const info = state.info.value;
  if (!info) return waiting.value;
  const labels = Object.entries(state.labelColumns.value).filter(([head, column]) => column !== guessColumn(head, info.columns));
  const guessed = trust.guessedTrustColumns(info.columns);
  const other = (value: string, usual: string) => (value === usual ? undefined : value || NONE);
  const select = wantedRule.value ?? rule.value;
  const isTrust = isWhole || state.step.value === "trust";
  return {
    ...(labels.length > 0 ? { labels: Object.fromEntries(labels) } : {}),
    ...(info.matrixWhy === "Chosen by hand." ? { matrix: info.matrix } : {}),
    ...(trust.scoring.value === "ontology" ? { scoring: "ontology" } : {}),
    donors: other(trust.donors.value, guessed.donors),
    over: isTrust ? other(trust.landscapeBy.value, guessed.over) : undefined,
    groups: isTrust ? other(trust.breakdownBy.value, guessed.groups) : undefined,
    ...(select ? { select } : {}),
  } as FileView;
}

/** The view as it is now: what is chosen in the step on show or, whole, in every step. */
export function currentView(isWhole = false): View {
  const model = state.byFile.value ? "file" : state.modelChoice.value;
  const step = state.step.value;
  const shows = (one: Step) => isWhole || step === one;
  return {
    ...(state.lessonName.value === null ? {} : { lesson: state.lessonName.value, at: state.lessonAt.value }),
    ...(step === "data" ? {} : { step }),
    ...(model ? { model } : {}),
    ...(state.head.value === "cell_type" ? {} : { head: state.head.value }),
    color: why.wantedPaint.value ? { kind: "attribution", name: why.wantedPaint.value } : state.colorBy.value,
    ...(state.layout.value ? { layout: state.layout.value } : {}),
    ...(state.theme.value ? { theme: state.theme.value } : {}),
    ...(state.backend.value === "auto" ? {} : { backend: state.backend.value }),
    ...(state.sample.value === null ? {} : { sample: state.sample.value }),
    ...(state.seed.value === 1 ? {} : { seed: state.seed.value }),
    ...(shows("survey") && survey.section.value !== "quality" ? { part: survey.section.value } : {}),
    ...(shows("survey") ? surveyView() : {}),
    ...(shows("trust") && trust.section.value !== "accuracy" ? { section: trust.section.value } : {}),
    ...(shows("trust") && trust.threshold.value !== 0.5 ? { sure: trust.threshold.value } : {}),
    ...(shows("compare") ? compare.asked.value : {}),
    ...(shows("why") ? whyView() : {}),
    ...(wantedNames.value ? { names: wantedNames.value } : {}),
    ...(linkedFile.value ? { file: linkedFile.value.name, print: linkedFile.value.print } : {}),
    ...(linkedFile.value && wantedFiles.value ? { files: wantedFiles.value.files.map(({ file, sample }) => ({ file, sample })) } : {}),
    ...fileView(isWhole),
  };
}

/** A link to share: a file without an address is named by its fingerprint, so that another is recognised as such. */
export function shareableLink(): string {
  const info = state.info.value;
  const view = currentView();
  const names = annotation.value && namesForLink(annotation.value);
  if (names) view.names = names;
  const isHere = state.source.value !== null && state.source.value.kind !== "url";
  if (info && isHere) Object.assign(view, { file: info.name, print: info.fingerprint.slice(0, 8) });
  if (info?.study) view.files = info.study.samples.map(({ file, sample }) => ({ file, sample }));
  delete view.theme;
  const hash = toHash(view);
  return `${location.origin}${location.pathname}${location.search}${hash ? `#${hash}` : ""}`;
}

/** Says where the file is not the one that a link was made of. */
function compareFiles(): void {
  const linked = linkedFile.value;
  const info = state.info.value;
  if (!linked || !info) return;
  linkedFile.value = null;
  if (![info.fingerprint, info.earlierFingerprint].some((print) => print.startsWith(linked.print)))
    showMessage(
      `The link was made for ${linked.name}, which is not this file: the view is restored as far as columns and classes are the same.`,
    );
}

/** Gives the open file what a link says of its columns and cells, as far as it has them. */
function takeWaiting(isWhole = false): void {
  const info = state.info.value;
  const view = waiting.value;
  if (!info) return;
  const has = (column: string | undefined) => column !== undefined && (column === NONE || info.columns.some(({ name }) => name === column));
  const chosen = (column: string | undefined, usual: string) => (has(column) ? (column === NONE ? "" : column!) : usual);
  const guessed = trust.guessedTrustColumns(info.columns);
  const labels = Object.keys(state.labelColumns.value).map((head) => [
    head,
    chosen(view.labels?.[head] === "" ? NONE : view.labels?.[head], guessColumn(head, info.columns)),
  ]);
  const matrix = info.matrices.find(({ path }) => path === view.matrix)?.path;
  batch(() => {
    waiting.value = {};
    setLabelColumns(Object.fromEntries(labels));
    trust.donors.value = chosen(view.donors, guessed.donors);
    trust.scoring.value = view.scoring ?? "strict";
    if (isWhole || state.step.value === "trust") {
      trust.landscapeBy.value = chosen(view.over, guessed.over);
      trust.breakdownBy.value = chosen(view.groups, guessed.groups);
    }
    const same = JSON.stringify(rule.value) === JSON.stringify(view.select ?? null);
    if (!same) {
      wantedRule.value = view.select ?? null;
      if (!view.select) clearSelection();
    }
  });
  // A file that is just open is analysed by whoever opened it.
  if (matrix && matrix !== info.matrix && (state.isRunning.value || state.report.value)) void analyze(matrix);
}

/** Reads the hash into the state now and when it changes, and writes the state back into it: a step is an entry of the history. */
export function startViewLink(): void {
  const read = () => applyView(fromHash(location.hash));
  read();
  addEventListener("popstate", read);
  let guessedFor = "";
  effect(() => {
    const info = state.info.value;
    const fingerprint = info?.fingerprint ?? "";
    if (fingerprint === guessedFor) return;
    guessedFor = fingerprint;
    untracked(() => {
      if (!info || awaitsFiles(info)) return;
      trust.guessTrustColumns(info.columns);
      takeWaiting();
      compareFiles();
    });
  });
  effect(() => {
    const view = currentView();
    const hash = toHash(view);
    const old = location.hash.replace(/^#/, "");
    if (hash === old) return;
    const to = hash ? `#${hash}` : location.pathname + location.search;
    const before = fromHash(old);
    const isStep = (before.step ?? "data") !== (view.step ?? "data") || before.at !== view.at;
    if (state.phase.value === "open" && isStep) history.pushState(null, "", to);
    else history.replaceState(null, "", to);
  });
}

/** The window is named after the file that is open. */
export function startTitle(): void {
  effect(() => {
    const name = state.info.value?.name;
    document.title = name ? `${name} · Phenolens` : "Phenolens";
  });
}
