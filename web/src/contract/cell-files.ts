/** Endings of HDF5 files that hold cells: AnnData, 10x, loom, MuData, SeuratDisk. */
const ENDINGS = ["h5ad", "h5", "hdf5", "loom", "h5mu", "h5seurat"];
const ENDING = new RegExp(`\\.(${ENDINGS.join("|")})(\\.gz)?$`, "i");

/** What a field for such files accepts. */
export const CELL_FILES = [...ENDINGS.map((ending) => `.${ending}`), ".gz"].join(",");

export const isCellFile = (name: string): boolean => ENDING.test(name);

/** A file's name without its ending. */
export const withoutEnding = (name: string): string => name.replace(ENDING, "");
