import { isTold, sexColumn, SEX_OF_CELL_COLUMN, type CellSex, type SexReport } from "../../contract/sex";
import type { Column } from "../../contract/types";
import { Kept, type Keeper } from "./kept";

/** The genes of sex that a matrix measures: their names, and 1 (XIST) or 2 (Y) per column, 0 for all others. */
export interface SexGenes {
  x: string[];
  y: string[];
  marks: Uint8Array<ArrayBuffer>;
}

/** Counts of the genes of sex in every cell; NaN where a cell has not been read. */
export interface SexCounts {
  genes: SexGenes;
  x: Float32Array<ArrayBuffer>;
  y: Float32Array<ArrayBuffer>;
  /** What was judged of them last, and each cell's place among its units; -1: none. */
  judged?: { report: SexReport; unitOf: Int32Array<ArrayBuffer> };
  /** By a cell's own counts, once asked for. */
  codes?: Uint8Array<ArrayBuffer>;
}

/** The counts that the last analysis left. */
export const SEX_COUNTS = new Kept<SexCounts>("The file has not been analysed yet.");

/** Names of what `sexOfCells` tells. */
export const CELL_SEXES = ["female", "male", "cannot tell"] as const;

/** Columns of what was judged last, a code per cell; null before anything was judged. */
export function sexColumns(file: Keeper, matrix: string) {
  const counts = SEX_COUNTS.find(file, matrix);
  const judged = counts?.judged;
  if (!counts?.codes || !judged) return null;
  const categories = [...CELL_SEXES];
  const ofUnit = judged.report.units.map(({ verdict }) => (isTold(verdict) ? categories.indexOf(verdict) : 2));
  return {
    donor: { codes: judged.unitOf.map((unit) => ofUnit[unit] ?? -1), categories },
    cell: { codes: Int32Array.from(counts.codes), categories },
    x: counts.x,
    y: counts.y,
  };
}

/** What is written of a cell beside the models' predictions; null before anything was judged. */
export function sexOfCell(file: Keeper, matrix: string, cell: number): CellSex | null {
  const counts = SEX_COUNTS.find(file, matrix);
  const judged = counts?.judged;
  if (!counts?.codes || !judged) return null;
  const unit = judged.report.units[judged.unitOf[cell]!];
  return {
    donor: unit ? (isTold(unit.verdict) ? unit.verdict : CELL_SEXES[2]) : "",
    cell: CELL_SEXES[counts.codes[cell]!]!,
    x: counts.x[cell]!,
    y: counts.y[cell]!,
  };
}

/** What was judged last as columns to colour by; null for any other name. */
export function sexColumnOf(file: Keeper, matrix: string, name: string): Column | null {
  const donors = SEX_COUNTS.find(file, matrix)?.judged?.report.donors;
  if (donors === undefined || (name !== SEX_OF_CELL_COLUMN && name !== sexColumn(donors))) return null;
  const columns = sexColumns(file, matrix)!;
  const { codes, categories } = name === SEX_OF_CELL_COLUMN ? columns.cell : columns.donor;
  return { name, kind: "category", codes, categories };
}
