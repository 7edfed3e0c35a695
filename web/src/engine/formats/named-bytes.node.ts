import { createReadStream } from "node:fs";
import { sep } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { baseName, type NamedBytes } from "./named-bytes";
import { readFailure } from "../readers/byte-source";
import { isGzip, unpackFailure } from "../platform/unpacked";

const PIECE = 1 << 20;

/** A file of this computer as a stream, unpacked where gzip has packed it. */
export function pathBytes(path: string, size: number): NamedBytes {
  const name = path.replaceAll(sep, "/");
  return { name, size, chunks: () => chunks(path, baseName(name)) };
}

async function* chunks(path: string, name: string): AsyncGenerator<Uint8Array> {
  const stored = createReadStream(path, { highWaterMark: PIECE });
  let first = true;
  try {
    const read = stored[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    for (let next = await read.next(); !next.done; next = await read.next()) {
      if (first && isGzip(next.value)) {
        yield* unpacked(path, name);
        return;
      }
      first = false;
      yield next.value;
    }
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith("E")) throw readFailure(name, error);
    throw error;
  } finally {
    stored.destroy();
  }
}

async function* unpacked(path: string, name: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: PIECE });
  pipeline(createReadStream(path, { highWaterMark: PIECE }), gunzip, () => {});
  try {
    const read = gunzip[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    for (;;) {
      let next: IteratorResult<Buffer>;
      try {
        next = await read.next();
      } catch (cause) {
        throw unpackFailure(name, cause);
      }
      if (next.done) return;
      yield next.value;
    }
  } finally {
    gunzip.destroy();
  }
}
