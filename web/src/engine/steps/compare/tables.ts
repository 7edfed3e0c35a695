import type { ExpressionTable, GeneByDonor } from "../../../contract/compare";
import { AnalysisError } from "../../../contract/errors";
import { unwrap } from "../../base/core";
import type { OpenedFile } from "../../file/opened-file";
import type { Aliases } from "../../genes/names";
import { geneNamed } from "../survey/gene-views";
import { keptExpression, typeNamed } from "./expression";
import { logCpm } from "./fits";

/** Genes of one type as they were found last. */
export async function genesOf(file: OpenedFile, matrix: string, type: string): Promise<ExpressionTable> {
  const kept = keptExpression(file, matrix);
  const place = typeNamed(kept, type);
  const fit = kept.fits[place]!;
  const { symbols, ensemblIds } = await file.geneNames(matrix);
  const cells = kept.cells?.get(place);
  const of = (values: Float64Array) => Float64Array.from(fit.tested, (gene) => values[gene]!);
  const copied = (values: Float64Array) => Float64Array.from(values);
  return {
    type,
    gene: Int32Array.from(fit.tested),
    symbols: Array.from(fit.tested, (gene) => symbols[gene]!),
    ensemblIds: Array.from(fit.tested, (gene) => ensemblIds[gene]!),
    logFoldChange: copied(fit.logFoldChange),
    low: copied(fit.low),
    high: copied(fit.high),
    average: copied(fit.average),
    t: copied(fit.t),
    p: copied(fit.p),
    q: copied(fit.q),
    cells: cells ? { logFoldChange: of(cells.logFoldChange), p: of(cells.p), q: of(cells.q) } : null,
    trend: fit.trend && { count: copied(fit.trend.count), deviation: copied(fit.trend.deviation), fitted: copied(fit.trend.fitted) },
  };
}

/** One gene in every sample of every type. */
export async function geneByDonor(file: OpenedFile, aliases: Aliases, matrix: string, name: string): Promise<GeneByDonor> {
  const { compared, bulk, sampleOf, typeOf } = keptExpression(file, matrix);
  const genes = await file.geneNames(matrix);
  const gene = geneNamed(genes, aliases, name);
  if (gene === undefined) throw new AnalysisError("bad-input", `${file.info.name} has no gene named ${name}.`);
  const { samples } = compared;
  const width = samples.types.length;
  const { counts, totals } = unwrap(bulk.sums.gene_counts({ gene }));
  return {
    symbol: genes.symbols[gene]!,
    ensemblId: genes.ensemblIds[gene]!,
    dots: Array.from(sampleOf, (sample, i) => {
      const { donor, side } = samples.samples[sample]!;
      return {
        type: samples.types[typeOf[i]!]!,
        donor,
        side,
        cells: samples.cells[sample * width + typeOf[i]!]!,
        count: counts[i]!,
        total: totals[i]!,
        logCpm: logCpm(counts[i]!, totals[i]!),
      };
    }),
  };
}
