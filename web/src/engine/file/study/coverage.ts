import type { Coverage, GeneVerdict, MatrixInfo } from "../../../contract/types";
import type { CoreModule } from "../../base/core";
import type { GeneIds } from "../../contract/cells";
import type { Models } from "../../model/models";
import type { StudyMatrices } from "../../readers/study/reader";
import { judgeGenes } from "../describe";
import { some } from "./notices";
import type { UsableFile } from "./usable";

const GRAVITY: Record<Coverage["verdict"], number> = { ok: 0, notice: 1, refused: 2 };

/** How models cover the genes of files that call them the same. */
export interface FilesCoverage {
  files: string[];
  coverage: readonly Coverage[];
}

/** How models cover a study: as they do the file that they cover least, since each cell is read by the genes that its file measures. */
export async function joinedCoverage(
  core: CoreModule,
  models: Models,
  genes: GeneIds,
  matrix: MatrixInfo,
  matrices: StudyMatrices,
  files: readonly UsableFile[],
): Promise<{ geneVerdict: GeneVerdict; coverage: Coverage[] }> {
  const all = await judgeGenes(core, genes, matrix, models);
  const parts = matrices.partsOf(matrix.path);
  const lists = new Set(parts.map(({ list }) => list));
  if (lists.size <= 1) return all;
  const judged: FilesCoverage[] = [];
  for (const list of lists) {
    const own = files.filter((_, at) => parts[at]!.list === list);
    const { coverage } = await judgeGenes(core, own[0]!.geneIds, matrix, models);
    judged.push({ files: own.map(({ info }) => info.name), coverage });
  }
  return { geneVerdict: all.geneVerdict, coverage: all.coverage.map(({ model }) => leastCoverage(model, judged)) };
}

/** What holds of a model for all files: its lowest coverage, and where only some are refused, which to leave out. */
export function leastCoverage(model: string, judged: readonly FilesCoverage[]): Coverage {
  const ofModel = judged.map(({ files, coverage }) => ({ files, coverage: coverage.find((one) => one.model === model)! }));
  const worst = ofModel.reduce((least, one) => (isWorse(one.coverage, least.coverage) ? one : least));
  const { reason, verdict } = worst.coverage;
  if (reason === "") return worst.coverage;
  const told = `In ${some(worst.files)}: ${reason}`;
  const refused = ofModel.filter(({ coverage }) => coverage.verdict === "refused");
  if (verdict !== "refused" || refused.length === ofModel.length) return { ...worst.coverage, reason: told };
  const names = refused.flatMap(({ files }) => files).join(", ");
  return { ...worst.coverage, reason: `${told.replace(/\.?$/, ".")} Leave out ${names} to ask the model about the other files.` };
}

const isWorse = (a: Coverage, b: Coverage): boolean =>
  GRAVITY[a.verdict] - GRAVITY[b.verdict] > 0 || (a.verdict === b.verdict && a.found < b.found);
