import type { CellRow, ClassSummary, HeadSummary, Phenotype } from "../../contract/types";
import { unwrap, type CoreModule } from "../base/core";
import type { Analyzed } from "../file/analyzed";
import type { OpenedFile } from "../file/opened-file";
import { DOUBLET, shareOf, type CellSpecies } from "../file/species-of-cells";
import { doubletOfCell } from "../file/doublets";
import { sexOfCell } from "../file/sex";
import type { TellsKnown } from "./known-labels";
import { NO_CLASS, SHOWN, type HeadStore, type ModelResults } from "../file/scores";
import { classOf, sampledOf, shares, weights } from "./shares";

/** Predictions per class, of all cells or of some; where not all of these were read, shares and means are told by those that were. */
export function summarize(core: CoreModule, result: ModelResults, phenotype: Phenotype, selection?: Uint32Array): HeadSummary {
  const { head, k, top, probability, entropy } = result.head(phenotype)!;
  // First guesses are all it takes: what goes into the core's memory stays there.
  const first = { k: 1, top: firstOf(top, k), probability: firstOf(probability, k) };
  const found = unwrap(core.summarize_head({ ...first, entropy, classes: head.classes.length, ...(selection ? { selection } : {}) }));
  const sampled = sampledOf(result, selection);
  const summary: HeadSummary = {
    phenotype,
    cells: found.cells,
    meanProbability: found.meanProbability,
    meanEntropy: found.meanEntropy,
    meanEntropyNorm: found.meanEntropyNorm,
    classes: found.classes.map((row) => ({ ...row, label: head.classes[row.code]!.label, ontologyId: head.classes[row.code]!.ontologyId })),
    ...(sampled ? { sampled } : {}),
  };
  return sampled?.isDrawn ? ofAll(core, result, result.head(phenotype)!, summary, selection) : summary;
}

/** A summary of the cells that were read as one of all: what is told of each class counts each cell for those of its stratum. */
function ofAll(core: CoreModule, result: ModelResults, store: HeadStore, summary: HeadSummary, selection?: Uint32Array): HeadSummary {
  const strata = result.strata!;
  const { head, entropy, probability, k } = store;
  const most = Math.log(Math.max(2, head.classes.length));
  const label = classOf(store);
  const share = shares(core, result, strata, { shares: head.classes.length, of: label }, selection);
  const mean = (amount: (cell: number) => number) =>
    shares(core, result, strata, { shares: 1, of: (cell) => (label(cell) === null ? null : 0), amount }, selection)[0]!.value;
  const weightOf = weights(result, strata, selection);
  const sums = Array.from({ length: head.classes.length }, () => ({ weight: 0, probability: 0, entropy: 0 }));
  for (let i = 0; i < (selection?.length ?? result.cells); i++) {
    const cell = selection ? selection[i]! : i;
    const code = label(cell);
    if (code === null) continue;
    const [sum, weight] = [sums[code]!, weightOf(cell)];
    sum.weight += weight;
    sum.probability += weight * probability[cell * k]!;
    sum.entropy += weight * entropy[cell]!;
  }
  const meanEntropyNorm = mean((cell) => Math.min(1, entropy[cell]! / most));
  return {
    ...summary,
    meanProbability: mean((cell) => probability[cell * k]!),
    meanEntropy: meanEntropyNorm * most,
    meanEntropyNorm,
    classes: summary.classes
      .map((row) => ({
        ...row,
        share: share[row.code]!,
        ...meansOf(sums[row.code]!, row),
      }))
      .sort((a, b) => b.share.value - a.share.value),
  };
}

/** Weighted means of a class; those of its cells as they are, where none was drawn. */
function meansOf(
  { weight, probability, entropy }: { weight: number; probability: number; entropy: number },
  { meanProbability, meanEntropy }: ClassSummary,
): Pick<ClassSummary, "meanProbability" | "meanEntropy"> {
  return weight > 0 ? { meanProbability: probability / weight, meanEntropy: entropy / weight } : { meanProbability, meanEntropy };
}

/** Every k-th entry. */
function firstOf<T extends Uint16Array | Float32Array>(values: T, k: number): T {
  const first = new (values.constructor as new (length: number) => T)(Math.floor(values.length / k));
  for (let i = 0; i < first.length; i++) first[i] = values[i * k]!;
  return first;
}

/** Each cell's distance to the training cells, null where the model does not tell, and a head's label as far as it is known. */
export interface ToldOfCells {
  far: Float32Array | null;
  known: readonly TellsKnown[];
}

/** Some rows of the per-cell table, in file order or in the order given. */
export async function cellRows(
  file: OpenedFile,
  result: ModelResults,
  told: ToldOfCells,
  { first, count, order }: { first: number; count: number; order?: Uint32Array },
): Promise<CellRow[]> {
  const ids = await file.cellIds();
  const { analyzed } = file;
  const length = Math.max(0, Math.min(count, (order?.length ?? result.end) - first));
  return Array.from({ length }, (_, i) => cellRow(file, analyzed, result, told, ids, order ? order[first + i]! : first + i));
}

function nameOf({ of, genomes }: CellSpecies, cell: number): string {
  const code = of[cell]!;
  return code === DOUBLET ? "doublet" : (genomes[code]?.species ?? "");
}

function fitOf(store: HeadStore, cell: number): CellRow["heads"][number]["fit"] {
  const { fits } = store;
  return fits ? { score: fits.score[cell]!, delta: fits.delta[cell]!, isPruned: store.pruned()![cell] === 1 } : undefined;
}

function cellRow(
  file: OpenedFile,
  { matrix, quality, cellSpecies }: Analyzed,
  result: ModelResults,
  { far, known }: ToldOfCells,
  ids: string[],
  index: number,
): CellRow {
  const sex = sexOfCell(file, matrix, index);
  const doublet = doubletOfCell(file, matrix, index);
  return {
    index,
    id: ids[index]!,
    heads: result.heads.map((store, i) => {
      const { head, k, top, probability, entropy } = store;
      const vote = result.votes.get(head.phenotype);
      const matched = store.matched(index);
      const fit = fitOf(store, index);
      const labels: string[] = [];
      const probabilities: number[] = [];
      for (let at = index * k; at < index * k + Math.min(k, SHOWN) && top[at] !== NO_CLASS; at++) {
        labels.push(head.classes[top[at]!]!.label);
        probabilities.push(probability[at]!);
      }
      return {
        phenotype: head.phenotype,
        labels,
        probabilities,
        ...(labels.length > 0 ? { known: known[i]!(index) } : {}),
        entropy: entropy[index]!,
        entropyNorm: entropy[index]! / Math.log(head.classes.length),
        ...(matched === undefined ? {} : { matched }),
        ...(fit ? { fit } : {}),
        ...(vote
          ? { vote: { label: vote.labels[vote.codes[index]!] ?? "", cluster: vote.clusters[vote.clusterCodes[index]!] ?? "" } }
          : {}),
      };
    }),
    ...(sex ? { sex } : {}),
    ...(doublet ? { doublet } : {}),
    ...(far ? { outlyingness: far[index]! } : {}),
    ...(cellSpecies ? { species: { name: nameOf(cellSpecies, index), share: shareOf(cellSpecies, index, 0) } } : {}),
    quality: { total: quality.totals[index]!, detected: quality.detected[index]!, mitochondrial: quality.mitochondrial[index]! },
  };
}
