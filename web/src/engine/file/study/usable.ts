import type { FileInfo, Source } from "../../../contract/types";
import type { GeneIds } from "../../contract/cells";
import type { ReadPlan } from "../../readers/read-plan";
import type { Scales } from "../../readers/restored";

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
}
