/** A model's run over the cells of a part. */
export interface PartRun {
  model: string;
  /** sha256 of the checksums of its files and of what its manifest makes of them. */
  files: string;
  backend: "core" | "wasm" | "webgpu" | "native";
  fallback: string;
  lanes: number;
  seconds: number;
}

/** Tables of a part: what was found of each cell, and sums of counts: per donor, condition and type, or over sections of the cells. */
export type PartTableName = "cells" | "sums";

/** What a table was read of: the matrix and sha256 of the names of its genes; and sha256 of its bytes. */
export interface PartTable {
  matrix: string;
  genes: string;
  sha256: string;
}

/** What a run of cells was of: it is merged with parts of the same alone. */
export interface PartHeader {
  format: string;
  /** Version of the tool. */
  phenolens: string;
  /** The file's name and its fingerprint. */
  file: string;
  fingerprint: string;
  /** Cells of the whole file, and those of the part. */
  cells: number;
  first: number;
  count: number;
  runs: PartRun[];
  tables: Partial<Record<PartTableName, PartTable>>;
}

/** One table of a part, in Arrow's file format, with the header of a part that has this table alone. */
export interface MadePart {
  header: PartHeader;
  bytes: Uint8Array<ArrayBuffer>;
}

export const PART_FORMAT = "phenolens-part/2";
