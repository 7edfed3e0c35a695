import type { Comparison } from "../../../contract/types";
import { count, pValue } from "../../../plots/format";

export interface Verdict {
  /** Whether the difference is more than chance would often give, over donors. */
  isClear: boolean;
  headline: string;
  reason: string;
}

/** Which of two models is better on the labelled cells, in words; `linear` is the one that needs no excuse. */
export function verdictOf(comparison: Comparison, nameOf: (model: string) => string, linear: string): Verdict {
  const { models, onlyFirst, onlySecond, cells, pValue: p } = comparison;
  const [first, second] = models;
  const [ahead, behind] = onlyFirst >= onlySecond ? [first, second] : [second, first];
  const lead = Math.abs(onlyFirst - onlySecond);
  const named = `The ${nameOf(ahead)}`;
  const numbers = `is right on ${count(lead)} more of ${count(cells)} cells than the ${nameOf(behind)}`;
  if (lead === 0)
    return { isClear: false, headline: "Both are as good here.", reason: `They are right on equally many of ${count(cells)} cells.` };
  // Cells of one donor are not independent: a test over cells would call two equal models different.
  if (Number.isNaN(p))
    return {
      isClear: false,
      headline: `${named} is right more often here.`,
      reason: `It ${numbers}. Whether that is more than chance cannot be tested without a column of at least three donors.`,
    };
  if (p < 0.05) return { isClear: true, headline: `${named} is better here.`, reason: `It ${numbers} (${pValue(p)} over donors).` };
  const other = linear === ahead || linear === behind ? "Linear is as good here." : "Both are as good here.";
  return {
    isClear: false,
    headline: other,
    reason: `${named} ${numbers}; over donors the difference may be chance (${pValue(p)}).`,
  };
}
