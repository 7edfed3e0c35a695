import { AnalysisError } from "../../contract/errors";
import type { Choice, Reading, Source } from "../../contract/types";
import type { Reader } from "./reader";

/** Bytes at any place of a file, read when asked for: a File, a path or an address. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  /** Bytes a read should fetch at once: what a seek costs, in bytes. */
  readonly windowBytes: number;
  /** What another worker opens to read the same bytes: the file itself, however it came here, or an address already looked into. */
  readonly shared?: Source;
  /** It is the part that was asked for of a file: no part of it is asked for any more. */
  readonly isPart?: true;
  /** Which part that is, of what it was made of. */
  readonly choice?: Choice;
  /** What was made of the address given: a sentence. */
  readonly note?: string;
  /** Up to `length` bytes from `position`; fewer only at the end. Throws AnalysisError. */
  read(position: number, length: number): Uint8Array;
  /** How it is read where it is no file of HDF5; `read` is then of no use. */
  opens?(reading: Reading): Promise<Reader>;
  close(): void;
}

/** Whether what a source says others open it by lies on the network. */
export const isFar = (shared: Source | undefined): boolean => shared?.kind === "url" || (shared?.kind === "store" && "url" in shared.at);

/** What a read that fails means for the person who gave the file. */
export function readFailure(name: string, cause: unknown): AnalysisError {
  const words = cause instanceof Error ? `${cause.name} ${(cause as { code?: string }).code ?? ""} ${cause.message}` : String(cause);
  if (/NotFound|NotReadable|ENOENT|ESTALE|EIO/.test(words)) {
    return new AnalysisError(
      "bad-file",
      `${name} cannot be read any more: it was moved, changed or deleted while it was open. Open it again.`,
      { cause },
    );
  }
  if (/EACCES|EPERM|Security|NotAllowed/.test(words)) {
    return new AnalysisError("bad-file", `${name} may not be read: permission was refused. Check the file's rights and open it again.`, {
      cause,
    });
  }
  return new AnalysisError("bad-file", `${name} could not be read (${words.trim()}). Open it again.`, { cause });
}
