import type { Notice } from "../../contract/types";

/** Repeated names of cells: how many cells share one, and an example; null where every name is its own. */
export function repeatedNames(ids: readonly string[]): { cells: number; names: number; example: string } | null {
  const times = new Map<string, number>();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  if (times.size === ids.length) return null;
  const repeated = [...times].filter(([, count]) => count > 1);
  return { cells: repeated.reduce((sum, [, count]) => sum + count, 0), names: repeated.length, example: repeated[0]![0] };
}

export function repeatedNamesNotice(ids: readonly string[]): Notice[] {
  const found = repeatedNames(ids);
  if (!found) return [];
  const { cells, names, example } = found;
  return [
    {
      code: "cell-names-repeated",
      message:
        `Names of cells are not unique: ${cells.toLocaleString("en")} cells share ${names.toLocaleString("en")} ` +
        `${names === 1 ? "name" : "names"} with others (${example}), so tables cannot be joined by name: they have ` +
        `a column "position", the cell's place in the file from 0. In Python: adata.obs_names_make_unique().`,
    },
  ];
}
