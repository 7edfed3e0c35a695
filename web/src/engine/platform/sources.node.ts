import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { AnalysisError } from "../../contract/errors";
import type { Source } from "../../contract/types";
import { readFailure, type ByteSource } from "../readers/byte-source";

/** A file of this computer. */
export function openNodeSource(source: Source): ByteSource {
  if (source.kind !== "path") throw new AnalysisError("bad-input", "Under Node a file is given by its path.");
  const name = basename(source.path);
  let descriptor: number;
  let size: number;
  try {
    descriptor = openSync(source.path, "r");
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw new AnalysisError("bad-input", `${source.path} is not a file.`);
    size = stat.size;
  } catch (error) {
    if (error instanceof AnalysisError) throw error;
    if ((error as { code?: string }).code === "ENOENT")
      throw new AnalysisError("bad-input", `There is no file ${source.path}.`, { cause: error });
    throw readFailure(name, error);
  }
  return {
    name,
    size,
    windowBytes: 1 << 20,
    read(position, length) {
      const bytes = new Uint8Array(Math.min(length, size - position));
      try {
        let got = 0;
        while (got < bytes.length) {
          const more = readSync(descriptor, bytes, got, bytes.length - got, position + got);
          if (more === 0) throw new Error(`ends after ${position + got} bytes where it had ${size}`);
          got += more;
        }
      } catch (error) {
        throw readFailure(name, error);
      }
      return bytes;
    },
    close: () => closeSync(descriptor),
  };
}
