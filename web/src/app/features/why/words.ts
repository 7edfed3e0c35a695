import type { AttributionGroup, AttributionReport } from "../../../contract/operations/attribution";
import { shortClass } from "../../../plots/class-names";
import { percent } from "../../../plots/format";
import * as why from "./state";

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

/** What is explained in a group: whose logit, and less that of what. */
export interface ExplainedTarget {
  name: string;
  rival?: string;
}

export function explainedIn(group: AttributionGroup): ExplainedTarget {
  const { target, groupBy } = why.asked.value!;
  const label = (at: number) => shortClass(why.classes.value[at]?.label ?? "");
  if (target.kind === "predicted") {
    const name = groupBy.kind === "prediction" ? shortClass(group.name) : "the predicted class";
    return { name, ...(target.against ? { rival: "the next likely class" } : {}) };
  }
  return { name: label(target.code), ...(target.against === undefined ? {} : { rival: label(target.against) }) };
}

export const titleOf = ({ name, rival }: ExplainedTarget): string => (rival === undefined ? name : `${name} compared with ${rival}`);
