import type { GenomeInfo, Notice, SpeciesCells } from "../../contract/types";

/** A cell is of a species where so much of its counts is, each species scaled to the usual count of its own cells; else it is a doublet. */
const PURE = 0.8;
/** No species: a cell without counts, or a doublet of two. */
export const WITHOUT = -2;
export const DOUBLET = -1;

/** What each cell of a file that mixes species is: a place among the species, DOUBLET or WITHOUT. */
export interface CellSpecies {
  genomes: GenomeInfo[];
  /** Counts, row-major cells x species. */
  counts: Float32Array;
  of: Int8Array;
}

/**
 * Tells cells apart by their counts in each species' genes. Ambient RNA and panels of different size are allowed for: counts of a species
 * are divided by their median over the cells that have most of theirs there.
 */
export function tellCells(genomes: GenomeInfo[], counts: Float32Array): CellSpecies {
  const width = genomes.length;
  const cells = counts.length / width;
  const most = Int32Array.from({ length: cells }, (_, cell) => largest(counts, cell * width, width));
  const own = genomes.map((_, genome) => {
    return median([...most.keys()].filter((cell) => most[cell] === genome).map((cell) => counts[cell * width + genome]!));
  });
  // A species without a cell of its own is measured as the others are.
  const largestOwn = Math.max(...own.filter(Number.isFinite), 1);
  const usual = own.map((count) => (Number.isFinite(count) ? count : largestOwn));
  const of = Int8Array.from({ length: cells }, (_, cell) => {
    const scaled = usual.map((one, genome) => counts[cell * width + genome]! / one);
    const sum = scaled.reduce((total, one) => total + one, 0);
    if (!(sum > 0)) return WITHOUT;
    return scaled.findIndex((one) => one >= PURE * sum);
  });
  return { genomes, counts, of };
}

/** Share of a cell's counts that lies in the genes of one species; NaN without counts. */
export function shareOf({ counts, genomes }: CellSpecies, cell: number, genome: number): number {
  let sum = 0;
  for (let one = 0; one < genomes.length; one++) sum += counts[cell * genomes.length + one]!;
  return counts[cell * genomes.length + genome]! / sum;
}

export function countSpecies(told: CellSpecies): SpeciesCells {
  const cells = (code: number) => [...told.of.keys()].filter((cell) => told.of[cell] === code);
  return {
    species: told.genomes.map(({ species, genes }, genome) => {
      const own = cells(genome);
      return { species, genes, cells: own.length, share: median(own.map((cell) => shareOf(told, cell, genome))) };
    }),
    doublets: cells(DOUBLET).length,
    without: cells(WITHOUT).length,
  };
}

export function speciesCellsNotice({ species, doublets, without }: SpeciesCells): Notice {
  const number = (value: number) => value.toLocaleString("en");
  const each = species.map(
    (one) => `${number(one.cells)} ${one.species}${one.cells > 0 ? ` (median ${(100 * one.share).toFixed(1)}% of their counts)` : ""}`,
  );
  return {
    code: "species-cells",
    message:
      `By their counts ${each.join(" and ")} cells, ${number(doublets)} doublets of two species` +
      `${without > 0 ? `, ${number(without)} without counts` : ""}: a model labels cells of its own species alone.`,
  };
}

function largest(counts: Float32Array, from: number, width: number): number {
  let best = -1;
  for (let one = 0; one < width; one++) if (counts[from + one]! > 0 && (best < 0 || counts[from + one]! > counts[from + best]!)) best = one;
  return best;
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length === 0 ? Number.NaN : sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
