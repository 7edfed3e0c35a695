import type { Coverage, GeneVerdict, MatrixInfo } from "../../../contract/types";
import type { CoreModule } from "../../base/core";
import type { GeneIds } from "../../contract/cells";
import type { Models } from "../../model/models";
import type { StudyMatrices } from "../../readers/study/reader";
import { judgeGenes } from "../describe";
import type { UsableFile } from "./usable";

const GRAVITY: Record<Coverage["verdict"], number> = { ok: 0, notice: 1, refused: 2 };

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
  const least = new Map<string, { coverage: Coverage; file: string }>();
  for (const list of lists) {
    const at = parts.findIndex((part) => part.list === list);
    for (const coverage of (await judgeGenes(core, files[at]!.geneIds, matrix, models)).coverage) {
      const known = least.get(coverage.model);
      if (!known || isWorse(coverage, known.coverage)) least.set(coverage.model, { coverage, file: files[at]!.info.name });
    }
  }
  const coverage = all.coverage.map((one) => {
    const { coverage: worst, file } = least.get(one.model)!;
    return worst.reason === "" ? worst : { ...worst, reason: `In ${file}: ${worst.reason}` };
  });
  return { geneVerdict: all.geneVerdict, coverage };
}

const isWorse = (a: Coverage, b: Coverage): boolean =>
  GRAVITY[a.verdict] - GRAVITY[b.verdict] > 0 || (a.verdict === b.verdict && a.found < b.found);
