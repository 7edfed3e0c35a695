/**
 * The names of all cells: as they are where no two files share one, else each with its sample behind it (as anndata.concat's
 * index_unique).
 */
export function joinCellIds(files: readonly { sample: string; ids: readonly string[] }[]): { ids: string[]; areMarked: boolean } {
  const seen = new Map<string, number>();
  let areMarked = false;
  files.forEach(({ ids }, file) => {
    for (const id of ids) {
      const other = seen.get(id);
      if (other === undefined) seen.set(id, file);
      else if (other !== file) areMarked = true;
    }
  });
  return { ids: files.flatMap(({ sample, ids }) => (areMarked ? ids.map((id) => `${id}-${sample}`) : ids)), areMarked };
}

/** What files are called without their endings, and without what all of them begin or end with where that leaves each a name. */
export function sampleNames(files: readonly string[]): string[] {
  const plain = files.map((name) => name.replace(/(\.(h5ad|h5|hdf5|gz))+$/i, "") || name);
  const seen = new Map<string, number>();
  return plain.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}-${times}`;
  });
}
