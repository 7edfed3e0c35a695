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

/** Share of a model's cells to which the other models that ran give another label. */
export interface Disagreement {
  /** Mean over the other models, each over the cells that both could name. */
  share: number;
  cells: number;
  others: string[];
}

/**
 * How often other models contradict this one, without any labels; a sentence where that cannot be told.
 * A cell counts where both models know the class that the first one gave it.
 */
export function disagreementOf(file: OpenedFile, model: string, phenotype: Phenotype): Disagreement | string {
  const store = file.result(model).head(phenotype);
  if (!store) return "The model does not predict this.";
  const shares: number[] = [];
  const others: string[] = [];
  let compared = 0;
  for (const [name, result] of file.analyzed.results) {
    const other = name === model ? undefined : result.head(phenotype);
    if (!other) continue;
    const codes = translated(store.head, other.head);
    const isShared = new Uint8Array(store.head.classes.length);
    for (const code of codes) if (code >= 0) isShared[code] = 1;
    let [both, cells, differ] = [0, 0, 0];
    for (let cell = 0; cell < result.cells; cell++) {
      const [first, second] = [store.top[cell * store.k]!, other.top[cell * other.k]!];
      if (first === NO_CLASS || second === NO_CLASS) continue;
      both++;
      if (!isShared[first]) continue;
      cells++;
      if (codes[second] !== first) differ++;
    }
    // Where most answers have no counterpart, models that differ may mean the same.
    if (cells === 0 || cells < both / 2) continue;
    shares.push(differ / cells);
    others.push(name);
    compared = Math.max(compared, cells);
  }
  if (shares.length === 0) return "No other model with the same classes has run: run a second one to compare.";
  return { share: mean(shares), cells: compared, others };
}
