import { AnalysisError } from "../../../contract/errors";

/** Reference profiles as read, before they are a model. */
export interface Profiles {
  /** Names of genes in the order of the rows: symbols, or whatever the table has, and Ensembl ids where it has both ("" for none). */
  genes: string[];
  ensembl: string[];
  /** Labels, each once, in order of their names, and the label of each profile. */
  labels: string[];
  codes: number[];
  /** Row-major genes x profiles; finite. */
  values: Float64Array;
  scale: Scale;
  /** Genes left out for a value that is missing. */
  missing: number;
}

/** Logarithms; a linear scale already normalized; or counts, each profile with a total of its own. */
export type Scale = "log" | "linear" | "counts";

/** Above it no logarithm of an expression lies: 2^30 molecules. */
const LARGEST_LOGARITHM = 30;

/**
 * What values are: whole numbers are counts; without a value beyond 30, or with one below zero, they are logarithms. Ranks do not depend on
 * it; the choice of markers does.
 */
export function scaleOf(values: Float64Array): Scale {
  let isWhole = true;
  let largest = -Infinity;
  for (const value of values) {
    if (value < 0) return "log";
    isWhole &&= Number.isInteger(value);
    if (value > largest) largest = value;
  }
  if (isWhole) return "counts";
  return largest > LARGEST_LOGARITHM ? "linear" : "log";
}

/** Each label once, in order of their names, and its place for each profile. */
export function labelled(source: string, names: readonly string[]): Pick<Profiles, "labels" | "codes"> {
  const labels = [...new Set(names)].sort();
  if (labels.length < 2) {
    const has = labels.length === 1 ? `profiles of one type alone (${labels[0]!.slice(0, 40)})` : "no profile";
    throw new AnalysisError("bad-file", `${source} has ${has}; a reference takes two types at least, to tell one from the other.`);
  }
  if (labels.length >= 65_535)
    throw new AnalysisError("bad-file", `${source} has ${labels.length.toLocaleString("en")} types; at most 65,534 are read.`);
  if (labels.includes("")) throw new AnalysisError("bad-file", `${source} has a profile without a name.`);
  return { labels, codes: names.map((name) => labels.indexOf(name)) };
}

/** Refuses genes that stand twice: which of two rows is meant cannot be told. */
export function checkGenes(source: string, genes: readonly string[]): void {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const gene of genes) {
    if (seen.has(gene)) twice.add(gene);
    seen.add(gene);
  }
  const [first] = twice;
  if (first === undefined) return;
  const others = twice.size > 1 ? `, and ${(twice.size - 1).toLocaleString("en")} other genes` : "";
  throw new AnalysisError("bad-file", `${source} has the gene ${first.slice(0, 40)} more than once${others}: keep one row of each.`);
}

/** Leaves out genes with a value that is missing, as `singler` does. */
export function withoutMissing(source: string, profiles: Omit<Profiles, "missing" | "scale">): Profiles {
  const { genes, ensembl, codes, values } = profiles;
  const width = codes.length;
  const kept = genes.flatMap((_, gene) => {
    for (let p = 0; p < width; p++) if (Number.isNaN(values[gene * width + p]!)) return [];
    return [gene];
  });
  if (kept.length === 0)
    throw new AnalysisError("bad-file", `${source} has a value missing in every gene; a profile takes a number for each.`);
  const found = new Float64Array(kept.length * width);
  kept.forEach((gene, row) => found.set(values.subarray(gene * width, (gene + 1) * width), row * width));
  return {
    ...profiles,
    genes: kept.map((gene) => genes[gene]!),
    ensembl: kept.map((gene) => ensembl[gene]!),
    values: found,
    scale: scaleOf(found),
    missing: genes.length - kept.length,
  };
}
