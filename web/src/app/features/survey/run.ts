import { batch, effect, signal } from "@preact/signals";
import type { WireError } from "../../../contract/errors";
import { guessCondition } from "../../../contract/compare-columns";
import { bestOfEach, type QualityMetric } from "../../../contract/survey";
import { call, callIn, fail } from "../../engine-client";
import * as state from "../../store";
import { task, type Run } from "../../task";
import { joined, NONE } from "../../share/link-codecs";
import { donors } from "../trust/state";
import { showPositions } from "../map/positions";
import { selectCells } from "../map/selection";
import { SURVEY_UMAP } from "./layout";
import * as survey from "./state";

/*
 * Runs the survey's steps, each on what the one before it found. One step at a time: asking for another stops what runs.
 */

const step = () => ({ matrix: state.info.value!.matrix, mask: survey.usedMask.value, lanes: 0 });

/** The part of the step that runs or ran last. */
const section = signal<survey.Section>("quality");
/** What the run that is under way computes. */
const doing = signal<survey.Doing | null>(null);

const work = task((run, part: survey.Section, steps: (run: Run) => Promise<void>) => {
  section.value = part;
  return steps(run);
});
/** Runs steps one after another, in place of what runs; false where one failed or was stopped. */
const inTurn = work.start;
export const stopSurvey = work.stop;

effect(() => {
  survey.busy.value = work.isBusy.value ? doing.value : null;
});

/** What went wrong in a part, until something runs again. */
export const surveyFailure = (part: survey.Section): WireError | null => (section.value === part ? work.failure.value : null);

/* Quality. */

const qualityAsked = () => ({
  matrix: state.info.value!.matrix,
  mads: survey.mads.value,
  lanes: 0,
  samples: survey.limitsWithin.value || null,
});

async function quality(run: Run): Promise<void> {
  doing.value = "quality";
  survey.quality.value = await callIn(run, "surveyQuality", qualityAsked());
  await applyLimits();
}

/** Measures every cell. */
export const runQuality = () => inTurn("quality", quality);

/** Measures every cell where that has not been done, without stopping what runs. */
export async function measureQuality(): Promise<void> {
  if (survey.quality.value) return;
  survey.quality.value = await call("surveyQuality", qualityAsked());
  await applyLimits();
}

let asked = 0;
/** Asks which cells lie within the limits now; the answer to an older question is let go. */
export async function applyLimits(): Promise<void> {
  if (!survey.quality.value) return;
  const mine = ++asked;
  const found = await call("qualityMask", { limits: survey.ownLimits.value ?? "automatic" });
  if (mine !== asked) return;
  batch(() => {
    survey.mask.value = found;
    if (survey.isFiltered.value) survey.forgetFrom("mask");
  });
}

export function setLimit(metric: QualityMetric, side: "low" | "high", value: number | null): void {
  const now = survey.limits.value;
  survey.ownLimits.value = { ...now, [metric]: { low: null, high: null, ...now[metric], [side]: value } };
  void applyLimits().catch(fail);
}

export function automatic(mads = survey.mads.value): void {
  const isNew = mads !== survey.mads.value;
  survey.mads.value = mads;
  survey.ownLimits.value = null;
  void (isNew ? runQuality() : applyLimits().catch(fail));
}

/** Finds automatic limits within the groups of a column from now on; "": of all cells together. */
export function setLimitsWithin(column: string): void {
  survey.ownLimitsWithin.value = column;
  survey.ownLimits.value = null;
  void runQuality();
}

export function setFiltered(isFiltered: boolean): void {
  if (isFiltered === survey.isFiltered.value) return;
  batch(() => {
    survey.isFiltered.value = isFiltered;
    survey.forgetFrom("mask");
  });
}

/** Selects the cells outside the limits, so that they can be looked at and exported. */
export function selectOutside(): void {
  const mask = survey.mask.value?.mask;
  if (!mask) return;
  const cells: number[] = [];
  mask.forEach((kept, cell) => {
    if (!kept) cells.push(cell);
  });
  selectCells(Uint32Array.from(cells), null);
}

/* Genes, components, neighbours, map, clusters. */

