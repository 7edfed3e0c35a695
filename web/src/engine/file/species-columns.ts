import type { Column } from "../../contract/types";
import { SPECIES_COLUMN, speciesShareColumn } from "../../contract/species-columns";
import { DOUBLET, shareOf, WITHOUT, type CellSpecies } from "./species-of-cells";

/** What each cell of a mixed file is, and the share of its counts in the first species' genes, as columns; null for any other name. */
export function speciesColumn(told: CellSpecies, name: string): Column | null {
  const [first] = told.genomes;
  if (name === SPECIES_COLUMN) {
    const categories = [...told.genomes.map(({ species }) => species), "doublet"];
    const codes = Int32Array.from(told.of, (code) => (code === DOUBLET ? told.genomes.length : code === WITHOUT ? -1 : code));
    return { name, kind: "category", codes, categories };
  }
  if (name !== speciesShareColumn(first!.species)) return null;
  return { name, kind: "number", values: Float32Array.from(told.of, (_, cell) => shareOf(told, cell, 0)) };
}
