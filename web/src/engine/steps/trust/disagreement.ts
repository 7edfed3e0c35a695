import { mean } from "../../../contract/numbers";
import type { Phenotype } from "../../../contract/types";
import type { OpenedFile } from "../../file/opened-file";
import { NO_CLASS } from "../../file/scores";
import { ontology } from "./is-a";
import { NOT_COMPARED, sameClasses } from "./same-class";

/** Another model's answers beside a first one's, cell by cell: 0 the same class, 1 another, NOT_COMPARED. */
export interface ComparedModel {
  model: string;
  cells: Uint8Array<ArrayBuffer>;
  compared: number;
  differ: number;
}

/** Every other model that has run, beside this one; those left out of which most answers have no counterpart, as they may mean the same. */
export async function comparedModels(file: OpenedFile, model: string, phenotype: Phenotype): Promise<ComparedModel[]> {
  const store = file.result(model).head(phenotype);
  const terms = await ontology(file.asset);
  const found: ComparedModel[] = [];
  for (const [name, result] of store ? file.analyzed.results : []) {
    const other = name === model ? undefined : result.head(phenotype);
    if (!store || !other) continue;
    const same = sameClasses(store.head, other.head, terms);
    const classes = other.head.classes.length;
    const cells = new Uint8Array(result.cells).fill(NOT_COMPARED);
    let [both, compared, differ] = [0, 0, 0];
    for (let cell = 0; cell < result.cells; cell++) {
      const [first, second] = [store.top[cell * store.k]!, other.top[cell * other.k]!];
      if (first === NO_CLASS || second === NO_CLASS) continue;
      both++;
      const found = same[first * classes + second]!;
      if (found === NOT_COMPARED) continue;
      compared++;
      cells[cell] = found;
      differ += found;
    }
    if (compared > 0 && compared >= both / 2) found.push({ model: name, cells, compared, differ });
  }
  return found;
}

/** Share of a model's cells to which the other models that ran give another label. */
export interface Disagreement {
  /** Mean over the other models, each over the cells that both could name. */
  share: number;
  cells: number;
  others: string[];
}

/** How often other models contradict this one, without any labels; a sentence where that cannot be told. */
export async function disagreementOf(file: OpenedFile, model: string, phenotype: Phenotype): Promise<Disagreement | string> {
  if (!file.result(model).head(phenotype)) return "The model does not predict this.";
  const others = await comparedModels(file, model, phenotype);
  if (others.length === 0) return "No other model with the same classes has run: run a second one to compare.";
  return {
    share: mean(others.map(({ differ, compared }) => differ / compared)),
    cells: Math.max(...others.map(({ compared }) => compared)),
    others: others.map((one) => one.model),
  };
}