async function variable(run: Run): Promise<void> {
  if (survey.variable.value) return;
  doing.value = "variable";
  survey.forgetFrom("variable");
  const flavour = survey.flavour.value;
  survey.variable.value = await callIn(run, "variableGenes", {
    ...step(),
    flavour,
    top: survey.top.value,
    column: flavour === "anova" ? survey.anovaColumn.value : null,
    batch: flavour === "anova" ? null : survey.batchColumn.value || null,
  });
}

async function components(run: Run): Promise<void> {
  await variable(run);
  if (survey.components.value) return;
  doing.value = "components";
  survey.forgetFrom("components");
  survey.components.value = await callIn(run, "surveyComponents", {
    ...step(),
    genes: null,
    scale: survey.scale.value,
    components: survey.componentCount.value,
  });
}

/** The components with their batches laid over each other, where that is asked for. */
async function integrate(run: Run): Promise<void> {
  await components(run);
  const method = survey.method.value;
  if (method === "none" || survey.integration.value?.method === method) return;
  doing.value = "integration";
  const column = state.labelColumns.value.cell_type;
  const model = state.activeModel.value?.heads.some(({ phenotype }) => phenotype === "cell_type") ? state.activeModel.value.name : "";
  const hasRun = (state.runByModel.value.get(model)?.cells ?? 0) > 0;
  const batch = survey.batchColumn.value;
  survey.integration.value = await callIn(run, "surveyIntegrate", {
    matrix: state.info.value!.matrix,
    method,
    columns: [batch, ...(method === "harmony" ? survey.usedCovariates.value.filter((name) => name !== batch) : [])],
    labels: column ? { column } : hasRun ? { model } : null,
    condition: guessCondition(state.info.value!.columns) || null,
    mask: survey.usedMask.value,
    seed: state.seed.value,
    lanes: 0,
  });
}

async function neighbors(run: Run): Promise<void> {
  if (survey.space.value.kind === "integrated") await integrate(run);
  else if (survey.space.value.kind === "components") await components(run);
  if (survey.neighbors.value) return;
  doing.value = "neighbors";
  survey.forgetFrom("neighbors");
  survey.neighbors.value = await callIn(run, "surveyNeighbors", {
    matrix: state.shownMatrix.value,
    of: survey.space.value,
    mask: survey.usedMask.value,
    k: 15,
    seed: state.seed.value,
    lanes: 0,
  });
}

async function clusters(run: Run): Promise<void> {
  await neighbors(run);
  if (survey.clusters.value) return;
  doing.value = "clusters";
  survey.clusters.value = await callIn(run, "surveyClusters", { resolution: survey.resolution.value, seed: state.seed.value });
  await compare();
}

/** Shows the survey's layout on its way, and settled. */
function place(xy: Float32Array): void {
  state.choose({ layout: SURVEY_UMAP });
  showPositions(SURVEY_UMAP, xy);
}

async function layout(run: Run): Promise<void> {
  if (survey.layout.value) return;
  batch(() => {
    doing.value = "layout";
    // The map waits for it from here on: another layout that it computed meanwhile would end this one.
    state.choose({ layout: SURVEY_UMAP });
  });
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { xy } = await callIn(run, "surveyLayout", { seed: state.seed.value, minDist: 0.5, epochs: 0 }, (part) => {
    if (!isCalm) place(part.xy);
  });
  survey.layout.value = xy;
  place(xy);
}

export const runVariable = () =>
  inTurn("genes", async (run) => {
    survey.forgetFrom("variable");
    await variable(run);
  });

export const runComponents = () =>
  inTurn("genes", async (run) => {
    survey.forgetFrom("components");
    await components(run);
  });

/** Finds variable genes and components where there are none; false where that failed or was stopped. */
export const findComponents = () => inTurn("genes", components);

/** Clusters the cells, doing before it what has not been done, and lays them out. */
export const runClusters = () =>
  inTurn("clusters", async (run) => {
    await clusters(run);
    state.choose({ colorBy: { kind: "clusters" } });
    await layout(run);
  });

/** The same where a map is shown again: what it is coloured by stays. */
const mapAgain = () =>
  inTurn("clusters", async (run) => {
    await clusters(run);
    await layout(run);
  });

/** Clusters the cells without laying them out; false where that failed or was stopped. */
export const findClusters = () => inTurn("clusters", clusters);

