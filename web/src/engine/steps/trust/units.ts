import type { OpenedFile } from "../../file/opened-file";
import { donorsOf } from "../../file/donors";
import { marks } from "./arrays";

/**
 * Bags that cells are dealt into where there are no donors: leaving out one of some hundred bags is, up to the noise of
 * dealing, leaving out cells.
 */
const BAGS = 400;

/** What intervals are over. */
export interface Units {
  /** Unit of each cell, -1 for none. */
  of: Int32Array<ArrayBuffer>;
  count: number;
  /** Donors' codes where units are donors. */
  donors: Int32Array | null;
}

/** Mixes a cell's number, so that neighbours part. */
export const mixed = (cell: number): number => (Math.imul(cell ^ (cell >>> 15), 0x2c1b3c6d) ^ (Math.imul(cell, 0x297a2d39) >>> 13)) >>> 0;

/** Donors of the labelled cells where a column names them; else the cells, dealt into bags where there are many. */
export async function unitsOf(file: OpenedFile, column: string | undefined, labelled: Uint32Array): Promise<Units> {
  const of = new Int32Array(file.info.cells).fill(-1);
  if (column) {
    const { codes, categories } = await donorsOf(file, column);
    for (let i = 0; i < labelled.length; i++) of[labelled[i]!] = codes[labelled[i]!]!;
    return { of, count: categories.length, donors: codes };
  }
  const count = Math.min(BAGS, labelled.length);
  for (let i = 0; i < labelled.length; i++) of[labelled[i]!] = labelled.length <= BAGS ? i : mixed(labelled[i]!) % BAGS;
  return { of, count, donors: null };
}

/** Deals the labelled cells into two halves (0 to fit on, 1 to judge): whole donors where there are at least two, else cells. */
export function halvesOf(labelled: Uint32Array, { of, count, donors }: Units): Uint8Array<ArrayBuffer> {
  const sizes = new Float64Array(count);
  for (let i = 0; i < labelled.length; i++) if (of[labelled[i]!]! >= 0) sizes[of[labelled[i]!]!]!++;
  const used = [...sizes.keys()].filter((unit) => sizes[unit]! > 0);
  if (!donors || used.length < 2) return marks(labelled.length, (i) => ((mixed(labelled[i]!) >>> 7) & 1) === 1);
  const filled = [0, 0];
  const side = new Uint8Array(count);
  for (const unit of used.sort((a, b) => sizes[b]! - sizes[a]! || a - b)) {
    side[unit] = filled[0]! <= filled[1]! ? 0 : 1;
    filled[side[unit]!]! += sizes[unit]!;
  }
  return marks(labelled.length, (i) => of[labelled[i]!]! >= 0 && side[of[labelled[i]!]!] === 1);
}
