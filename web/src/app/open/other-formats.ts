/** How data of other formats become an .h5ad file, by a name's end. Of HDF5 files the engine says it, by what is in them. */
const WAYS: [ending: RegExp, what: string, way: string][] = [
  [/\.(rds|rda|rdata)$/i, "an R object", "download it: the page opens the file itself, phenolens convert writes it anew"],
  [/\.zarr(\.zip)?$/i, "a zarr store", 'in Python: anndata.read_zarr("x.zarr").write_h5ad("x.h5ad")'],
];

/** What a file of another format is and how to make an .h5ad file of it, in a sentence; empty for other names. */
export function otherFormat(name: string): string {
  const found = WAYS.find(([ending]) => ending.test(name));
  return found ? `${name} is ${found[1]}. Make an .h5ad file of it (${found[2]}).` : "";
}
