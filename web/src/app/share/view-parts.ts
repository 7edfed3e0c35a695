import { USUAL_BASELINE } from "../../contract/operations/attribution";
import type { View } from "./link";
import { NONE } from "./link-codecs";
import type { CompareView } from "../features/compare/state";
import * as survey from "../features/survey/state";
import { RUNNER_UP, RUNNER_UP_WORD } from "../features/why/question";
import * as why from "../features/why/state";

/* What of a view the Survey, the Compare and the Why step hold themselves: read from what is set, where that is not the usual. */

export function whyPart({ class: label, against, of: cells, method, baseline, contrast, units, each, group, gene }: View): why.WhyView {
  const all = { class: label, against, of: cells, method, baseline, contrast, units, each, group, gene };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as why.WhyView;
}

export function surveyPart({ mads, limits, filter, resolution, batch, per, correct, beside }: View): survey.SurveyView {
  return Object.fromEntries(
    Object.entries({ mads, limits, filter, resolution, batch, per, correct, beside }).filter(([, value]) => value !== undefined),
  ) as survey.SurveyView;
}

const COMPARE = [
  "compared",
  "condition",
  "levels",
  "types",
  "covariates",
  "pairing",
  "least",
  "transform",
  "weights",
  "within",
  "counted",
] as const satisfies readonly (keyof CompareView)[];

/** What the Compare step is asked, where it is not the usual. */
export const comparePart = (view: View): CompareView =>
  Object.fromEntries(COMPARE.flatMap((key) => (view[key] === undefined ? [] : [[key, view[key]]]))) as CompareView;

/** A column chosen by hand; none is written as such. */
const own = (column: string | null) => (column === null ? undefined : column || NONE);

/** The survey's limits, batches and resolution, where they are not the usual ones. */
export function surveyView(): survey.SurveyView {
  if (survey.askedFor.value) return survey.askedFor.value;
  const [mads, resolution] = [survey.mads.value, survey.resolution.value];
  return surveyPart({
    mads: mads === survey.USUAL.mads ? undefined : mads,
    limits: survey.ownLimits.value ?? undefined,
    filter: survey.isFiltered.value ? "out" : undefined,
    resolution: resolution === survey.USUAL.resolution ? undefined : resolution,
    batch: own(survey.ownBatch.value),
    per: own(survey.ownLimitsWithin.value),
    correct: survey.method.value === "none" ? undefined : survey.method.value,
    beside: survey.covariates.value.length > 0 ? survey.covariates.value : undefined,
  } as View);
}

/** What the Why step explains, where it is not the default. */
export function whyView(): why.WhyView {
  if (why.wanted.value) return why.wanted.value;
  const label = (code: number) => why.classes.value[code]?.label;
  const report = why.report.value;
  const { code, against } = why.target.value;
  const first = report?.groups.find(({ name }) => name === label(code)) ?? report?.groups[0];
  return whyPart({
    class: label(code),
    against: against === RUNNER_UP ? RUNNER_UP_WORD : label(against),
    of: why.cells.value.kind === "prediction" ? undefined : why.cells.value,
    method: why.method.value === "gradient-x-input" ? undefined : why.method.value,
    baseline: why.baseline.value === USUAL_BASELINE ? undefined : why.baseline.value,
    contrast: why.baseline.value === "none" ? undefined : label(why.contrast.value),
    units: why.donors.value || undefined,
    each: why.cellsPerGroup.value ?? undefined,
    group: why.focus.value && why.focus.value !== first?.name ? why.focus.value : undefined,
    gene: why.wantedGene.value || (report && why.gene.value !== null ? report.symbols[why.gene.value] : undefined),
  } as View);
}
