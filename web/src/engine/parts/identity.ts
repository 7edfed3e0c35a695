import type { AnalyzeOptions } from "../../contract/types";
import { sha256 } from "../base/sha256";
import type { LaneModel } from "../contract/model";
import { answersBy } from "../file/analyzed";
import type { OpenedFile } from "../file/opened-file";

/** What a model's answers depend on, as a checksum. */
export const filesOf = ({ manifest }: LaneModel, { threshold }: AnalyzeOptions): Promise<string> =>
  sha256(new TextEncoder().encode(answersBy(manifest, threshold)));

/** Checksum of the names that the genes of a matrix are read by. */
export async function genesRead(file: OpenedFile, matrix: string): Promise<string> {
  const { ids, alternatives } = await file.geneIds(matrix);
  return sha256(new TextEncoder().encode(JSON.stringify([ids, ...alternatives.map(({ values }) => values)])));
}
