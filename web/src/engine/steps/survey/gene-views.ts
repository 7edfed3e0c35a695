import { mean, quantile } from "../../../contract/numbers";
import { AnalysisError } from "../../../contract/errors";
import type { GeneGroups, GeneViolin, Grouping } from "../../../contract/survey";
import { unwrap, type CoreModule } from "../../base/core";
import type { Aliases } from "../../genes/names";
import type { OpenedFile } from "../../file/opened-file";
import type { SurveyJob } from "./gather";
import { findGenes, type SurveyGenes } from "./genes";
import { groupSums } from "./group-pass";
import { resolveGroups } from "./grouping";

/** The gene that a name means: its symbol, id or alias; the first where the file repeats it. */
export function geneNamed(genes: SurveyGenes, aliases: Aliases, name: string): number | undefined {
  const [first] = findGenes(genes, aliases, name, 1);
  return first && ["symbol", "id", "alias"].includes(first.how) ? first.gene : undefined;
}

/** Genes by groups, as a dot plot or heat map shows them. */
export async function geneGroups(job: SurveyJob, aliases: Aliases, names: string[], by: Grouping): Promise<GeneGroups> {
  const genes = await job.file.geneNames(job.matrix);
  const found = names.flatMap((asked) => {
    const gene = geneNamed(genes, aliases, asked);
    return gene === undefined ? [] : [{ asked, symbol: genes.symbols[gene]!, gene }];
  });
  const missing = names.filter((name) => !found.some(({ asked }) => asked === name));
  if (found.length === 0) throw new AnalysisError("bad-input", `${job.file.info.name} has no gene named ${names.slice(0, 5).join(", ")}.`);
  const groups = await groupSums(job, by);
  const { mean, fraction } = unwrap(groups.sums.group_means());
  const all = groups.sizes.reduce((sum, size) => sum + size, 0);
  const width = groups.names.length;
  // Cells without a label are no group to be shown.
  const shown = groups.hasUnlabelled ? width - 1 : width;
  const rows = (values: Float32Array) => {
    const out = new Float32Array(found.length * shown);
    found.forEach(({ gene }, i) => out.set(values.subarray(gene * width, gene * width + shown), i * shown));
    return out;
  };
  return {
    genes: found,
    missing,
    by: groups.by,
    groups: groups.names.slice(0, shown).map((name, g) => ({ name, cells: groups.sizes[g]!, rest: all - groups.sizes[g]! })),
    mean: rows(mean),
    fraction: rows(fraction),
  };
}

interface ViolinOf {
  core: CoreModule;
  file: OpenedFile;
  matrix: string;
  mask: Uint8Array | null;
  gene: string;
  by: Grouping;
  bins: number;
}

/** One gene in every group; `read` gives its log1p values. */
export async function geneViolin(
  { core, file, matrix, mask, gene: name, by, bins }: ViolinOf,
  aliases: Aliases,
  read: (column: number) => Promise<Float32Array<ArrayBuffer>>,
): Promise<GeneViolin> {
  if (!(Number.isInteger(bins) && bins >= 2 && bins <= 500))
    throw new AnalysisError("bad-input", `From 2 to 500 bars can be drawn, not ${bins}.`);
  const genes = await file.geneNames(matrix);
  const gene = geneNamed(genes, aliases, name);
  if (gene === undefined) throw new AnalysisError("bad-input", `${file.info.name} has no gene named ${name}.`);
  const groups = await resolveGroups(file, by);
  const values = await read(gene);
  const most = values.reduce((high, value) => Math.max(high, value), 0) || 1;
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) => (most * i) / bins);
  const middles = Float64Array.from({ length: bins }, (_, i) => (edges[i]! + edges[i + 1]!) / 2);
  const members: number[][] = groups.names.map(() => []);
  groups.codes.forEach((code, cell) => {
    if (code >= 0 && (!mask || mask[cell])) members[code]!.push(values[cell]!);
  });
  return {
    symbol: genes.symbols[gene]!,
    gene,
    by: groups.by,
    edges,
    groups: groups.names.map((group, g) => {
      const own = Float32Array.from(members[g]!).sort();
      const counts = new Float64Array(bins);
      for (const value of own) counts[Math.min(bins - 1, Math.floor((value / most) * bins))]!++;
      return {
        name: group,
        cells: own.length,
        expressing: own.reduce((sum, value) => sum + Number(value > 0), 0),
        mean: mean(own),
        min: quantile(own, 0),
        q1: quantile(own, 0.25),
        median: quantile(own, 0.5),
        q3: quantile(own, 0.75),
        max: quantile(own, 1),
        counts,
        density: unwrap(core.kernel_density({ values: own, places: middles })),
      };
    }),
  };
}
