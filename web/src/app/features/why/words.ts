import type { AttributionGroup, AttributionReport } from "../../../contract/operations/attribution";
import { shortClass } from "../../../plots/class-names";
import { percent } from "../../../plots/format";

/** Rivals named; the rest are counted. */
const NAMED = 3;

/** Whether attributions are of SingleR's scores: what a score difference loses without a gene. */
export const isOfScores = ({ method }: AttributionReport): boolean => method === "leave-one-out";

/** What bars of a reference measure. */
export const LEFT_OUT = "mean loss of the score difference when the gene is left out";

/** What the cells' labels were compared with. */
export function rivalsText({ rivals }: AttributionGroup): string {
  const named = rivals.slice(0, NAMED).map(({ label, share }) => `${shortClass(label)} (${percent(share)} of the cells)`);
  const more = rivals.length - named.length;
  return named.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
