import type { Prepared } from "../../pool/prepared";

/** The lists of genes that the cells explained are read by, put together: files of a study need not measure the same. */
export interface ExplainedLists {
  /** As the lanes count them, rising. */
  lists: number[];
  /** Of each chosen cell, which of these. */
  of: Int32Array;
  /** Vocabulary indices of the genes that the report is over. */
  genes: Int32Array<ArrayBuffer>;
  /** Of each list, the place among these of every gene that it sums over; -1: it does not measure the gene. */
  places: Int32Array<ArrayBuffer>[];
}

/** The lists, as the lanes count them, that cells are read by, and which of these each is. */
export function listsOf(ready: Prepared, cells: Uint32Array): Pick<ExplainedLists, "lists" | "of"> {
  const all = Int32Array.from(cells, (cell) => ready.listOf(cell));
  const lists = [...new Set(all)].sort((a, b) => a - b);
  return { lists, of: all.map((list) => lists.indexOf(list)) };
}

/** Joins what lists sum over. `isOfVocabulary`: each is over the whole vocabulary, of which it measures some. */
export function joinLists(
  { lists, of }: Pick<ExplainedLists, "lists" | "of">,
  { genes, measured }: { genes: Int32Array<ArrayBuffer>[]; measured: Int32Array[] },
  isOfVocabulary: boolean,
): ExplainedLists {
  const [first, ...others] = genes as [Int32Array<ArrayBuffer>, ...Int32Array<ArrayBuffer>[]];
  if (others.length === 0) return { lists, of, genes: first, places: [first.map((_, place) => place)] };
  if (isOfVocabulary) {
    const has = measured.map((own) => new Set(own));
    return { lists, of, genes: first, places: genes.map((own, list) => own.map((gene, place) => (has[list]!.has(gene) ? place : -1))) };
  }
  const place = new Map<number, number>();
  for (const own of genes) for (const gene of own) if (!place.has(gene)) place.set(gene, place.size);
  return { lists, of, genes: Int32Array.from(place.keys()), places: genes.map((own) => own.map((gene) => place.get(gene)!)) };
}
