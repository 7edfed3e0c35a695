import { AnalysisError } from "../../../contract/errors";
import type { LightColor, Scored } from "../../../contract/trust";
import type { Coverage } from "../../../contract/types";
import type { ToldShare } from "../../results/shares";
import type { MeasuredGenes } from "../../contract/model";
import type { disagreementOf } from "./disagreement";

/* What each check of trust makes of its figure; lights.ts puts them together. */

export interface Judgement {
  color: LightColor;
  figure: number | null;
  limits: [number, number] | null;
  /** Of a share told of all cells by some of them. */
  interval?: { low: number; high: number };
  says: string;
}

export const unmeasured = (says: string): Judgement => ({ color: "none", figure: null, limits: null, says });

/** Green up to the first limit, amber up to the second. */
function rising(figure: number, limits: [number, number], says: string): Judgement {
  const color = figure <= limits[0] ? "green" : figure <= limits[1] ? "amber" : "red";
  return { color, figure, limits, says };
}

/** The same of a share; one of drawn cells says how many were read, and its interval. */
function risingShare(share: ToldShare, limits: [number, number], says: (percent: string) => string): Judgement {
  const { told } = share;
  if (!told) return rising(share.share, limits, says(percent(share.share)));
  const { low, high, read, of } = told;
  const range = `${percent(share.share)} (95% interval ${percent(low)} to ${percent(high)})`;
  return { ...rising(share.share, limits, `${says(range)} ${count(read)} of ${count(of)} cells are read.`), interval: { low, high } };
}

const percent = (part: number): string => `${part > 0 && part < 0.01 ? (100 * part).toFixed(1) : Math.round(100 * part)}%`;
const count = (number: number): string => Math.round(number).toLocaleString("en");

/** `head` is the place of the head asked about. Genes count by what they carry for its classes, where the model tells that. */
export function genes(coverage: Coverage | undefined, measured: MeasuredGenes | undefined, head: number): Judgement {
  if (!coverage) return unmeasured("The model's genes were not compared with the file's.");
  const judged = genesRead(coverage, measured, head);
  const { unread = [] } = coverage;
  if (unread.length === 0) return judged;
  const files = `${unread.map(({ file }) => file).join(", ")} ${unread.length === 1 ? "is" : "are"} not read by this model`;
  const color = judged.color === "green" ? "amber" : judged.color;
  return { ...judged, color, says: `${judged.says} ${files}: the cells have no label.` };
}

/** Of a study, of the files that the model reads. */
function genesRead(coverage: Coverage, measured: MeasuredGenes | undefined, head: number): Judgement {
  const { found, vocabulary, verdict, reason } = coverage;
  const limits: [number, number] = [0.5, 0.05];
  const share = measured?.carried[head];
  if (share === undefined || verdict === "refused") {
    const color = verdict === "ok" ? "green" : verdict === "notice" ? "amber" : "red";
    return { color, figure: found / vocabulary, limits, says: reason };
  }
  const color = share >= limits[0] ? "green" : share >= limits[1] ? "amber" : "red";
  const { isFitted, leastFitted } = measured!;
  // The genes that carry least need not be those of the file that measures fewest.
  const has = `${count(found)} of ${count(vocabulary)} genes (${percent(found / vocabulary)})`;
  const of = leastFitted ? `Every file that is read measures ${has} or more. Where they carry least,` : `The file measures ${has}.`;
  if (leastFitted?.[head] ?? isFitted)
    return {
      color,
      figure: share,
      limits,
      says:
        `${of} ${leastFitted ? "the" : "The"} model was fitted to them by its composite cells: ` +
        `they give ${percent(share)} of the variance of its scores.`,
    };
  const carried = `${of} ${leastFitted ? "they" : "They"} carry ${percent(share)} of the weight that tells its classes apart.`;
  // Scores are then of another distribution than in training.
  if (2 * found < vocabulary && !isFitted)
    return {
      color: color === "green" ? "amber" : color,
      figure: share,
      limits,
      says: `${carried} The model cannot be fitted to a panel: its labels may be poor.`,
    };
  return { color, figure: share, limits, says: carried };
}

