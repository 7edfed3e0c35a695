import type { Light, LightColor, Scored, TrustLights } from "../../../contract/trust";
import type { Phenotype } from "../../../contract/types";
import { AnalysisError } from "../../../contract/errors";
import type { OpenedFile } from "../../file/opened-file";
import type { Models } from "../../model/models";
import { NO_CLASS } from "../../file/scores";
import { batchShift } from "../../results/batch-shift";
import { disagreementOf } from "./disagreement";
import { seenBefore } from "./seen";
import { cannotTellSex } from "./sex-genes";

/** Genes seen in the median row, beyond which no single cell of any protocol at hand lies, and samples do. */
const SAMPLE_GENES = 12_000;
/** The same where rows also hold a million counts. */
const SAMPLE_GENES_DEEP = 9_000;
const SAMPLE_COUNTS = 1e6;

interface Judgement {
  color: LightColor;
  figure: number | null;
  limits: [number, number] | null;
  says: string;
}

const unmeasured = (says: string): Judgement => ({ color: "none", figure: null, limits: null, says });

/** Green up to the first limit, amber up to the second. */
function rising(figure: number, limits: [number, number], says: string): Judgement {
  const color = figure <= limits[0] ? "green" : figure <= limits[1] ? "amber" : "red";
  return { color, figure, limits, says };
}

const percent = (part: number): string => `${part > 0 && part < 0.01 ? (100 * part).toFixed(1) : Math.round(100 * part)}%`;
const count = (number: number): string => Math.round(number).toLocaleString("en");

/**
 * How far one head of a model can be relied on in the open file: each check with its figure, its limits and a sentence.
 * What cannot be measured has no colour, and the title counts only what was measured. Throws AnalysisError("bad-input") where the model has
 * not run or does not predict the phenotype.
 */
export async function trustLights(
  file: OpenedFile,
  models: Models,
  { model, phenotype, scored }: { model: string; phenotype: Phenotype; scored?: Scored },
): Promise<TrustLights> {
  const result = file.result(model);
  const store = result.head(phenotype);
  if (!store) throw new AnalysisError("bad-input", `${model} does not predict ${phenotype}.`);
  const { survey, matrix } = file.analyzed;
  const shape = rowsOf(survey?.detected.median ?? NaN, survey?.totals.median ?? NaN);
  const lights: Light[] = [];
  const add = (name: Light["name"], title: string, rule: string, judged: Judgement) => lights.push({ name, title, rule, ...judged });

  const coverage = file.info.coverage.find((one) => one.model === model);
  add("genes", "Genes measured", "Green from 50% of the model's genes, amber from 5%: below, it is not run.", genes(coverage));
  if (shape.isSamples)
    add(
      "rows",
      "Cells or samples",
      `Red where the median row has more than ${count(SAMPLE_GENES)} genes, or ${count(SAMPLE_GENES_DEEP)} with a million counts.`,
      { color: "red", figure: shape.genes, limits: null, says: shape.says },
    );
  add(
    "depth",
    "Depth",
    "Green from a median of 500 genes per cell, amber from 200: cells below are dropped in scanpy's tutorials.",
    shape.isSamples ? unmeasured("Rows look like samples: depth per cell is not known.") : depth(shape.genes),
  );
  add(
    "disagreement",
    "Agreement of models",
    "Share of cells to which another model gives another label: green up to 5%, amber up to 20%. On studies left out of training, " +
      "models that were right differed in up to 2% of cells; where they were wrong, in 7 to 84%.",
    disagreement(disagreementOf(file, model, phenotype), (name) => models.folder(name).info.title),
  );
  add(
    "distance",
    "Similarity to training data",
    "Share of cells farther from every class than 95% of held-out training cells: green up to 10%, amber up to 30%.",
    distance(() => batchShift(result, phenotype)),
  );
  add(
    "confidence",
    "Low-confidence cells",
    "Share of cells whose top label has p < .5: green up to 10%, amber up to 30%. With two classes this says nothing.",
    confidence(store),
  );
  const extreme = store.head.link === "logistic" ? saturation(store) : null;
  if (extreme)
    add(
      "calibration",
      "Probabilities of 0 and 1",
      "Share of cells whose top label has a probability of 0 or 1 to seven digits: amber from 20%, red from 50%.",
      extreme,
    );
  add(
    "calibration",
    "Calibration",
    "Expected calibration error on the file's own labels: green up to .05, amber up to .15. Not judged where fewer than half of the " +
      "labelled cells have a label that the model knows.",
    calibration(scored),
  );
  const caution = store.head.caution;
  if (caution)
    add("card", "Model card", "What the model's authors measured for this head on studies left out.", {
      color: caution.color,
      figure: null,
      limits: null,
      says: caution.says,
    });
  const sex = phenotype === "sex" ? cannotTellSex(await file.geneNames(matrix)) : null;
  if (sex)
    add("card", "Genes of sex", "Red where neither XIST nor genes of the Y chromosome are measured.", {
      color: "red",
      figure: null,
      limits: null,
      says: sex,
    });
  const seen = await seenBefore(file, models, model);
  if (seen)
    add("seen", "New to the model", "Amber where at least half of the cells carry barcodes of a training set.", {
      color: "amber",
      ...seen,
      limits: null,
    });
  return { model, phenotype, lights, ...verdictOf(lights) };
}

