import type { CellRow, HeadInfo } from "../contract/types";
import { number, quoted } from "./csv-fields";
import { idFields, idHeadings } from "./cell-ids";

/** Guesses a cell that are written. */
const TOP = 5;

/** What cells.csv has beside the heads: a column of positions where names repeat, and of a file that mixes species what each cell is. */
export interface CellsCsvExtras {
  hasPosition: boolean;
  /** The species whose share is written. */
  species: string | null;
}
const NOTHING: CellsCsvExtras = { hasPosition: false, species: null };

/** First line of cells.csv: `cell_id`, then per head its guesses. */
export function cellsCsvHeader(heads: HeadInfo[], { hasPosition, species }: CellsCsvExtras = NOTHING): string {
  const names = heads.flatMap(({ phenotype, classes }) => [
    `${phenotype}_label`,
    `${phenotype}_probability`,
    `${phenotype}_entropy`,
    `${phenotype}_entropy_norm`,
    ...others(classes.length).flatMap((rank) => [`${phenotype}_top${rank}_label`, `${phenotype}_top${rank}_probability`]),
  ]);
  return [...idHeadings(hasPosition), ...(species === null ? [] : ["species", `${species}_share`]), ...names].map(quoted).join(",") + "\n";
}

/**
 * Lines of cells.csv for some cells; a cell without a prediction has empty labels. Ids are written as they are, to join
 * to adata.obs by index.
 */
export function cellsCsvRows(rows: CellRow[], heads: HeadInfo[], { hasPosition, species }: CellsCsvExtras = NOTHING): string {
  return rows
    .map((row) => {
      const fields = idFields(row.id, row.index, hasPosition);
      if (species !== null) fields.push(quoted(row.species?.name ?? ""), number(row.species?.share));
      for (const { phenotype, classes } of heads) {
        const head = row.heads.find((candidate) => candidate.phenotype === phenotype);
        const guess = (i: number) => [quoted(head?.labels[i] ?? ""), number(head?.probabilities[i])];
        fields.push(...guess(0), number(head?.entropy), number(head?.entropyNorm));
        for (const rank of others(classes.length)) fields.push(...guess(rank - 1));
      }
      return fields.join(",") + "\n";
    })
    .join("");
}

function others(classes: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(TOP, classes) - 1) }, (_, i) => i + 2);
}
