import { closeSync, constants, createReadStream, createWriteStream, fstatSync, openSync, readSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { AnalysisError } from "../../contract/errors";
import type { Source } from "../../contract/types";
import { readFailure, type ByteSource } from "../readers/byte-source";
import { isGzip, unpackedName, unpackedNote, unpackFailure } from "./unpacked";

/** A file of this computer; one that gzip has packed is unpacked into the folder for temporary files, and taken away when it is closed. */
export async function openNodeSource(source: Source): Promise<ByteSource> {
  if (source.kind === "store") return (await import("../formats/zarr/reopen.node")).reopenStore(source);
  const opened = openPath(source);
  if (source.kind === "path" && source.isPart) return { ...opened, isPart: true };
  if (!isGzip(opened.read(0, 2)) || source.kind !== "path") return opened;
  opened.close();
  const folder = await mkdtemp(join(tmpdir(), "phenolens-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const path = join(folder, unpackedName(opened.name));
  try {
    await pipeline(createReadStream(source.path), createGunzip(), createWriteStream(path));
  } catch (cause) {
    remove();
    throw unpackFailure(opened.name, cause);
  }
  const unpacked = openPath({ kind: "path", path });
  const close = () => {
    unpacked.close();
    remove();
  };
  return { ...unpacked, shared: { kind: "path", path }, note: unpackedNote(opened.name, opened.size, unpacked.size), close };
}

function openPath(source: Source): ByteSource {
  if (source.kind !== "path") throw new AnalysisError("bad-input", "Under Node a file is given by its path.");
  const name = basename(source.path);
  let descriptor: number;
  let size: number;
  try {
    // A pipe that nobody writes to is opened at once too, and told to be no file.
    descriptor = openSync(source.path, constants.O_RDONLY | constants.O_NONBLOCK);
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
