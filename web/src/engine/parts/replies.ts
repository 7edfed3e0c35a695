import { AnalysisError } from "../../contract/errors";
import type { CellRange, ScorePart } from "../../contract/types";
import type { LaneOperations } from "../contract/lane-operations";
import type { Prediction } from "../contract/predict";
import type { CellBatch } from "./arrow";
import type { CellColumns, Numbers } from "./cell-columns";

type Survey = LaneOperations["survey"]["reply"];

/** A model whose answers are put and read by its name. */
export interface AnsweringModel {
  name: string;
  heads: readonly { phenotype: string }[];
}

const SCORES = ["top", "probability", "entropy", "rest", "restSquares"] as const;
const QUALITY = ["totals", "detected", "mitochondrial", "genomes"] as const;
const FIT = ["score", "delta", "overMedian"] as const;

/** Puts what a lane answered of a block: quality, and counts of the genes of sex. */
export function putSurvey(columns: CellColumns, block: CellRange, { quality, whole, sex }: Survey): void {
  for (const name of QUALITY) columns.put(`quality/${name}`, block, quality[name]);
  columns.put("quality/whole", block, whole);
  if (sex) for (const name of ["x", "y"] as const) columns.put(`sex/${name}`, block, sex[name]);
}

/** Puts what a model answered of a block. */
export function putPrediction(columns: CellColumns, block: CellRange, { name, heads }: AnsweringModel, prediction: Prediction): void {
  heads.forEach(({ phenotype }, i) => {
    for (const field of SCORES) columns.put(`${name}/${phenotype}/${field}`, block, prediction.heads[i]![field]);
    const matched = prediction.matched?.[i];
    if (matched) columns.putLists(`${name}/${phenotype}/matched`, block, matched.counts, matched.codes);
  });
  columns.put(`${name}/embedding`, block, prediction.embedding);
  if (prediction.meanCosine) columns.put(`${name}/mean_cosine`, block, prediction.meanCosine);
  if (prediction.fit) for (const field of FIT) columns.put(`${name}/fit/${field}`, block, prediction.fit[field]);
}

/** What `putSurvey` put, but for the predictions. */
export function surveyOf(batch: CellBatch): Omit<Survey, "predictions"> {
  const quality = Object.fromEntries(QUALITY.map((name) => [name, batch.get(`quality/${name}`)?.slice() ?? new Float32Array(0)]));
  const x = batch.get("sex/x");
  return {
    quality: quality as unknown as Survey["quality"],
    whole: needed<Uint8Array<ArrayBuffer>>(batch, "quality/whole"),
    ...(x ? { sex: { x: x as Float32Array<ArrayBuffer>, y: needed<Float32Array<ArrayBuffer>>(batch, "sex/y") } } : {}),
  };
}

/** What `putPrediction` put. */
export function predictionOf(batch: CellBatch, { name, heads }: AnsweringModel): Prediction {
  const { count } = batch.cells;
  const embedding = (batch.get(`${name}/embedding`) ?? new Float32Array(0)) as Float32Array;
  const cosine = batch.get(`${name}/mean_cosine`);
  const lists = heads.map(({ phenotype }) => batch.lists(`${name}/${phenotype}/matched`));
  const fitted = batch.get(`${name}/fit/score`) !== undefined;
  return {
    heads: heads.map(({ phenotype }) => {
      const top = needed<Uint16Array>(batch, `${name}/${phenotype}/top`);
      const scores = Object.fromEntries(SCORES.map((field) => [field, needed(batch, `${name}/${phenotype}/${field}`)]));
      return { ...scores, k: top.length / count } as ScorePart;
    }),
    embedding,
    dims: embedding.length / count,
    ...(cosine ? { meanCosine: cosine as Float32Array } : {}),
    ...(lists.every((list) => list !== undefined) && lists.length > 0
      ? { matched: lists.map((list) => ({ counts: list!.counts, codes: list!.values })) }
      : {}),
    ...(fitted
      ? { fit: Object.fromEntries(FIT.map((field) => [field, needed(batch, `${name}/fit/${field}`)])) as NonNullable<Prediction["fit"]> }
      : {}),
  };
}

function needed<T extends Numbers>(batch: CellBatch, name: string): T {
  const found = batch.get(name);
  if (!found) throw new AnalysisError("bad-file", `A part lacks the column ${name}. Make it again.`);
  return found as T;
}