/** Sets what batches are and how they are laid over each other; what rests on others is forgotten. */
export function setBatches({
  batch: own = survey.ownBatch.value,
  method = survey.method.value,
  covariates = survey.covariates.value,
}: {
  batch?: string | null;
  method?: typeof survey.method.value;
  covariates?: string[];
}): void {
  batch(() => {
    const isOther = own !== survey.ownBatch.value;
    if (!isOther && method === survey.method.value && joined(covariates) === joined(survey.covariates.value)) return;
    survey.ownBatch.value = own;
    survey.method.value = method;
    survey.covariates.value = covariates;
    survey.integration.value = null;
    survey.forgetFrom(isOther ? "variable" : "neighbors");
  });
}

/** Clusters again from the same neighbours. */
export function setResolution(resolution: number): void {
  survey.resolution.value = resolution;
  if (!survey.neighbors.value) return;
  void inTurn("clusters", async (run) => {
    doing.value = "clusters";
    const found = await callIn(run, "surveyClusters", { resolution, seed: state.seed.value });
    batch(() => {
      survey.forgetFrom("markers");
      survey.clusters.value = found;
      state.dealColors(() => state.colorBook("clusters").deal(found.sizes.map((_, i) => String(i))));
    });
    await compare();
  });
}

/** Compares the clusters with a column's labels. */
export async function compare(): Promise<void> {
  const column = survey.agreementColumn.value || state.labelColumns.value.cell_type || survey.columns.value[0]?.name || "";
  const clusters = survey.clusters.value;
  survey.agreementColumn.value = column;
  const found = column && clusters ? await call("clusterAgreement", { column }) : null;
  // Another column may have been chosen, or other clusters found.
  if (survey.agreementColumn.value === column && survey.clusters.value === clusters) survey.agreement.value = found;
}

/* Markers and chosen genes. */

async function markers(run: Run): Promise<void> {
  const by = survey.grouping.value;
  if (!by) return;
  doing.value = "markers";
  survey.forgetFrom("markers");
  const found = await callIn(run, "surveyMarkers", {
    ...step(),
    by,
    donors: donors.value || null,
    ranks: true,
    most: 0,
    seed: state.seed.value,
    ...survey.markerList.value,
    split: by.kind === "clusters" && survey.isSplit.value,
  });
  batch(() => {
    survey.markers.value = found;
    survey.markersOf.value = by;
    survey.focus.value = Math.min(survey.focus.value, found.groups.length - 1);
    survey.wanted.value = bestOfEach(survey.markers.value?.top ?? []);
  });
  await chosenGenes(run);
}

export const runMarkers = () => inTurn("markers", markers);

/** Does all there is of the survey that has not been done, and shows it on the way. */
export function surveyAll(): Promise<boolean> {
  batch(() => {
    state.choose({ step: "survey" });
    survey.section.value = "clusters";
    survey.groupsBy.value = "";
  });
  // Opening the step may have begun to measure quality; this takes its place.
  return inTurn("clusters", async (run) => {
    if (!survey.quality.value) await quality(run);
    await clusters(run);
    state.choose({ colorBy: { kind: "clusters" } });
    await layout(run);
    await markers(run);
  });
}

async function chosenGenes(run: Run): Promise<void> {
  const by = survey.markersOf.value ?? survey.grouping.value;
  const genes = survey.wanted.value;
  if (!by || genes.length === 0) {
    survey.groups.value = null;
    return;
  }
  doing.value = "genes";
  survey.groups.value = await callIn(run, "geneGroups", { ...step(), genes, by });
}

/** Groups of fewer cells have no markers worth testing. */
const LEAST_GROUP_CELLS = 10;

/** Finds markers of the outliers of each predicted class against all other cells: a new type would have markers of its own. */
export function showOutlierGroups(isFar: Uint8Array): void {
  const [scores, head] = [state.activeScores.value, state.activeHead.value];
  if (!scores || !head) return;
  const names = head.classes.map(({ label }) => `outliers predicted as ${label}`);
  const codes = new Int32Array(isFar.length).fill(-1);
  const counts = new Float64Array(names.length);
  isFar.forEach((far, cell) => {
    const code = scores.top[cell * scores.k]!;
    if (!far || code === 65535) return;
    codes[cell] = code;
    counts[code]!++;
  });
  // Groups of a few cells have no markers; every other cell is the rest.
  const kept = [...counts.keys()].filter((code) => counts[code]! >= LEAST_GROUP_CELLS);
  const place = new Map(kept.map((code, i) => [code, i]));
  const given = {
    kind: "given" as const,
    name: "outliers by predicted class",
    names: [...kept.map((code) => names[code]!), "all other cells"],
    codes: codes.map((code) => place.get(code) ?? kept.length),
  };
  batch(() => {
    state.choose({ step: "survey" });
    survey.section.value = "markers";
    survey.ownGroups.value = given;
    survey.groupsBy.value = "given";
  });
  void runMarkers();
}

