import { AnalysisError } from "../../../contract/errors";
import type { LabelQuestion } from "../../../contract/trust";
import type { Phenotype } from "../../../contract/types";
import type { CoreModule } from "../../base/core";
import type { OpenedFile } from "../../file/opened-file";
import { NO_CLASS } from "../../file/scores";
import { ontology } from "./is-a";
import { NOT_COMPARED, SAME, sameClasses } from "./same-class";
import { judged } from "./judged";

/** The cells behind one field of the confusion matrix. */
export async function confused(
  core: CoreModule,
  file: OpenedFile,
  request: LabelQuestion & { model: string; label: string; predicted: string },
): Promise<Uint32Array<ArrayBuffer>> {
  const one = await judged(core, file, request.model, request);
  const label = codeOf(one.names, request.label);
  const predicted = request.predicted === "" ? -1 : codeOf(one.names, request.predicted);
  const cells: number[] = [];
  one.codes.forEach((code, cell) => {
    const said = one.first[cell]!;
    if (code === label && said !== NO_CLASS && (predicted < 0 ? said !== label : said === predicted)) cells.push(cell);
  });
  return Uint32Array.from(cells);
}

export function codeOf(names: readonly string[], label: string): number {
  const code = names.indexOf(label);
  if (code < 0) throw new AnalysisError("bad-input", `The model has no class ${label}.`);
  return code;
}

/** Where two models agree and who is right, cell by cell; protocol says what the numbers mean. */
export async function agreement(
  core: CoreModule,
  file: OpenedFile,
  request: Partial<LabelQuestion> & { phenotype: Phenotype; models: [string, string] },
): Promise<Uint8Array<ArrayBuffer>> {
  const { phenotype, models, column } = request;
  const out = new Uint8Array(file.info.cells).fill(255);
  if (column) {
    const [first, second] = [
      await judged(core, file, models[0], { ...request, column }),
      await judged(core, file, models[1], { ...request, column }),
    ];
    for (let cell = 0; cell < out.length; cell++) {
      if (first.codes[cell]! >= 0 && second.codes[cell]! >= 0)
        out[cell] = (first.rank[cell] === 0 ? 0 : 2) + (second.rank[cell] === 0 ? 0 : 1);
    }
    return out;
  }
  const [first, second] = models.map((model) => {
    const store = file.result(model).head(phenotype);
    if (!store) throw new AnalysisError("bad-input", `${model} does not predict ${phenotype}.`);
    return store;
  });
  const same = sameClasses(first!.head, second!.head, await ontology(file.asset));
  const classes = second!.head.classes.length;
  for (let cell = 0; cell < out.length; cell++) {
    const [a, b] = [first!.top[cell * first!.k]!, second!.top[cell * second!.k]!];
    if (a === NO_CLASS || b === NO_CLASS) continue;
    const found = same[a * classes + b]!;
    if (found !== NOT_COMPARED) out[cell] = found === SAME ? 0 : 3;
  }
  return out;
}
