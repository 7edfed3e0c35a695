import { csvFormatRow } from "d3-dsv";
import type { CellRow, HeadInfo } from "../contract/types";

/** Predictions of a cell that are written. */
const TOP_CLASSES = 5;

/** First line of cells.csv: `cell_id`, then per head its guesses. */
export function cellsCsvHeader(heads: HeadInfo[]): string {
  const names = heads.flatMap(({ phenotype, classes }) => [
    `${phenotype}_label`,
    `${phenotype}_probability`,
    `${phenotype}_entropy`,
    `${phenotype}_entropy_norm`,
    ...others(classes.length).flatMap((rank) => [`${phenotype}_top${rank}_label`, `${phenotype}_top${rank}_probability`]),
  ]);
  return csvLine(["cell_id", ...names]);
}

/**
 * Lines of cells.csv for some cells; a cell without a prediction has empty labels. Ids are written as they are, to join
 * to adata.obs by index.
 */
export function cellsCsvRows(rows: CellRow[], heads: HeadInfo[]): string {
  return rows
    .map((row) => {
      const fields = [row.id];
      for (const { phenotype, classes } of heads) {
        const head = row.heads.find((candidate) => candidate.phenotype === phenotype);
        const guess = (i: number) => [head?.labels[i] ?? "", number(head?.probabilities[i])];
        fields.push(...guess(0), number(head?.entropy), number(head?.entropyNorm));
        for (const rank of others(classes.length)) fields.push(...guess(rank - 1));
      }
      return csvLine(fields);
    })
    .join("");
}

function others(classes: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(TOP_CLASSES, classes) - 1) }, (_, i) => i + 2);
}

/** Seven digits: what a float32 holds. */
export function number(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? "" : String(Number(value.toPrecision(7)));
}

/** A line of CSV, quoted where needed. */
export const csvLine = (fields: string[]): string => `${csvFormatRow(fields)}\n`;
