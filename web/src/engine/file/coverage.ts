import type { Coverage, GeneVerdict } from "../../contract/types";
import { unreadCells } from "../../contract/unread";
import type { CoreModule } from "../base/core";
import type { Models } from "../model/models";
import { ANALYZED } from "./analyzed";
import { judgeGenes } from "./describe";
import type { OpenedFile } from "./opened-file";
import { studyCoverage } from "./study/coverage";

/** Species of the open file's genes, and how the models there are now cover one of its matrices; of a study, file by file. */
export async function judgeFile(
  core: CoreModule,
  file: OpenedFile,
  models: Models,
  path = file.info.matrix,
): Promise<{ geneVerdict: GeneVerdict; coverage: Coverage[] }> {
  const genes = await file.geneIds(path);
  const matrix = path ? file.matrixInfo(path) : null;
  const { isTranslated, info, reader } = file;
  return info.study && matrix && reader.parts
    ? studyCoverage(core, models, { genes, matrix, isTranslated }, reader.parts(path), info.study.samples)
    : judgeGenes(core, genes, matrix, models, isTranslated);
}

/** How the models there are now cover the open file's first choice of a matrix. */
export const coverageOf = async (core: CoreModule, file: OpenedFile, models: Models): Promise<Coverage[]> =>
  (await judgeFile(core, file, models)).coverage;

/** Cells of a study that a model does not read by a matrix, 1 each; null where it reads all, and of one file. */
export async function unreadBy(
  { core, file, models, matrix }: { core: CoreModule; file: OpenedFile; models: Models; matrix: string },
  model: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!file.info.study) return null;
  const known = ANALYZED.find(file, matrix)?.coverage ?? [];
  const found =
    known.find((one) => one.model === model) ?? (await judgeFile(core, file, models, matrix)).coverage.find((one) => one.model === model);
  return unreadCells(file.info, found);
}
