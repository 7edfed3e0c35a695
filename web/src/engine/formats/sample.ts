import type { NewColumn } from "../writers/new-column";
import type { WritableBytes } from "../base/writable-bytes";
import type { ZarrStore } from "./zarr/roots";
import { AnalysisError } from "../../contract/errors";
import type { Choice } from "../../contract/types";
import { baseName, folderOf, type NamedBytes } from "./named-bytes";

/** Files that are named one by one. */
const MOST_NAMED = 5;

/** What was written, and what a person should know of it. */
export interface Imported {
  cells: number;
  genes: number;
  notes: string[];
  /** Of what has several parts, the one written. */
  choice?: Choice;
}

/** Columns for cells, by their names, and what a person should know of it. */
export type Beside = (cells: readonly string[]) => { columns: NewColumn[]; notes: string[] };

/** A sample of any format that is written as .h5ad before it is read. */
export interface Sample {
  name: string;
  /** The file it is asked for by. */
  main: NamedBytes;
  /** All its files. */
  files: NamedBytes[];
  /** Where tables are joined to it: the same without them. */
  alone?: Sample;
  /** Of a zarr store: its files, by which it is read where it lies. */
  store?: ZarrStore;
  /** It is a file of HDF5 already, written out of an archive as it is: of what sizes is not known before it is opened. */
  isCopy?: boolean;
  /** The same of another assay than the usual one, where its format knows several. */
  ofAssay?: (assay: string) => Sample;
  /** Throws AnalysisError where a part is damaged. `beside` says more of the cells. */
  write(bytes: WritableBytes, beside?: Beside): Promise<Imported>;
}

/** A sample as its file has another part: an assay, a modality or a genome. Throws AnalysisError(bad-input) where it has none. */
export function asPart(sample: Sample, part: string | undefined): Sample {
  // What was packed as a file of HDF5 is asked for its part when it is read.
  if (part === undefined || sample.isCopy) return sample;
  if (!sample.ofAssay)
    throw new AnalysisError(
      "bad-input",
      `${sample.name} has no part named ${part}: only .h5mu, .h5seurat, 10x .h5 files and objects of R (.rds, .RData) have several.`,
    );
  return sample.ofAssay(part);
}

/** Which files a sample was read from, in a sentence. */
export function readOf({ files, main }: Sample): string {
  if (files.length > MOST_NAMED) return `Read from ${folderOf(main.name)} (${files.length.toLocaleString("en")} files).`;
  return `Read from ${files.map(({ name }) => baseName(name)).join(", ")}.`;
}
