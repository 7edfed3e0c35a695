/** A file given to be read from its start to its end. */
export interface NamedBytes {
  /** Path from what was given, parts parted by `/`. */
  readonly name: string;
  /** Bytes as stored. */
  readonly size: number;
  /** Its bytes, unpacked where gzip has packed them. Throws AnalysisError. */
  chunks(): AsyncIterable<Uint8Array>;
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));
