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

/** What files are called without their endings, each by a name of its own; `given` names stay as they are. */
export function sampleNames(files: readonly string[], given: readonly (string | undefined)[] = []): string[] {
  const plain = files.map((name) => name.replace(/(\.(h5ad|h5|hdf5|gz))+$/i, "") || name);
  const taken = new Set(given.filter((name) => name !== undefined));
  const wanted = new Set(plain);
  return plain.map((name, i) => {
    if (given[i] !== undefined) return given[i];
    let own = name;
    // A number behind it makes no name that another file has.
    for (let times = 2; taken.has(own) || (times > 2 && wanted.has(own)); times++) own = `${name}-${times}`;
    taken.add(own);
    return own;
  });
}
