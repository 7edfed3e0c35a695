import { AnalysisError } from "../../pipeline/errors";
import type { LabelQuestion, Withheld } from "../../pipeline/trust";
import { unwrap, type CoreModule } from "../core";
import type { OpenedFile } from "../opened-file";
import { NO_CLASS } from "../scores";
import { cellsWhere } from "./arrays";
import { codeOf } from "./cells";
import { judged, labelledCells } from "./judged";

/**
 * What the model says where one class is taken from it: the other probabilities are scaled to sum to 1, in every cell alike, and doubt is asked
 * to tell the class's own cells from the others. Entropy follows exactly from what is kept: H' = ln(1 - p) + (H + p ln p) / (1 - p).
 */
export async function withhold(core: CoreModule, file: OpenedFile, request: LabelQuestion & { model: string; label: string }): Promise<Withheld> {
  const { model, label } = request;
  const one = await judged(core, file, model, { ...request, scoring: "strict" });
  const { k, top, probability, entropy, head } = one.store;
  const code = codeOf(head.classes.map((known) => known.label), label);
  if (head.classes.length < 3) throw new AnalysisError("bad-input", `${model} knows ${head.classes.length} classes of ${request.phenotype}: with one withheld there is nothing to choose from.`);
  const cells = cellsWhere(labelledCells(one), (cell) => top[cell * k] !== NO_CLASS);
  const doubt = { entropy: new Float32Array(cells.length), probability: new Float32Array(cells.length), margin: new Float32Array(cells.length) };
  const positive = new Uint8Array(cells.length);
  const called = new Map<number, { cells: number; sum: number }>();
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    const from = cell * k;
    let own = 0;
    for (let at = from; at < from + k; at++) if (top[at] === code) own = probability[at]!;
    // The first two of the others.
    const first = top[from] === code ? from + 1 : from;
    const second = top[first + 1] === code && first + 1 < from + k ? first + 2 : first + 1;
    const [likeliest, next] = [probability[first]!, second < from + k ? probability[second]! : 0];
    const rest = Math.max(1 - own, 1e-7);
    const h = Math.max(0, Math.log(rest) + (entropy[cell]! + (own > 0 ? own * Math.log(own) : 0)) / rest);
    doubt.entropy[i] = Math.min(h, Math.log(head.classes.length - 1));
    const sure = Math.min(1, likeliest / rest);
    doubt.probability[i] = -sure;
    doubt.margin[i] = -(sure - Math.min(1, next / rest));
    if (one.codes[cell] !== code) continue;
    positive[i] = 1;
    const tally = called.get(top[first]!) ?? { cells: 0, sum: 0 };
    called.set(top[first]!, { cells: tally.cells + 1, sum: tally.sum + sure });
  }
  return {
    label,
    cells: positive.reduce((sum, mark) => sum + mark, 0),
    called: [...called].map(([first, { cells: count, sum }]) => ({ label: head.classes[first]?.label ?? "nothing kept", cells: count, meanProbability: sum / count })).sort((a, b) => b.cells - a.cells),
    doubts: (["entropy", "probability", "margin"] as const).map((score) => ({ score, roc: unwrap(core.roc({ score: doubt[score], positive })) })),
  };
}