/** What all checks come to. Green needs one check that can tell wrong labels: agreement, distance or calibration. */
export function verdictOf(lights: readonly Light[]): Pick<TrustLights, "measured" | "color" | "title"> {
  const known = lights.filter(({ color }) => color !== "none");
  const has = (color: LightColor) => known.some((light) => light.color === color);
  const measured = known.length;
  if (has("red")) return { measured, color: "red", title: "Warning: do not rely on these labels" };
  if (has("amber")) return { measured, color: "amber", title: "Use with caution" };
  const tells = known.some(({ name }) => name === "disagreement" || name === "distance" || name === "calibration");
  const of = `${measured} of ${lights.length} checks could be made`;
  if (!tells) return { measured, color: "none", title: `Not checked enough to say (${of})` };
  return { measured, color: "green", title: `No warning found (${of})` };
}

function rowsOf(genes: number, counts: number): { isSamples: boolean; genes: number; says: string } {
  const isSamples = genes > SAMPLE_GENES || (genes > SAMPLE_GENES_DEEP && counts >= SAMPLE_COUNTS);
  return {
    isSamples,
    genes,
    says:
      `Each row looks like a sample, a mixture of cells (median ${count(genes)} genes, ${count(counts)} counts): ` +
      "labels of cells do not apply.",
  };
}

function genes(
  coverage: { found: number; vocabulary: number; verdict: "ok" | "notice" | "refused"; reason: string } | undefined,
): Judgement {
  if (!coverage) return unmeasured("The model's genes were not compared with the file's.");
  const color = coverage.verdict === "ok" ? "green" : coverage.verdict === "notice" ? "amber" : "red";
  return { color, figure: coverage.found / coverage.vocabulary, limits: [0.5, 0.05], says: coverage.reason };
}

function depth(median: number): Judgement {
  if (Number.isNaN(median)) return unmeasured("Not counted yet.");
  const color = median >= 500 ? "green" : median >= 200 ? "amber" : "red";
  return { color, figure: median, limits: [500, 200], says: `Median ${count(median)} genes per cell.` };
}

function disagreement(found: ReturnType<typeof disagreementOf>, titleOf: (model: string) => string): Judgement {
  if (typeof found === "string") return unmeasured(found);
  return rising(
    found.share,
    [0.05, 0.2],
    `${found.others.map(titleOf).join(" and ")} ${found.others.length > 1 ? "give" : "gives"} another label to ` +
      `${percent(found.share)} of ${count(found.cells)} cells.`,
  );
}

function distance(measure: () => ReturnType<typeof batchShift>): Judgement {
  try {
    const { cells, far } = measure();
    if (cells === 0) return unmeasured("No cell has been predicted yet.");
    return rising(far / cells, [0.1, 0.3], `${percent(far / cells)} of the cells are outliers (5% expected).`);
  } catch (error) {
    if (error instanceof AnalysisError && error.code === "unsupported") return unmeasured("Not available for this model.");
    throw error;
  }
}

function confidence({
  top,
  probability,
  k,
  head,
}: {
  top: Uint16Array;
  probability: Float32Array;
  k: number;
  head: { classes: unknown[] };
}): Judgement {
  if (head.classes.length <= 2) return unmeasured("Not informative: with two classes the top label always has p of at least .5.");
  let [cells, unsure] = [0, 0];
  for (let at = 0; at < top.length; at += k) {
    if (top[at] === NO_CLASS) continue;
    cells++;
    if (probability[at]! < 0.5) unsure++;
  }
  if (cells === 0) return unmeasured("No cell has been predicted yet.");
  return rising(unsure / cells, [0.1, 0.3], `${percent(unsure / cells)} of the cells have a top label with p < .5.`);
}

/** Logistics of 16 and beyond are 0 or 1 to seven digits: no longer chances, only an order. */
const CERTAIN = 1e-7;

/** Of a head with a probability a class: whether its decision values are too large to be chances; null where they are not. */
function saturation({ top, probability, k }: { top: Uint16Array; probability: Float32Array; k: number }): Judgement | null {
  let [cells, certain] = [0, 0];
  for (let at = 0; at < top.length; at += k) {
    if (top[at] === NO_CLASS) continue;
    cells++;
    if (probability[at]! < CERTAIN || probability[at]! > 1 - CERTAIN) certain++;
  }
  const share = cells > 0 ? certain / cells : 0;
  if (share <= 0.2) return null;
  return rising(
    share,
    [0.2, 0.5],
    `${percent(share)} of the cells have a top label at 0 or 1: its decision values are too large to be chances. Their order holds, ` +
      "their size means nothing.",
  );
}

function calibration(scored: Scored | undefined): Judgement {
  if (!scored || scored.cells === 0) return unmeasured("Calibration can only be checked against known labels.");
  const share = scored.cells / (scored.cells + scored.unmatched);
  if (share < 0.5) return unmeasured(`Only ${percent(share)} of the cells have a label that the model knows: too few to judge by.`);
  return rising(scored.ece, [0.05, 0.15], `Confidence and share right differ by ${scored.ece.toFixed(2).replace("0.", ".")} on average.`);
}
