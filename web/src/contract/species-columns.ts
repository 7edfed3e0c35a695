/** Columns that the engine makes of a file that mixes species, once its cells are counted; no column of obs goes by these names. */
export const SPECIES_COLUMN = "Species (by counts)";
export const speciesShareColumn = (species: string): string => `Share of ${species} counts`;
