import type { FileInfo, Source } from "../../../contract/types";
import type { GeneIds } from "../../contract/cells";
import type { ReadPlan } from "../../readers/read-plan";
import type { Scales } from "../../readers/restored";

/** A file's labels of the columns whose labels may mean something else in another file. */
export type OwnLabels = ReadonlyMap<string, readonly string[]>;

/** A file of a study that can be used: how it is opened again, and what is known of it. */
export interface UsableFile {
  /** As the column of samples has it. */
  sample: string;
  /** Among the files asked for, left out or not. */
  place: number;
  source: Source;
  scales: Scales;
  info: FileInfo;
  /** The matrix that is read. */
  matrix: string;
  plan: ReadPlan;
  geneIds: GeneIds;
  labels: OwnLabels;
}
