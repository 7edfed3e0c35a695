import { signal } from "@preact/signals";
import type { AttributionGroup, AttributionReport } from "../../../contract/operations/attribution";
import type { EnrichmentReport, EnrichmentRequest, SetScoresReport } from "../../../contract/operations/gene-sets";
import type { SetAloneReport } from "../../../contract/operations/set-alone";
import type { ModelInfo } from "../../../contract/types";
import { call, callIn, fail } from "../../engine-client";
import * as state from "../../store";
import { task } from "../../task";
import { showValues } from "../map/state";
import * as why from "../why/state";
import { method, scoresBy, sets, setTitle, sizes, smallestSet } from "./state";

/* The three questions about sets of genes: what stands out in a ranking, how active they are in each cell, what a model
   predicts from one alone. */

type SetsFile = EnrichmentRequest["file"];

export const enriched = signal<{ group: string; attributions: AttributionReport; report: EnrichmentReport } | null>(null);

const TOP_GENES = 100;
const PERMUTATIONS = 1000;

/** Tests the sets against the attributions of a group. */
export const enrichment = task(
  (run, file: SetsFile, attributions: AttributionReport, group: AttributionGroup) =>
    callIn(run, "enrich", {
      file,
      symbols: attributions.symbols,
      ensemblIds: attributions.ensemblIds,
      mean: group.mean,
      meanAbs: group.meanAbs,
      expressed: group.expressedShare,
      weight: group.weight,
      method: method.value,
      top: TOP_GENES,
      minSize: smallestSet(),
      maxSize: sizes.value.max,
      permutations: PERMUTATIONS,
      seed: 1,
    }),
  (report, _, attributions, group) => {
    enriched.value = { group: group.name, attributions, report };
  },
);

export const scored = signal<{ report: SetScoresReport; by: string } | null>(null);

/** Scores the sets in every cell (AUCell), and sums the scores up over groups. */
export const scoring = task(
  (run, file: SetsFile, model: string, phenotype: string, column: string) =>
    callIn(run, "scoreSets", {
      matrix: state.shownMatrix.value,
      file,
      minSize: smallestSet(),
      maxSize: sizes.value.max,
      lanes: 0,
      groupBy: column === "" ? { kind: "prediction", model, phenotype } : { kind: "column", column },
    }),
  (report, _, __, phenotype, column) => {
    scored.value = { report, by: column === "" ? `predicted ${phenotype.replaceAll("_", " ")}` : column };
  },
);

/** Scores the chosen sets in every cell. */
export function startScoring(): void {
  const [file, model, phenotype] = [sets.value, why.model.value, why.head.value];
  if (file && model && phenotype) void scoring.start(file, model.name, phenotype, scoresBy.value);
}

/** Colours the map by a set's score. */
export async function showSet(report: SetScoresReport, set: SetScoresReport["scored"][number]): Promise<void> {
  try {
    const { values } = await call("setScores", { matrix: state.shownMatrix.value, set: report.scored.indexOf(set) });
    showValues({ title: setTitle(set.name), values });
  } catch (error) {
    fail(error);
  }
}

/** A transformer is run again for every random set: fewer cells, fewer sets. */
const CELLS = { linear: 1500, reference: 1500, onnx: 150 };
const RANDOM_SETS = { linear: 20, reference: 20, onnx: 4 };

export const alone = signal<SetAloneReport | null>(null);

/** Predicts from the genes of one set alone, and of random sets of as many genes. */
export const setAlone = task(
  (run, file: SetsFile, set: string, model: Pick<ModelInfo, "name" | "kind">) =>
    callIn(run, "setAlone", {
      matrix: state.shownMatrix.value,
      model: model.name,
      file,
      set,
      random: RANDOM_SETS[model.kind],
      labels: Object.fromEntries(Object.entries(state.labelColumns.value).filter(([, column]) => column)),
      cells: CELLS[model.kind],
      seed: 1,
      lanes: 0,
    }),
  (report) => {
    alone.value = report;
  },
);

state.forgetWith("results", () => {
  enriched.value = null;
  scored.value = null;
  alone.value = null;
});
