/** Endings of HDF5 files that hold cells: AnnData, 10x, loom, MuData, SeuratDisk. */
const ENDINGS = ["h5ad", "h5", "hdf5", "loom", "h5mu", "h5seurat"];
const ENDING = new RegExp(`\\.(${ENDINGS.join("|")})(\\.gz)?$`, "i");

/** What a field for such files accepts. */
export const CELL_FILES = [...ENDINGS.map((ending) => `.${ending}`), ".gz"].join(",");

/** Files of one table, object of R or archive each, which are converted before they are read. */
const CONVERTED = /\.((rds|rdata|rda|csv|tsv|txt|tab|gct|tar)(\.gz)?|tgz|zip)$/i;

export const isConvertedFile = (name: string): boolean => CONVERTED.test(name);

/** Names of the files that say what a group or an array of a zarr store is. */
export const ZARR_MARKS = /^(\.zgroup|\.zattrs|\.zarray|\.zmetadata|zarr\.json)$/;

/** Whether an address is one of a zarr store: of its folder, of a file that describes it, or of a .zip of one. */
export const isStoreAddress = (url: string): boolean =>
  /\.zarr(\.zip)?(\/|$)|\/(zarr\.json|\.z(metadata|group|attrs))$/i.test(url.replace(/[?#].*$/, ""));

/** Whether what stands in a file's place is an address. */
export const isAddress = (path: string): boolean => /^https?:\/\//i.test(path);

export const isCellFile = (name: string): boolean => ENDING.test(name);

/** A file's name without its ending. */
export const withoutEnding = (name: string): string => name.replace(ENDING, "");
