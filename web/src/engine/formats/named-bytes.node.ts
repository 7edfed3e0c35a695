import { createReadStream } from "node:fs";
import { sep } from "node:path";
import { pipeline, Readable } from "node:stream";
import { createGunzip, createInflateRaw } from "node:zlib";
import { AnalysisError } from "../../contract/errors";
import { unpackFailure } from "../platform/unpacked";
import { readFailure } from "../readers/byte-source";
import { baseName, namedBytes, type Inflate, type NamedBytes } from "./named-bytes";

const PIECE = 1 << 20;

/** A file of this computer as a stream. */
export function pathBytes(path: string, size: number): NamedBytes {
  const name = path.replaceAll(sep, "/");
  return namedBytes(name, size, (from = 0, to = Infinity) => stored(path, baseName(name), from, to), inflate);
}

async function* stored(path: string, name: string, from: number, to: number): AsyncGenerator<Uint8Array> {
  if (to <= from) return;
  const stream = createReadStream(path, { highWaterMark: PIECE, start: from, end: to - 1 });
  try {
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith("E")) throw readFailure(name, error);
    throw error;
  } finally {
    stream.destroy();
  }
}

/** By zlib. */
const inflate: Inflate = async function* (packed, packing, name) {
  const unpacking = packing === "gzip" ? createGunzip({ chunkSize: PIECE }) : createInflateRaw({ chunkSize: PIECE });
  pipeline(Readable.from(packed), unpacking, () => {});
  try {
    const read = unpacking[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    for (;;) {
      let next: IteratorResult<Buffer>;
      try {
        next = await read.next();
      } catch (cause) {
        throw cause instanceof AnalysisError ? cause : unpackFailure(name, cause);
      }
      if (next.done) return;
      yield next.value;
    }
  } finally {
    unpacking.destroy();
  }
};
