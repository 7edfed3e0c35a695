import { AnalysisError } from "../contract/errors";

/** Fields of a line of CSV, quotes undone. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^",]*))(?:,|$)/g)]
    .slice(0, -1)
    .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}

/** Attributions of one group; parallel arrays, a gene each. */
export interface AttributedGenes {
  symbols: string[];
  ensemblIds: string[];
  mean: number[];
  meanAbs: number[];
  expressed: number[];
}

/** Reads an attribution.csv that `attribute` wrote, group by group. */
export function readAttributions(path: string, text: string): Map<string, AttributedGenes> {
  const [head = "", ...lines] = text.trimEnd().split("\n");
  const names = fieldsOf(`${head},`);
  const columns = ["group", "gene", "ensembl_id", "mean", "mean_abs", "expressed_share"].map((name) => names.indexOf(name));
  if (columns.some((column) => column < 0))
    throw new AnalysisError(
      "bad-file",
      `${path} is not what attribute writes: it has no columns group, gene, ensembl_id, mean, mean_abs and expressed_share. Run ` +
        `phenolens attribute first and give its attribution.csv.`,
    );
  const [group, gene, id, mean, meanAbs, expressed] = columns as [number, number, number, number, number, number];
  const groups = new Map<string, AttributedGenes>();
  for (const line of lines) {
    const fields = fieldsOf(`${line},`);
    let of = groups.get(fields[group]!);
    if (!of) groups.set(fields[group]!, (of = { symbols: [], ensemblIds: [], mean: [], meanAbs: [], expressed: [] }));
    of.symbols.push(fields[gene]!);
    of.ensemblIds.push(fields[id]!);
    of.mean.push(Number(fields[mean]!));
    of.meanAbs.push(Number(fields[meanAbs]!));
    of.expressed.push(Number(fields[expressed]!));
  }
  if (groups.size === 0) throw new AnalysisError("bad-file", `${path} lists no gene.`);
  return groups;
}
