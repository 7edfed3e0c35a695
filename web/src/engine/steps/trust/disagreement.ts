import { mean } from "../../../contract/numbers";
import type { HeadInfo, Phenotype } from "../../../contract/types";
import type { OpenedFile } from "../../file/opened-file";
import { NO_CLASS } from "../../file/scores";

/** Codes of `second`'s classes in `first`'s: by ontology id, else by label; -1 where `first` has no such class. */
export function translated(first: HeadInfo, second: HeadInfo): Int32Array {
  const plain = (label: string) => label.trim().toLowerCase();
  const byId = new Map(first.classes.flatMap(({ ontologyId }, code) => (ontologyId ? [[ontologyId, code] as const] : [])));
  const byLabel = new Map(first.classes.map(({ label }, code) => [plain(label), code]));
  return Int32Array.from(second.classes, ({ label, ontologyId }) => byId.get(ontologyId) ?? byLabel.get(plain(label)) ?? -1);
}

/** A cell that cannot be compared: one of the models gives it no label, or the other has no class like the first one's. */
export const NOT_COMPARED = 255;

/** Another model's answers beside a first one's, cell by cell: 0 the same class, 1 another, NOT_COMPARED. */
export interface ComparedModel {
  model: string;
  cells: Uint8Array<ArrayBuffer>;
  compared: number;
  differ: number;
}

/** Every other model that has run, beside this one; those left out of which most answers have no counterpart, as they may mean the same. */
export function comparedModels(file: OpenedFile, model: string, phenotype: Phenotype): ComparedModel[] {
  const store = file.result(model).head(phenotype);
  const found: ComparedModel[] = [];
  for (const [name, result] of store ? file.analyzed.results : []) {
    const other = name === model ? undefined : result.head(phenotype);
    if (!store || !other) continue;
    const codes = translated(store.head, other.head);
    const isShared = new Uint8Array(store.head.classes.length);
    for (const code of codes) if (code >= 0) isShared[code] = 1;
    const cells = new Uint8Array(result.cells).fill(NOT_COMPARED);
    let [both, compared, differ] = [0, 0, 0];
    for (let cell = 0; cell < result.cells; cell++) {
      const [first, second] = [store.top[cell * store.k]!, other.top[cell * other.k]!];
      if (first === NO_CLASS || second === NO_CLASS) continue;
      both++;
      if (!isShared[first]) continue;
      compared++;
      cells[cell] = codes[second] === first ? 0 : 1;
      differ += cells[cell]!;
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
export function disagreementOf(file: OpenedFile, model: string, phenotype: Phenotype): Disagreement | string {
  if (!file.result(model).head(phenotype)) return "The model does not predict this.";
  const others = comparedModels(file, model, phenotype);
  if (others.length === 0) return "No other model with the same classes has run: run a second one to compare.";
  return {
    share: mean(others.map(({ differ, compared }) => differ / compared)),
    cells: Math.max(...others.map(({ compared }) => compared)),
    others: others.map((one) => one.model),
  };
}
