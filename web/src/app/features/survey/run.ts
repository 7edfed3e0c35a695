import { batch, effect } from "@preact/signals";
import { toWire } from "../../../contract/errors";
import type { QualityMetric } from "../../../contract/survey";
import { call, fail } from "../../engine-client";
import * as state from "../../store";
import { placeSurvey, SURVEY_UMAP } from "./layout";
import * as survey from "./state";

/*
 * Runs the survey's steps, each on what the one before it found. One step at a time: asking for another stops what runs.
 */

let running: AbortController | null = null;

interface Context {
  signal: AbortSignal;
  onProgress: (progress: typeof state.progress.value) => void;
}

const step = () => ({ matrix: state.info.value!.matrix, mask: survey.usedMask.value, lanes: 0 });

/** Runs steps one after another, showing which; false where one failed or was stopped. */
async function inTurn(section: survey.Section, work: (context: Context) => Promise<void>): Promise<boolean> {
  running?.abort();
  const mine = (running = new AbortController());
  survey.failure.value = null;
  const isMine = () => running === mine;
  try {
    await work({
      signal: mine.signal,
      onProgress: (progress) => {
        if (isMine()) state.progress.value = progress;
      },
    });
    return isMine();
  } catch (error) {
    const wire = toWire(error);
    if (isMine() && wire.code !== "cancelled") survey.failure.value = { in: section, error: wire };
    return false;
  } finally {
    if (isMine()) {
      batch(() => {
        survey.busy.value = null;
        state.progress.value = null;
      });
      running = null;
    }
  }
}

export function stopSurvey(): void {
  running?.abort();
}

/* Quality. */

async function quality(context: Context): Promise<void> {
  survey.busy.value = "quality";
  survey.quality.value = await call("surveyQuality", { matrix: state.info.value!.matrix, mads: survey.mads.value, lanes: 0 }, context);
  await applyLimits();
}

/** Measures every cell. */
export const runQuality = () => inTurn("quality", quality);

