import { AnalysisError } from "../../../contract/errors";
import type { LabelQuestion, Withheld } from "../../../contract/trust";
import { unwrap, type CoreModule } from "../../base/core";
import type { OpenedFile } from "../../file/opened-file";
import { NO_CLASS } from "../../file/scores";
import { codeOf } from "./cells";
import { judged } from "./judged";

/**
 * What the model says where one class is taken from it (of a head with a probability a class, from the shares of their
 * sum): the other probabilities are scaled to sum to 1, in every cell alike, and doubt is asked
 * to tell the class's own cells from the others. Entropy follows exactly from what is kept: H' = ln(1 - p) + (H + p ln p) / (1 - p).
 */
export async function withhold(
  core: CoreModule,
  file: OpenedFile,
  request: LabelQuestion & { model: string; label: string },
): Promise<Withheld> {
  const { model, label } = request;
  const one = await judged(core, file, model, { ...request, scoring: "strict" });
  const { k, top, probability, entropy, rest: beyondKept, head } = one.store;
  const code = codeOf(
    head.classes.map((known) => known.label),
    label,
  );
  if (head.classes.length < 3)
    throw new AnalysisError(
      "bad-input",
      `${model} knows ${head.classes.length} classes of ${request.phenotype}: with one withheld there is nothing to choose from.`,
    );
  const { codes } = one;
  const all = codes.length;
  const doubt = { entropy: new Float32Array(all), probability: new Float32Array(all), margin: new Float32Array(all) };
  const positive = new Uint8Array(all);
  const most = Math.log(head.classes.length - 1);
  const tallies = head.classes.map(() => ({ cells: 0, sum: 0 }));
  const beyond = { cells: 0, sum: 0 };
  let positives = 0;
  let count = 0;
  for (let cell = 0; cell < all; cell++) {
    const from = cell * k;
    if (codes[cell]! < 0 || top[from] === NO_CLASS) continue;
    const sum = head.link === "logistic" ? probability.subarray(from, from + k).reduce((total, one) => total + one, beyondKept[cell]!) : 1;
    // Probabilities too small for a float have no shares.
    if (!(sum > 0)) continue;
    const i = count++;
    let at = from;
    while (at < from + k && top[at] !== code) at++;
    const own = at < from + k ? probability[at]! / sum : 0;
    // The first two of the others.
    const first = at === from ? from + 1 : from;
    const second = at === first + 1 ? first + 2 : first + 1;
    const next = second < from + k ? probability[second]! / sum : 0;
    const rest = Math.max(1 - own, 1e-7);
    // Most cells give a class nothing that float32 could tell: then nothing is withheld from them.
    const h = own > 0 ? Math.max(0, Math.log(rest) + (entropy[cell]! + own * Math.log(own)) / rest) : entropy[cell]!;
    const sure = Math.min(1, probability[first]! / sum / rest);
    doubt.entropy[i] = h < most ? h : most;
    doubt.probability[i] = -sure;
    doubt.margin[i] = Math.min(1, next / rest) - sure;
    if (codes[cell] !== code) continue;
    positive[i] = 1;
    positives++;
    const tally = tallies[top[first]!] ?? beyond;
    tally.cells++;
    tally.sum += sure;
  }
  const called = [
    ...tallies.map((tally, of) => ({ ...tally, label: head.classes[of]!.label })),
    { ...beyond, label: "nothing kept" },
  ].filter((tally) => tally.cells > 0);
  return {
    label,
    cells: positives,
    called: called
      .map(({ label: name, cells, sum }) => ({ label: name, cells, meanProbability: sum / cells }))
      .sort((x, y) => y.cells - x.cells),
    doubts: (["entropy", "probability", "margin"] as const).map((score) => ({
      score,
      roc: unwrap(core.roc({ score: doubt[score].subarray(0, count), positive: positive.subarray(0, count) })),
    })),
  };
}
