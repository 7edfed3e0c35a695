import { batch, computed, effect } from "@preact/signals";
import { USUAL_BASELINE, type AttributionReport, type AttributionRequest } from "../../../contract/operations/attribution";
import { wantedRule } from "../map/selection";
import { call, callIn, fail } from "../../engine-client";
import * as state from "../../store";
import { task } from "../../task";
import { isSameQuestion, RUNNER_UP, RUNNER_UP_WORD, targetOf } from "./question";
import * as why from "./state";

/** What the controls ask for. */
function request(): AttributionRequest | null {
  const [model, phenotype] = [why.model.value, why.head.value];
  if (!model || !phenotype) return null;
  const cells = why.cells.value;
  const selection = state.selection.value;
  const contrast = why.contrast.value < 0 ? ({ kind: "all" } as const) : ({ kind: "class", code: why.contrast.value } as const);
  return {
    matrix: state.shownMatrix.value,
    model: model.name,
    phenotype,
    target: targetOf(why.target.value),
    groupBy: cells.kind === "selection" ? { kind: "cells", cells: selection ?? new Uint32Array(), name: "the selection" } : cells,
    method: why.method.value,
    baseline: why.baseline.value === "none" ? { kind: "none" } : { kind: why.baseline.value, of: contrast },
    donors: why.donors.value || null,
    cellsPerGroup: why.cellsPerGroup.value ?? why.usualCells.value,
    steps: { from: why.method.value === "expected-gradients" ? 32 : 8, most: 64, gap: 0.01 },
    seed: state.seed.value,
    backend: state.backend.value,
    lanes: 0,
  };
}

/** Whether the controls ask for something else than what is shown. */
export const isChanged = computed(() => {
  const [now, shown] = [request(), why.asked.value];
  return now !== null && shown !== null && !isSameQuestion(now, shown);
});

function show(report: AttributionReport): void {
  batch(() => {
    why.report.value = report;
    why.attributions.value = new Map();
    if (why.wantedGene.value && report.symbols.includes(why.wantedGene.value)) {
      why.gene.value = report.symbols.indexOf(why.wantedGene.value);
      why.wantedGene.value = "";
    }
    if (!report.groups.some((group) => group.name === why.focus.value)) {
      const wanted = why.classes.value[why.target.value.code]?.label;
      why.focus.value = (report.groups.find((group) => group.name === wanted) ?? report.groups[0])?.name ?? "";
    }
  });
}

/** Explains what is asked; results show as they come. */
export const explanation = task(
  (run, asked: AttributionRequest) => {
    why.gene.value = null;
    why.report.value = null;
    why.asked.value = asked;
    if (state.colorBy.value.kind === "attribution") state.choose({ colorBy: { kind: "prediction" } });
    return callIn(run, "attribute", asked, show);
  },
  (report) => {
    show(report);
    const color = state.colorBy.value;
    const painted = report.symbols.indexOf(why.wantedPaint.value || (color.kind === "attribution" ? color.name : ""));
    why.wantedPaint.value = "";
    if (painted >= 0) void fetchPaint(report, painted);
    // So that a gene selected is on the map at once.
    else void call("attributionAhead", { matrix: state.shownMatrix.value }).catch(() => undefined);
  },
);

/** Explains what the controls say. */
export async function explain(): Promise<void> {
  const asked = request();
  if (asked) await explanation.start(asked);
}

/** Explains the cells selected, what was predicted for each, and shows the step. */
export function explainSelection(): void {
  batch(() => {
    why.target.value = { code: -1, against: -1 };
    why.cells.value = { kind: "selection" };
    tried = keyOfSight();
    state.choose({ step: "why" });
  });
  void explain();
}

/** Colours the map by what a gene adds to the logit; while results still come in, each in the place of the last, once they have. */
export function paint(gene: number): void {
  const report = why.report.value;
  if (!report) return;
  if (explanation.isBusy.value) state.choose({ colorBy: { kind: "attribution", name: report.symbols[gene]! } });
  else void fetchPaint(report, gene);
}

async function fetchPaint(report: AttributionReport, gene: number): Promise<void> {
  const name = report.symbols[gene]!;
  state.choose({ colorBy: { kind: "attribution", name } });
  if (why.attributions.value.has(name)) return;
  try {
    const { values } = await call("attributionOfGene", { matrix: state.shownMatrix.value, gene });
    if (why.report.value === report) why.attributions.value = new Map([...[...why.attributions.value].slice(-7), [name, values]]);
  } catch (error) {
    fail(error);
  }
}

/** The model, head and analysis that the step has explained, or was asked to explain. */
let tried = "";
const keyOfSight = () => `${state.dataKey.value} ${why.model.value?.name} ${why.head.value} ${state.report.value?.seconds}`;

/** Asks what a link asked for, as far as the model has the classes. */
function takeWanted(view: why.WhyView): void {
  const code = (label: string | undefined) => why.classes.value.findIndex((one) => one.label === label);
  const at = code(view.class);
  why.wanted.value = null;
  why.target.value = { code: at, against: at >= 0 ? code(view.against) : view.against === RUNNER_UP_WORD ? RUNNER_UP : -1 };
  if (view.of?.kind !== "selection" || state.selection.value) why.cells.value = view.of ?? { kind: "prediction" };
  why.method.value = view.method ?? "gradient-x-input";
  why.baseline.value = view.baseline ?? USUAL_BASELINE;
  why.contrast.value = code(view.contrast);
  why.donors.value = view.units ?? "";
  why.cellsPerGroup.value = view.each ?? null;
  why.focus.value = view.group ?? "";
  why.wantedGene.value = view.gene ?? "";
}

state.forgetWith("file", () => {
  why.forget();
  tried = "";
});

/** Explains the active model when the step is opened. */
export function startWhy(): void {
  effect(() => {
    const [model, head] = [why.model.value, why.head.value];
    const awaitsCells = why.wanted.value?.of?.kind === "selection" && wantedRule.value !== null;
    const isReady =
      state.step.value === "why" &&
      !awaitsCells &&
      !state.isRunning.value &&
      model &&
      head &&
      (state.runByModel.value.get(model.name)?.cells ?? 0) > 0;
    const key = keyOfSight();
    if (!isReady || (key === tried && !why.wanted.value)) return;
    tried = key;
    batch(() => {
      why.target.value = { code: -1, against: -1 };
      why.cells.value = { kind: "prediction" };
      why.contrast.value = -1;
      why.baseline.value = USUAL_BASELINE;
      if (why.wanted.value) takeWanted(why.wanted.value);
    });
    void explain();
  });
}