let asked = 0;
/** Asks which cells lie within the limits now; the answer to an older question is let go. */
export async function applyLimits(): Promise<void> {
  if (!survey.quality.value) return;
  const mine = ++asked;
  const found = await call("qualityMask", { limits: survey.limits.value });
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

export function setFiltered(isFiltered: boolean): void {
  if (isFiltered === survey.isFiltered.value) return;
  batch(() => {
    survey.isFiltered.value = isFiltered;
    survey.forgetFrom("mask");
  });
}

/** Selects the cells beyond the limits, so that they can be looked at and taken away. */
export function selectBeyond(): void {
  const mask = survey.mask.value?.mask;
  if (!mask) return;
  const cells: number[] = [];
  mask.forEach((kept, cell) => {
    if (!kept) cells.push(cell);
  });
  state.selection.value = Uint32Array.from(cells);
}

/* Genes, components, neighbours, map, clusters. */

async function variable(context: Context): Promise<void> {
  if (survey.variable.value) return;
  survey.busy.value = "variable";
  survey.forgetFrom("variable");
  const flavour = survey.flavour.value;
  survey.variable.value = await call(
    "variableGenes",
    { ...step(), flavour, top: survey.top.value, column: flavour === "anova" ? survey.anovaColumn.value : null },
    context,
  );
}

async function components(context: Context): Promise<void> {
  await variable(context);
  if (survey.components.value) return;
  survey.busy.value = "components";
  survey.forgetFrom("components");
  survey.components.value = await call(
    "surveyComponents",
    { ...step(), genes: null, scale: survey.scale.value, components: survey.componentCount.value },
    context,
  );
}

async function neighbors(context: Context): Promise<void> {
  if (survey.representation.value.kind === "components") await components(context);
  if (survey.neighbors.value) return;
  survey.busy.value = "neighbors";
  survey.forgetFrom("neighbors");
  survey.neighbors.value = await call(
    "surveyNeighbors",
    {
      matrix: state.shownMatrix.value,
      of: survey.representation.value,
      mask: survey.usedMask.value,
      k: 15,
      seed: state.seed.value,
      lanes: 0,
    },
    context,
  );
}

async function clusters(context: Context): Promise<void> {
  await neighbors(context);
  if (survey.clusters.value) return;
  survey.busy.value = "clusters";
  survey.clusters.value = await call("surveyClusters", { resolution: survey.resolution.value, seed: state.seed.value }, context);
  await compare();
}

async function layout(context: Context): Promise<void> {
  if (survey.layout.value) return;
  batch(() => {
    survey.busy.value = "layout";
    // The map waits for it from here on: another layout that it settled meanwhile would end this one.
    state.layout.value = SURVEY_UMAP;
  });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { xy } = await call(
    "surveyLayout",
    { seed: state.seed.value, minDist: 0.5, epochs: 0 },
    {
      ...context,
      onPart: (part) => {
        if (!calm) placeSurvey(part.xy);
      },
    },
  );
  survey.layout.value = xy;
  placeSurvey(xy);
}

export const runVariable = () =>
  inTurn("genes", async (context) => {
    survey.forgetFrom("variable");
    await variable(context);
  });

export const runComponents = () =>
  inTurn("genes", async (context) => {
    survey.forgetFrom("components");
    await components(context);
  });

/** Clusters the cells, doing before it what has not been done, and lays them out. */
export const runClusters = () =>
  inTurn("clusters", async (context) => {
    await clusters(context);
    state.colorBy.value = { kind: "clusters" };
    await layout(context);
  });

/** Clusters anew from the same neighbours. */
export function setResolution(resolution: number): void {
  survey.resolution.value = resolution;
  if (!survey.neighbors.value) return;
  void inTurn("clusters", async (context) => {
    survey.busy.value = "clusters";
    const found = await call("surveyClusters", { resolution, seed: state.seed.value }, context);
    batch(() => {
      survey.forgetFrom("markers");
      survey.clusters.value = found;
      state.dealColors(
        "clusters",
        found.sizes.map((_, i) => String(i)),
      );
    });
    await compare();
  });
}

/** Holds the clusters against a column's labels. */
export async function compare(): Promise<void> {
  const column = survey.agreementColumn.value || state.labelColumns.value.cell_type || survey.columns.value[0]?.name || "";
  survey.agreementColumn.value = column;
  survey.agreement.value = column && survey.clusters.value ? await call("clusterAgreement", { column }) : null;
}

/* Markers and chosen genes. */

/** Genes shown at first: the best few of each group, no gene twice. */
function bestOfEach(most = 24): string[] {
  const top = survey.markers.value?.top ?? [];
  const each = Math.max(1, Math.min(3, Math.floor(most / Math.max(1, top.length))));
  return [...new Set(top.flatMap((rows) => rows.slice(0, each).map(({ symbol }) => symbol)))].slice(0, most);
}

export const runMarkers = () =>
  inTurn("markers", async (context) => {
    const by = survey.grouping.value;
    if (!by) return;
    survey.busy.value = "markers";
    survey.forgetFrom("markers");
    const found = await call(
      "surveyMarkers",
      { ...step(), by, ranks: true, most: 0, seed: state.seed.value, order: survey.order.value },
      context,
    );
    batch(() => {
      survey.markers.value = found;
      survey.markersOf.value = by;
      survey.focus.value = Math.min(survey.focus.value, found.groups.length - 1);
      survey.wanted.value = bestOfEach();
    });
    await chosenGenes(context);
  });

async function chosenGenes(context: Context): Promise<void> {
  const by = survey.markersOf.value ?? survey.grouping.value;
  const genes = survey.wanted.value;
  if (!by || genes.length === 0) {
    survey.groups.value = null;
    return;
  }
  survey.busy.value = "genes";
  survey.groups.value = await call("geneGroups", { ...step(), genes, by }, context);
}

/** Finds what tells the far cells apart, by the class each is called, from all other cells: a new type would show genes of its own. */
export function showFarGroups(isFar: Uint8Array): void {
  const [scores, head] = [state.activeScores.value, state.activeHead.value];
  if (!scores || !head) return;
  const names = head.classes.map(({ label }) => `far, called ${label}`);
  const codes = new Int32Array(isFar.length).fill(-1);
  const counts = new Float64Array(names.length);
  isFar.forEach((far, cell) => {
    const code = scores.top[cell * scores.k]!;
    if (!far || code === 65535) return;
    codes[cell] = code;
    counts[code]!++;
  });
  // Groups of a few cells have no markers; every other cell is the rest.
  const kept = [...counts.keys()].filter((code) => counts[code]! >= 10);
  const place = new Map(kept.map((code, i) => [code, i]));
  const given = {
    kind: "given" as const,
    name: "far cells by what they are called",
    names: [...kept.map((code) => names[code]!), "all others"],
    codes: codes.map((code) => place.get(code) ?? kept.length),
  };
  batch(() => {
    state.step.value = "survey";
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

/** Looks at one gene: on the map, and in each group. */
export function lookAt(symbol: string): void {
  batch(() => {
    survey.gene.value = symbol;
    survey.violin.value = null;
    state.colorBy.value = { kind: "gene", name: symbol };
  });
  const by = survey.markersOf.value ?? survey.grouping.value;
  if (!by) return;
  void inTurn("markers", async (context) => {
    survey.busy.value = "genes";
    survey.violin.value = await call("geneViolin", { ...step(), gene: symbol, by, bins: 48 }, context);
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
const PROMPT = 200_000;
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
  const isNew = (view.mads ?? survey.USUAL.mads) !== survey.mads.value;
  batch(() => {
    survey.askedFor.value = null;
    survey.mads.value = view.mads ?? survey.USUAL.mads;
    survey.ownLimits.value = view.limits ?? null;
    setFiltered(view.filter === "out");
  });
  const resolution = view.resolution ?? survey.USUAL.resolution;
  if (resolution !== survey.resolution.value) setResolution(resolution);
  if (isMeasured) void (isNew ? runQuality() : applyLimits().catch(fail));
}

/** Measures quality when the step is first opened, and forgets with the file or its matrix. */
export function startSurvey(): void {
  let of = "";
  effect(() => {
    const now = `${state.info.value?.fingerprint} ${state.info.value?.matrix}`;
    if (now === of) return;
    of = now;
    stopSurvey();
    survey.forget();
  });
  effect(() => {
    const info = state.info.value;
    const key = `${info?.fingerprint} ${info?.matrix}`;
    if (state.step.value !== "survey" || !info || state.isRunning.value || !state.survey.value || info.cells > PROMPT || key === tried)
      return;
    tried = key;
    takeWanted();
    if (!survey.quality.value) void runQuality();
  });
  effect(() => {
    const color = state.colorBy.value;
    if (state.isRunning.value || color.kind !== "quality" || color.name in (state.quality.value ?? {})) return;
    void loadQuality(color.name).catch(fail);
  });
}