/** A head of two classes always names one of them: where most of what tells them apart is not measured, it cannot tell. */
export function forced(genes: Judgement, classes: number): Judgement {
  if (classes !== 2 || genes.color === "green" || genes.color === "none") return genes;
  return { ...genes, color: "red", says: `Cannot tell: one of two classes is always named. ${genes.says}` };
}

export function depth(median: number): Judgement {
  if (Number.isNaN(median)) return unmeasured("Not counted yet.");
  const color = median >= 500 ? "green" : median >= 200 ? "amber" : "red";
  return { color, figure: median, limits: [500, 200], says: `Median ${count(median)} genes per cell.` };
}

export function disagreement(found: Awaited<ReturnType<typeof disagreementOf>>, titleOf: (model: string) => string): Judgement {
  if (typeof found === "string") return unmeasured(found);
  const others = `${found.others.map(titleOf).join(" and ")} ${found.others.length > 1 ? "give" : "gives"} another label to `;
  return risingShare(found, [0.05, 0.2], (share) => `${others}${share} of ${found.told ? "the" : count(found.cells)} cells.`);
}

export async function distance(measure: () => Promise<ToldShare>): Promise<Judgement> {
  try {
    const far = await measure();
    if (far.cells === 0) return unmeasured("No cell has been predicted yet.");
    return risingShare(far, [0.1, 0.3], (share) => `${share} of the cells are far from the training cells (5% expected).`);
  } catch (error) {
    if (error instanceof AnalysisError && error.code === "unsupported") return unmeasured("Not available for this model.");
    throw error;
  }
}

/**
 * Far cells beside what other models say. Distance alone does not tell a type that is new from a protocol that is: of training donors left
 * out, 44% of a Smart-seq study's cells were far. Models that know nothing of the cells would not agree on them.
 */
export function besideAgreement(far: Judgement, disagreement: Judgement): Judgement {
  if (far.color !== "red" || disagreement.color !== "green") return far;
  return { ...far, color: "amber", says: `${far.says} Models agree on their labels, so the protocol may be what is new.` };
}

/** `unsure`: cells whose top label has p below .5. */
export function confidence(unsure: ToldShare, classes: number): Judgement {
  if (classes <= 2) return unmeasured("Not informative: with two classes the top label always has p of at least .5.");
  if (unsure.cells === 0) return unmeasured("No cell has been predicted yet.");
  return risingShare(unsure, [0.1, 0.3], (share) => `${share} of the cells have a top label with p < .5.`);
}

/** Of a reference: cells whose labels SingleR would not keep. */
export function pruned(weak: ToldShare): Judgement {
  if (weak.cells === 0) return unmeasured("No cell has been predicted yet.");
  return risingShare(weak, [0.1, 0.3], (share) => `SingleR would leave ${share} of the cells unlabelled.`);
}

/** Logistics of 16 and beyond are 0 or 1 to seven digits: no longer chances, only an order. */
export const CERTAIN = 1e-7;

/** Of a head with a probability a class: whether its decision values are too large to be chances; null where they are not. */
export function saturation(certain: ToldShare): Judgement | null {
  if (!(certain.share > 0.2)) return null;
  return risingShare(
    certain,
    [0.2, 0.5],
    (share) =>
      `${share} of the cells have a top label at 0 or 1: its decision values are too large to be chances. Their order holds, ` +
      "their size means nothing.",
  );
}

export function calibration(scored: Scored | undefined): Judgement {
  if (!scored || scored.cells === 0) return unmeasured("Calibration can only be checked against known labels.");
  const share = scored.cells / (scored.cells + scored.unmatched);
  if (share < 0.5) return unmeasured(`Only ${percent(share)} of the cells have a label that the model knows: too few to judge by.`);
  return rising(scored.ece, [0.05, 0.15], `Confidence and share right differ by ${scored.ece.toFixed(2).replace("0.", ".")} on average.`);
}
