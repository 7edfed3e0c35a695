import type { LightColor, TrustLights } from "../../../contract/trust";
import type { Comparison } from "../../../contract/types";
import { pValue } from "../../../plots/format";

/** The model that the evidence favours, and the evidence in a sentence. */
export interface Favoured {
  model: string;
  why: string;
}

/** Verdicts from good to bad; one that could not be told speaks neither for a model nor against it. */
const RANK: Record<LightColor, number> = { green: 0, none: 1, amber: 1, red: 2 };
/** Donors' labels decide where chance would give such a difference less often than this. */
const CLEAR = 0.05;

/**
 * The model to open on: one that the file's labels show to be better than every other, over donors; else one whose checks come out
 * better than those of every other. Null where neither is so: the usual order stands.
 */
export function favouredOf(
  models: readonly { model: string; lights: TrustLights | null }[],
  comparisons: readonly Comparison[],
  nameOf: (model: string) => string,
): Favoured | null {
  if (models.length < 2) return null;
  const better = ({ models: [first, second], onlyFirst, onlySecond }: Comparison) => (onlyFirst > onlySecond ? first : second);
  const clear = comparisons.filter(({ pValue: p }) => p < CLEAR);
  const best = models.find(({ model }) => clear.filter((one) => better(one) === model).length === models.length - 1)?.model;
  if (best !== undefined) {
    const p = Math.max(...clear.filter((one) => better(one) === best).map((one) => one.pValue));
    return { model: best, why: `${nameOf(best)} is shown first: it is more accurate on the file's labels (${pValue(p)} over donors).` };
  }
  if (models.some(({ lights }) => lights === null)) return null;
  const ranked = models.map(({ model, lights }) => ({ model, lights: lights!, rank: RANK[lights!.color] })).sort((a, b) => a.rank - b.rank);
  const [first, second] = ranked;
  if (first!.rank === second!.rank) return null;
  const other = ranked.length === 2 ? nameOf(second!.model) : "the others";
  return {
    model: first!.model,
    why: `${nameOf(first!.model)} is shown first: its checks come out better than those of ${other}.`,
  };
}
