import type { AnalyzePart, CallContext } from "../../../contract/protocol";
import type { AnalyzeOptions, CellRange, MatrixInfo } from "../../../contract/types";
import type { CoreModule } from "../../base/core";
import type { LaneOperations } from "../../contract/lane-operations";
import type { Quality } from "../../contract/predict";
import type { Analyzed } from "../../file/analyzed";
import type { OpenedFile } from "../../file/opened-file";
import type { ModelResults } from "../../file/scores";
import { SEX_COUNTS, type SexGenes } from "../../file/sex";
import { GeneNames } from "../../genes/names";
import { sexGenes } from "../sex/genes";

type Survey = LaneOperations["survey"];

/** What every block is asked beside its cells; without genes, sex is not counted. */
export const surveyAsked = ({ threshold }: AnalyzeOptions, genes: SexGenes | null): Pick<Survey["request"], "threshold" | "sexGenes"> => ({
  ...(threshold === undefined ? {} : { threshold }),
  ...(genes ? { sexGenes: genes.marks } : {}),
});

/** The genes of sex by the file's own names: XIST has no one-to-one ortholog in tables of proteins. */
export async function sexGenesOf(file: OpenedFile, matrix: string): Promise<SexGenes> {
  return sexGenes(new GeneNames(await file.reader.geneIds(matrix)), file.matrixInfo(matrix).genes);
}

/** Puts the answers of a survey where they are kept; quality only once. `genes`: of sex, where they are counted. */
export function surveyTaker(
  { core, file, context }: { core: CoreModule; file: OpenedFile; context: CallContext<AnalyzePart> },
  analyzed: Analyzed,
  results: ModelResults[],
  genes: SexGenes | null,
): (block: CellRange, answer: Survey["reply"]) => void {
  // Logarithms are read as of counts per 10,000; their cells sum to what the file scaled them to.
  const unit = totalUnit(file.matrixInfo(analyzed.matrix));
  const empty = () => new Float32Array(file.info.cells).fill(NaN);
  const sex = genes && SEX_COUNTS.put(file, analyzed.matrix, { genes, x: empty(), y: empty() });
  return (block, { quality, whole, predictions, sex: counted }) => {
    for (let i = 0; i < quality.totals.length; i++) quality.totals[i]! *= unit;
    predictions.forEach((prediction, i) => prediction && results[i]!.put(core, block, prediction));
    if (analyzed.survey) return;
    keepQuality(analyzed, block, quality);
    analyzed.whole.set(whole, block.first);
    if (sex && counted) {
      sex.x.set(counted.x, block.first);
      sex.y.set(counted.y, block.first);
    }
    context.part({ kind: "quality", part: { range: block, ...quality } });
  };
}

/** What a cell's total is in the file's own unit, over that of the values as they are read. */
const totalUnit = ({ values, scale }: MatrixInfo): number => (values === "log1p" && scale.target > 0 ? scale.target / 1e4 : 1);

function keepQuality(analyzed: Analyzed, { first, count }: CellRange, part: Quality): void {
  const { quality } = analyzed;
  analyzed.measured += count;
  quality.totals.set(part.totals, first);
  quality.detected.set(part.detected, first);
  quality.mitochondrial.set(part.mitochondrial, first);
  // Known by their orthologs, genes are of one species.
  const genomes = part.genomes.length / Math.max(1, count);
  if (quality.genomes.length === genomes * quality.totals.length) quality.genomes.set(part.genomes, first * genomes);
}
