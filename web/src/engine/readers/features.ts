import { NAMED_FEATURES } from "../../contract/feature-names";
import { sampled } from "./sample";
import type { RowBlock } from "../contract/cells";
import type { Matrix } from "./reader";

/** Kinds of features that are gene expression, as Cell Ranger, Seurat, muon and CELLxGENE write them. */
const EXPRESSION = /^(gene[ _]expression|genes?|gex|m?rna([ _]expression)?|expression|transcript(s|ome)?)$/i;

export const isExpression = (kind: string): boolean => EXPRESSION.test(kind);

/** Columns of one kind among a matrix's features. */
export interface Features {
  /** `Gene Expression`, `Antibody Capture`, as the file says. */
  kind: string;
  isExpression: boolean;
  /** Place of each feature among those of this kind, -1 for the others. */
  column: Int32Array;
  count: number;
}

/** Features by their kinds, genes first, the others by their number; null where all are genes, or nothing tells. */
export function featureKinds(kinds: string[]): Features[] | null {
  const found = new Map<string, Features>();
  kinds.forEach((said, feature) => {
    const ofGenes = isExpression(said);
    const kind = ofGenes ? "Gene Expression" : said || "features of no kind";
    let of = found.get(kind);
    if (!of) found.set(kind, (of = { kind, isExpression: ofGenes, column: new Int32Array(kinds.length).fill(-1), count: 0 }));
    of.column[feature] = of.count++;
  });
  // Without any gene the words are of something else, such as biotypes.
  if (found.size < 2 || ![...found.values()].some(({ isExpression }) => isExpression)) return null;
  return [...found.values()].sort((a, b) => Number(b.isExpression) - Number(a.isExpression) || b.count - a.count);
}

/** Kinds of features by their names alone: genes but for what names itself otherwise. */
export function kindsByName(names: string[]): string[] {
  return names.map((name) => NAMED_FEATURES.find(([pattern]) => pattern.test(name))?.[1] ?? "Gene Expression");
}

/** Entries of the features of one kind. */
export function only(strings: string[], features: Features | null | undefined): string[] {
  return features ? strings.filter((_, feature) => features.column[feature]! >= 0) : strings;
}

/** A matrix of fewer columns. Its stored values are counted with the others': to count them would take a pass. */
export function restricted(whole: Matrix, { column, count, kind, isExpression }: Features): Matrix {
  const { shape } = whole;
  const matrix: Matrix = {
    ...whole,
    shape: isExpression ? { ...shape, genes: count } : { ...shape, genes: count, path: `${shape.path}[${kind}]`, features: kind },
    block: async (first, cells) => restrictedBlock(await whole.block(first, cells), column, count),
    sample: () => sampled(matrix),
  };
  return matrix;
}

/** A block with its columns at other places (-1: left out) among `genes`. */
export function restrictedBlock(block: RowBlock, column: Int32Array, genes: number): RowBlock {
  if (block.layout === "dense") {
    const values = new Float32Array(block.cells * genes);
    for (let cell = 0; cell < block.cells; cell++)
      for (let at = 0; at < block.genes; at++)
        if (column[at]! >= 0) values[cell * genes + column[at]!] = block.values[cell * block.genes + at]!;
    return { ...block, genes, values };
  }
  const { indptr, indices, values } = block;
  const kept = { indptr: new Int32Array(indptr.length), indices: new Int32Array(indices.length), values: new Float32Array(values.length) };
  let to = 0;
  for (let cell = 0; cell < block.cells; cell++) {
    for (let i = indptr[cell]!; i < indptr[cell + 1]!; i++) {
      const at = indices[i]!;
      // What is out of range stays so: the core refuses it by name.
      const gene = at >= 0 && at < column.length ? column[at]! : genes;
      if (gene < 0) continue;
      kept.indices[to] = gene;
      kept.values[to++] = values[i]!;
    }
    kept.indptr[cell + 1] = to;
  }
  return { ...block, genes, indptr: kept.indptr, indices: kept.indices.subarray(0, to), values: kept.values.subarray(0, to) };
}
