import { AnalysisError } from "../../contract/errors";

/** Whether bytes begin as gzip's do. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

export const unpackedName = (name: string): string => name.replace(/\.gz$/i, "") || name;

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

export const unpackedNote = (name: string, packed: number, size: number): string =>
  `${name} was unpacked first, ${megabytes(packed)} to ${megabytes(size)}.`;

export const downloadedNote = (name: string, size: number): string => `${name} was downloaded first, ${megabytes(size)}.`;

export function unpackFailure(name: string, cause: unknown, by = "gzip"): AnalysisError {
  const words = cause instanceof Error ? cause.message : String(cause);
  return new AnalysisError(
    "bad-file",
    `${name} is packed by ${by} and cannot be unpacked (${words}). Download it again, or unpack it yourself.`,
    {
      cause,
    },
  );
}
