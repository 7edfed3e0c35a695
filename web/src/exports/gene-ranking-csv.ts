import type { GeneRankingReport } from "../contract/operations/gene-ranking";
import type { Table } from "./table-csv";

const digits = (value: number) => Number(value.toPrecision(7));

/** selection.csv: the first thousand genes of every ranking. */
export function rankingTable({ rankings, symbols, ensemblIds }: GeneRankingReport): Table {
  return {
    columns: ["ranking", "rank", "gene", "ensembl_id", "score"],
    rows: rankings.flatMap(({ name, genes, scores }) =>
      Array.from(genes, (gene, i) => [name, i + 1, symbols[gene]!, ensemblIds[gene]!, digits(scores[i]!)]),
    ),
  };
}

/** selection-worth.csv: what the first n genes of every ranking are worth on cells held out. */
export function rankingAccuracyTable({ rankings }: GeneRankingReport): Table {
  return {
    columns: ["ranking", "genes", "accuracy", "accuracy_low", "accuracy_high", "macro_f1", "macro_f1_low", "macro_f1_high"],
    rows: rankings.flatMap(({ name, worth }) =>
      worth.map(({ genes, accuracy, macroF1 }) => [
        name,
        genes,
        ...[accuracy, macroF1].flatMap(({ value, low, high }) => [digits(value), digits(low), digits(high)]),
      ]),
    ),
  };
}
