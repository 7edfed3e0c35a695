import { joinedBytes } from "../base/joined-bytes";
import { isGzip } from "../platform/unpacked";

/** Unpacks a stream. Throws AnalysisError where it is damaged or ends early. */
export type Inflate = (stored: AsyncIterable<Uint8Array>, packing: "gzip" | "deflate-raw", name: string) => AsyncIterable<Uint8Array>;

/** A file given to be read from its start to its end. */
export interface NamedBytes {
  /** Path from what was given, parts parted by `/`. */
  readonly name: string;
  /** Bytes as stored. */
  readonly size: number;
  /** Bytes as stored, those from `from` to before `to`. Throws AnalysisError. */
  stored(from?: number, to?: number): AsyncIterable<Uint8Array>;
  /** How what is packed in it is unpacked here. */
  readonly inflate: Inflate;
  /** Its bytes, unpacked where gzip has packed them. Throws AnalysisError. */
  chunks(): AsyncIterable<Uint8Array>;
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

export function namedBytes(name: string, size: number, stored: NamedBytes["stored"], inflate: Inflate): NamedBytes {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    let first = true;
    for await (const chunk of stored()) {
      if (first && isGzip(chunk)) {
        yield* inflate(stored(), "gzip", baseName(name));
        return;
      }
      first &&= chunk.length === 0;
      yield chunk;
    }
  }
  return { name, size, stored, inflate, chunks };
}

/** The same file, telling how much of it has been read at each reading from its start. */
export function watched({ name, size, stored, inflate }: NamedBytes, report: (done: number, total: number) => void): NamedBytes {
  async function* counted(from = 0, to = size): AsyncGenerator<Uint8Array> {
    let done = from;
    for await (const chunk of stored(from, to)) {
      report((done += chunk.length), size);
      yield chunk;
    }
  }
  return namedBytes(name, size, counted, inflate);
}

/** Bytes `from` to before `to` of a stream; what comes after is not asked for. */
export async function* sliced(chunks: AsyncIterable<Uint8Array>, from: number, to: number): AsyncGenerator<Uint8Array> {
  let at = 0;
  if (to <= from) return;
  for await (const chunk of chunks) {
    const end = at + chunk.length;
    if (end > from) yield chunk.subarray(Math.max(0, from - at), Math.min(chunk.length, to - at));
    if (end >= to) return;
    at = end;
  }
}

/** All of a short stream. */
export async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(Uint8Array.from(chunk));
  return joinedBytes(parts);
}
