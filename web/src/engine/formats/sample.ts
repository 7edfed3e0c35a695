import type { WritableBytes } from "../writers/h5-writer";
import type { NamedBytes } from "./named-bytes";

/** What was written, and what a person should know of it. */
export interface Imported {
  cells: number;
  genes: number;
  notes: string[];
}

/** A sample of any format that is written as .h5ad before it is read. */
export interface Sample {
  name: string;
  /** The file it is asked for by. */
  main: NamedBytes;
  /** All its files. */
  files: NamedBytes[];
  /** Throws AnalysisError where a part is damaged. */
  write(bytes: WritableBytes): Promise<Imported>;
}
