import type { HeadInfo, HeadScores, Phenotype } from "../contract/types";
import type { Table } from "./table-csv";

/** What one of two models says of a class. */
export interface ClassSide {
  cells: number;
  /** Means over these cells; entropy over ln(classes), from 0 to 1. */
  probability: number;
  entropy: number;
  /** Share of these cells on which the other model agrees, by the Cell Ontology; NaN where none can be compared. */
  agree: number;
}

export interface ClassBeside {
  label: string;
  ontologyId: string;
  /** What each of the two models says; null where it gives the class to no cell. */
  sides: [ClassSide | null, ClassSide | null];
}

export interface ModelsBeside {
  /** Classes that either model gives to a cell, most cells first. */
  rows: ClassBeside[];
  /** Cells that both could name, and those of them to which they give different classes. */
  compared: number;
  differ: number;
}

/** A code of `agreement` (contract/operations/trust.ts), asked without labels. */
export const DIFFERENT = 3;
const UNKNOWN = 255;
const NO_CLASS = 65535;

type Side = [scores: HeadScores, head: HeadInfo];

/** Two models on the same cells, class by class. `codes` per cell: 0 the same class, 3 another, 255 not to be compared. */
export function modelsBeside(sides: readonly [Side, Side], codes: Uint8Array): ModelsBeside {
  const rows = new Map<string, ClassBeside>();
  sides.forEach(([scores, head], place) => {
    const sums = head.classes.map(() => ({ cells: 0, probability: 0, entropy: 0, compared: 0, same: 0 }));
    for (let cell = 0; cell < scores.cells; cell++) {
      const code = scores.top[cell * scores.k]!;
      if (code === NO_CLASS) continue;
      const sum = sums[code]!;
      sum.cells++;
      sum.probability += scores.probability[cell * scores.k]!;
      sum.entropy += scores.entropy[cell]!;
      if (codes[cell] === UNKNOWN) continue;
      sum.compared++;
      if (codes[cell] !== DIFFERENT) sum.same++;
    }
    const most = Math.log(Math.max(head.classes.length, 2));
    head.classes.forEach(({ label, ontologyId }, code) => {
      const { cells, probability, entropy, compared, same } = sums[code]!;
      if (cells === 0) return;
      const key = ontologyId || label.trim().toLowerCase();
      let row = rows.get(key);
      // A model may have two classes of one term: they stay two.
      if (row?.sides[place]) row = undefined;
      if (!row) rows.set(rows.has(key) ? `${key}\n${label}` : key, (row = { label, ontologyId, sides: [null, null] }));
      row.sides[place] = {
        cells,
        probability: probability / cells,
        entropy: entropy / cells / most,
        agree: compared > 0 ? same / compared : Number.NaN,
      };
    });
  });
  const compared = codes.reduce((sum, code) => sum + Number(code !== UNKNOWN), 0);
  const differ = codes.reduce((sum, code) => sum + Number(code === DIFFERENT), 0);
  return { rows: [...rows.values()].sort((a, b) => cellsOf(b) - cellsOf(a)), compared, differ };
}

/** The most cells that one of the models gives a class. */
export const cellsOf = ({ sides }: ClassBeside): number => Math.max(...sides.map((side) => side?.cells ?? 0));

/** Cells to which the two models give different classes. */
export function differingCells(codes: Uint8Array): Uint32Array<ArrayBuffer> {
  const found: number[] = [];
  codes.forEach((code, cell) => {
    if (code === DIFFERENT) found.push(cell);
  });
  return Uint32Array.from(found);
}

const SIDE = ["model", "cells", "mean_probability", "mean_entropy_norm", "share_agreeing"];

/** models.csv: a row per class and pair of models. */
export function besideTable(pairs: readonly { phenotype: Phenotype; models: readonly [string, string]; found: ModelsBeside }[]): Table {
  return {
    columns: ["phenotype", "class", "ontology_id", ...[1, 2].flatMap((place) => SIDE.map((name) => `${name}_${place}`))],
    rows: pairs.flatMap(({ phenotype, models, found }) =>
      found.rows.map(({ label, ontologyId, sides }) => [
        phenotype,
        label,
        ontologyId,
        ...sides.flatMap((side, place) => [
          models[place]!,
          side?.cells ?? 0,
          side?.probability ?? Number.NaN,
          side?.entropy ?? Number.NaN,
          side?.agree ?? Number.NaN,
        ]),
      ]),
    ),
  };
}
