import { mean } from "../../../contract/numbers";
import type { Phenotype } from "../../../contract/types";
import type { CoreModule } from "../../base/core";
import type { OpenedFile } from "../../file/opened-file";
import { NO_CLASS } from "../../file/scores";
import { shareOf, type ToldShare } from "../../results/shares";
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
export interface Disagreement extends ToldShare {
  /** The share is the mean over these, each over the cells that both could name; so are the ends of its interval. */
  others: string[];
}

/** How often other models contradict this one, without any labels; a sentence where that cannot be told. */
export async function disagreementOf(
  core: CoreModule,
  file: OpenedFile,
  model: string,
  phenotype: Phenotype,
): Promise<Disagreement | string> {
  const own = file.result(model);
  if (!own.head(phenotype)) return "The model does not predict this.";
  const others = await comparedModels(file, model, phenotype);
  if (others.length === 0) return "No other model with the same classes has run: run a second one to compare.";
  const found = others.map(({ model: name, cells }) => {
    const other = file.result(name);
    // The cells of the one that has read fewer are what both are known of.
    const fewer = own.done <= other.done ? own : other;
    const isRead = (cell: number) => own.tells(cell) && other.tells(cell);
    return shareOf(core, fewer, (cell) => (cells[cell] === NOT_COMPARED ? null : cells[cell] === 1), isRead);
  });
  const [fewest] = found.flatMap((one) => one.told ?? []).sort((a, b) => a.read - b.read);
  const over = (end: "low" | "high") => mean(found.map((one) => one.told?.[end] ?? one.share));
  const share = mean(found.map((one) => one.share));
  return {
    share,
    cells: Math.max(...found.map((one) => one.cells)),
    others: others.map((one) => one.model),
    ...(fewest ? { told: { ...fewest, value: share, low: over("low"), high: over("high") } } : {}),
  };
}
