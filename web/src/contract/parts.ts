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

/** What an analysis of a run of cells was of: it is merged with parts of the same alone. */
export interface PartHeader {
  format: string;
  /** Version of the tool. */
  phenolens: string;
  /** The file's name, its fingerprint, the matrix read, and sha256 of the names of its genes. */
  file: string;
  fingerprint: string;
  matrix: string;
  genes: string;
  /** Cells of the whole file, and those of the part. */
  cells: number;
  first: number;
  count: number;
  runs: PartRun[];
  /** Of the bytes of its table. */
  sha256: string;
}

/** A part of an analysis: its header, and what was found of each cell as a table in Arrow's file format. */
export interface AnalyzedPart {
  header: PartHeader;
  bytes: Uint8Array<ArrayBuffer>;
}

export const PART_FORMAT = "phenolens-part/1";
