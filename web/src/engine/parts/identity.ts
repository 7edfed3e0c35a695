import { AnalysisError } from "../../contract/errors";
import { PART_FORMAT, type MadePart, type PartHeader, type PartTable, type PartTableName } from "../../contract/parts";
import type { AnalyzeOptions, CellRange } from "../../contract/types";
import { sha256 } from "../base/sha256";
import type { LaneModel } from "../contract/model";
import { answersBy } from "../file/analyzed";
import type { OpenedFile } from "../file/opened-file";
import type { Job } from "../pool/job";

/** What a model's answers depend on, as a checksum. */
export const filesOf = ({ manifest }: LaneModel, { threshold }: AnalyzeOptions): Promise<string> =>
  sha256(new TextEncoder().encode(answersBy(manifest, threshold)));

/** Checksum of the names that the genes of a matrix are read by. */
export async function genesRead(file: OpenedFile, matrix: string): Promise<string> {
  const { ids, alternatives } = await file.geneIds(matrix);
  return sha256(new TextEncoder().encode(JSON.stringify([ids, ...alternatives.map(({ values }) => values)])));
}

/** Throws AnalysisError where a file has no such cells. */
export function checkRange({ name, cells: all }: { name: string; cells: number }, { first, count }: CellRange): void {
  if (count < 1 || first < 0 || first + count > all)
    throw new AnalysisError(
      "bad-input",
      `${name} has the cells 0 to ${all}, of which ${first}:${first + count} is no part. Choose one within them.`,
    );
}

/** A table that a job made of a run of cells. */
export async function madePart(
  { file, core, matrix }: Pick<Job, "file" | "core" | "matrix">,
  cells: CellRange,
  table: PartTableName,
  bytes: Uint8Array<ArrayBuffer>,
  runs: PartHeader["runs"] = [],
): Promise<MadePart> {
  const { name, fingerprint, cells: all } = file.info;
  const made: PartTable = { matrix, genes: await genesRead(file, matrix), sha256: await sha256(bytes) };
  return {
    header: {
      format: PART_FORMAT,
      phenolens: core.version(),
      file: name,
      fingerprint,
      cells: all,
      ...cells,
      runs,
      tables: { [table]: made },
    },
    bytes,
  };
}
