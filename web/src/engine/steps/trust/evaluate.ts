import { AnalysisError } from "../../../contract/errors";
import type { LabelQuestion, LedgerMetrics, PairedDifference } from "../../../contract/trust";
import type { Comparison, Evaluation, Metrics } from "../../../contract/types";
import { unwrap, type CoreModule } from "../../base/core";
import type { OpenedFile } from "../../file/opened-file";
import { cellsWhere, gather, integers, marks, placesWhere } from "./arrays";
import { doubtsOf } from "./doubts";
import { judged, labelledCells, type Judged } from "./judged";
import { isMissing } from "../../../contract/missing";
import { labelsOf } from "./labels";
import { compareTwo, pairOf } from "./pairs";
import { temperatureOf } from "./temperature";
import { unitsOf, type Units } from "./units";

export interface EvaluateRequest extends LabelQuestion {
  models: string[];
  seed?: number;
}

/** Distances of a model's cells to its training cells; null where they are not known. */
type TrainingDistances = (model: string) => Promise<Float32Array | null>;

/** Each model's predictions against a column of labels, and every two models against each other. */
export async function evaluate(
  core: CoreModule,
  file: OpenedFile,
  request: EvaluateRequest,
  distancesOf: TrainingDistances = () => Promise.resolve(null),
): Promise<Evaluation> {
  const { phenotype, column, models, scoring = "strict", donors } = request;
  // The column is looked at first: what is wrong with it is wrong for every model.
  const { column: labels } = await labelsOf(file, column);
  const isNone = labels.categories.map(isMissing);
  const named = integers(labels.codes.length, (cell) =>
    labels.codes[cell]! >= 0 && isNone[labels.codes[cell]!] ? -1 : labels.codes[cell]!,
  );
  const able = models.filter((model) => file.result(model).head(phenotype));
  if (able.length === 0) throw new AnalysisError("bad-input", `None of ${models.join(", ")} predicts ${phenotype}.`);
  const all: Judged[] = [];
  for (const model of able) all.push(await judged(core, file, model, request));
  // The same cells for all, so that they can be compared.
  const [, ...others] = all;
  const cells = cellsWhere(labelledCells(all[0]!), (cell) => others.every(({ codes }) => codes[cell]! >= 0));
  const units = await unitsOf(file, donors, cells);
  const compared = unwrap(
    core.compare_models({
      models: all.map(({ names, codes, ...one }) => pick(one, codes, names.length)),
      unit: units.of,
      units: units.count,
    }),
  );
  const intervals = all.length === 1 ? compared.models : all.map((one, i) => (one.cells === cells.length ? compared.models[i]! : null));
  const metrics: Metrics[] = [];
  for (const [i, one] of all.entries())
    metrics.push(await measure(core, file, one, request, named, intervals[i] ?? null, await distancesOf(one.model)));
  const pairs: PairedDifference[] = compared.pairs.map(({ first, second, differences }) =>
    pairOf(all[first]!, all[second]!, cells, differences),
  );
  const comparisons: Comparison[] = compared.pairs.map(({ first, second, pValue }) =>
    compareTwo(core, all[first]!, all[second]!, cells, phenotype, units.donors ? pValue : NaN),
  );
  return {
    phenotype,
    column,
    scoring,
    donors: donors ?? null,
    units: filled(units),
    matches: all[0]!.matches,
    metrics,
    comparison: comparisons[0] ?? null,
    comparisons,
    pairs,
  };
}

function pick({ first, confidence, rank, probability, brier }: Omit<Judged, "names" | "codes">, truth: Int32Array, classes: number) {
  return { truth, classes, first, confidence, rank, probability, brier };
}

function filled({ of, count }: Units): number {
  const seen = new Uint8Array(count);
  for (let cell = 0; cell < of.length; cell++) if (of[cell]! >= 0) seen[of[cell]!] = 1;
  return seen.reduce((sum, mark) => sum + mark, 0);
}

async function measure(
  core: CoreModule,
  file: OpenedFile,
  one: Judged,
  request: EvaluateRequest,
  labelCodes: Int32Array,
  known: LedgerMetrics | null,
  distances: Float32Array | null,
): Promise<Metrics> {
  const { phenotype, column, donors } = request;
  const { names, codes, first, confidence, entropy, rank, store } = one;
  const classes = names.length;
  const cells = labelledCells(one);
  const units = await unitsOf(file, donors, cells);
  const at = <T extends Float32Array | Uint8Array | Uint16Array | Int32Array>(values: T): T => gather(values, cells);
  const truth = at(codes);
  const found = unwrap(
    core.evaluate_ranked({
      k: store.ranked,
      first: at(first),
      confidence: at(confidence),
      entropy: at(entropy),
      rank: at(rank),
      truth,
      classes,
    }),
  );
  const right = marks(cells.length, (i) => rank[cells[i]!] === 0);
  const used = found.perClass.map(({ code }) => code).sort((a, b) => a - b);
  const isUnknown = (cell: number) => codes[cell]! < 0;
  const result = file.result(one.model);
  const seen = placesWhere(codes.length, (cell) => labelCodes[cell]! >= 0 && result.isDone(cell));
  return {
    model: one.model,
    phenotype,
    column,
    cells: found.cells,
    unmatchedCells: result.done - found.cells,
    topK: found.topK,
    balancedAccuracy: found.balancedAccuracy,
    macroF1: found.macroF1,
    ece: found.ece,
    reliability: found.reliability,
    confusion: {
      codes: used,
      labels: used.map((code) => names[code]!),
      counts: used.map((row) => used.map((to) => found.confusion[row * classes + to]!)),
    },
    perClass: found.perClass.map(({ code, support, recall, precision, f1 }) => ({ label: names[code]!, support, recall, precision, f1 })),
    meanEntropyRight: found.meanEntropyRight,
    meanEntropyWrong: found.meanEntropyWrong,
    aurocWrong: found.aurocWrong,
    calibration: unwrap(core.calibration({ confidence: at(confidence), right, probability: at(one.probability), brier: at(one.brier) })),
    beyondKept: one.beyond,
    temperature: temperatureOf(core, one, cells, units),
    coverage: unwrap(core.risk_coverage({ confidence: at(confidence), right })),
    intervals: known ?? unwrap(core.compare_models({ models: [pick(one, codes, classes)], unit: units.of, units: units.count })).models[0]!,
    wrong: doubtsOf(core, file, one, cells, (cell) => rank[cell] !== 0, units.donors, distances),
    unknown: seen.length > cells.length && cells.length > 0 ? doubtsOf(core, file, one, seen, isUnknown, units.donors, distances) : null,
  };
}