/** Shows these genes by group. */
export function showGenes(genes: string[]): void {
  survey.wanted.value = genes;
  void inTurn("markers", chosenGenes);
}

/** Shows one gene: on the map, and in each group. */
export function showGene(symbol: string): void {
  batch(() => {
    survey.gene.value = symbol;
    survey.violin.value = null;
    state.choose({ colorBy: { kind: "gene", name: symbol } });
  });
  const by = survey.markersOf.value ?? survey.grouping.value;
  if (!by) return;
  void inTurn("markers", async (run) => {
    doing.value = "genes";
    survey.violin.value = await callIn(run, "geneViolin", { ...step(), gene: symbol, by, bins: 48 });
  });
}

/** Per-cell values of the metrics that an analysis does not bring, once asked for on the map. */
async function loadQuality(metric: QualityMetric): Promise<void> {
  if (survey.qualityValues.value.has(metric)) return;
  if (!survey.quality.value && !(await runQuality())) return;
  const { values } = await call("qualityValues", { metric });
  survey.qualityValues.value = new Map(survey.qualityValues.value).set(metric, values);
}

/** Cells up to which quality is measured unasked when the step is opened. */
const UNASKED_CELLS = 200_000;
let tried = "";

/** Sets what a link asks for: before anything is measured, or of what is. */
export function showSurvey(view: survey.SurveyView): void {
  survey.askedFor.value = view;
  if (survey.quality.value) takeWanted();
}

function takeWanted(): void {
  const view = survey.askedFor.value;
  if (!view) return;
  const isMeasured = survey.quality.value !== null;
  const has = (column: string) => column === NONE || state.info.value?.columns.some(({ name }) => name === column);
  // A column that the file lacks is the usual one.
  const chosen = (column: string | undefined) => (column !== undefined && has(column) ? (column === NONE ? "" : column) : null);
  const [batchBy, within] = [chosen(view.batch), chosen(view.per)];
  const method = view.correct ?? "none";
  const beside = view.beside?.filter(has) ?? [];
  const isNew = (view.mads ?? survey.USUAL.mads) !== survey.mads.value || within !== survey.ownLimitsWithin.value;
  batch(() => {
    survey.askedFor.value = null;
    survey.mads.value = view.mads ?? survey.USUAL.mads;
    survey.ownLimitsWithin.value = within;
    survey.ownLimits.value = view.limits ?? null;
    setFiltered(view.filter === "out");
    setBatches({ batch: batchBy, method, covariates: beside });
  });
  const resolution = view.resolution ?? survey.USUAL.resolution;
  if (resolution !== survey.resolution.value) setResolution(resolution);
  if (isMeasured) void (isNew ? runQuality() : applyLimits().catch(fail));
}

/** Measures quality when the step is first opened, and forgets with the file or its matrix. */
export function startSurvey(): void {
  let known = "";
  effect(() => {
    const key = state.dataKey.value;
    if (key === known) return;
    known = key;
    work.reset();
    survey.forget();
  });
  effect(() => {
    const [info, key] = [state.info.value, state.dataKey.value];
    const isShown = state.step.value === "survey" && key !== tried;
    if (!(isShown || survey.wantsMap.value) || !info || state.isRunning.value || !state.survey.value) return;
    if (info.cells > UNASKED_CELLS) return;
    tried = key;
    takeWanted();
    const wantsMap = survey.wantsMap.value;
    survey.wantsMap.value = false;
    void (survey.quality.value ? Promise.resolve(true) : runQuality()).then((isDone) => isDone && wantsMap && mapAgain());
  });
  effect(() => {
    const color = state.colorBy.value;
    if (state.isRunning.value || color.kind !== "quality" || color.name in (state.quality.value ?? {})) return;
    void loadQuality(color.name).catch(fail);
  });
}
