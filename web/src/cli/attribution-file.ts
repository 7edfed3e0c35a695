import { csvParseRows } from "d3-dsv";
import { AnalysisError } from "../contract/errors";

/** Attributions of one group; parallel arrays, a gene each. */
export interface AttributedGenes {
  symbols: string[];
  ensemblIds: string[];
  mean: number[];
  meanAbs: number[];
  expressed: number[];
  /** Empty where the model has none. */
  weight: number[];
}

/** Reads an attribution.csv that `attribute` wrote, group by group. */
export function readAttributions(path: string, text: string): Map<string, AttributedGenes> {
  const [names = [], ...rows] = csvParseRows(text);
  const columns = ["group", "gene", "ensembl_id", "mean", "mean_abs", "expressed_share", "weight"].map((name) => names.indexOf(name));
  if (columns.some((column) => column < 0))
    throw new AnalysisError(
      "bad-file",
      `${path} is not what attribute writes: it has no columns group, gene, ensembl_id, mean, mean_abs, expressed_share ` +
        `and weight. Run phenolens attribute first and give its attribution.csv.`,
    );
  const [group, gene, id, mean, meanAbs, expressed, weight] = columns as [number, number, number, number, number, number, number];
  const groups = new Map<string, AttributedGenes>();
  for (const fields of rows) {
    let genes = groups.get(fields[group]!);
    if (!genes) groups.set(fields[group]!, (genes = { symbols: [], ensemblIds: [], mean: [], meanAbs: [], expressed: [], weight: [] }));
    genes.symbols.push(fields[gene]!);
    genes.ensemblIds.push(fields[id]!);
    genes.mean.push(Number(fields[mean]!));
    genes.meanAbs.push(Number(fields[meanAbs]!));
    genes.expressed.push(Number(fields[expressed]!));
    if (fields[weight]) genes.weight.push(Number(fields[weight]));
  }
  if (groups.size === 0) throw new AnalysisError("bad-file", `${path} lists no gene.`);
  return groups;
}
