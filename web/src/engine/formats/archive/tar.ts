import { isGzip } from "../../platform/unpacked";
import { baseName, gathered, namedBytes, sliced, type NamedBytes } from "../named-bytes";
import { MOST_ENTRIES, damaged, entryName, tooMany } from "./entries";

const BLOCK = 512;
/** A long name, or a list of them, is no longer. */
const LONGEST_NAME = 1 << 20;

/**
 * The files in a .tar: places in it, where it is stored as it is; of one that gzip has packed, the archive is unpacked up to a file each
 * time that is read. Throws AnalysisError where a header is damaged.
 */
export async function tarEntries(tar: NamedBytes): Promise<NamedBytes[]> {
  const isPacked = isGzip(await gathered(tar.stored(0, 2)));
  const bytes = (from: number, to: number) => (isPacked ? sliced(tar.chunks(), from, to) : tar.stored(from, to));
  const forward = isPacked ? new Forward(tar.chunks()) : null;
  const read = (from: number, to: number) => (forward ? forward.read(from, to) : gathered(tar.stored(from, to)));
  const entries: NamedBytes[] = [];
  try {
    let long = "";
    for (let at = 0; ;) {
      const head = await read(at, at + BLOCK);
      if (head.length === 0) throw damaged(baseName(tar.name), "the mark of its end is absent: it is cut off");
      if (head.every((byte) => byte === 0)) return entries;
      const { size, kind, name } = headerOf(head, baseName(tar.name), at);
      const from = at + BLOCK;
      at = from + Math.ceil(size / BLOCK) * BLOCK;
      if (!isPacked && from + size > tar.size) throw damaged(baseName(tar.name), `${name} ends beyond its end: it is cut off`);
      if (kind === "L" || kind === "x") {
        if (size > LONGEST_NAME) throw damaged(baseName(tar.name), "a name in it is longer than 1 MB");
        const text = new TextDecoder().decode(await read(from, from + size));
        long = kind === "L" ? text.replace(/\0.*$/s, "") : (/(?:^|\n)\d+ path=([^\n]*)/.exec(text)?.[1] ?? long);
        continue;
      }
      const path = kind === "0" || kind === "7" ? entryName(long || name) : null;
      long = "";
      if (path === null) continue;
      if (entries.length === MOST_ENTRIES) throw tooMany(baseName(tar.name));
      const stored = (start = 0, end = size) =>
        whole(bytes(from + start, from + Math.min(end, size)), Math.min(end, size) - start, path, tar);
      entries.push(namedBytes(`${tar.name}/${path}`, size, stored, tar.inflate));
    }
  } finally {
    await forward?.end();
  }
}

/** A file of an archive, which is not shorter than its header says. */
async function* whole(chunks: AsyncIterable<Uint8Array>, size: number, path: string, tar: NamedBytes): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const chunk of chunks) {
    done += chunk.length;
    yield chunk;
  }
  if (done < size) throw damaged(baseName(tar.name), `${path} ends after ${done} of ${size} bytes`);
}

/** Reads parts of a stream that lie one after another. */
class Forward {
  private readonly iterator: AsyncIterator<Uint8Array>;
  private rest: Uint8Array = new Uint8Array(0);
  private at = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.iterator = chunks[Symbol.asyncIterator]();
  }

  async read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    const out = new Uint8Array(to - from);
    let filled = 0;
    while (this.at < to) {
      if (this.rest.length === 0) {
        const next = await this.iterator.next();
        if (next.done) break;
        this.rest = next.value;
        continue;
      }
      const take = Math.min(this.rest.length, (this.at < from ? from : to) - this.at);
      if (this.at >= from) {
        out.set(this.rest.subarray(0, take), filled);
        filled += take;
      }
      this.rest = this.rest.subarray(take);
      this.at += take;
    }
    return out.subarray(0, filled);
  }

  async end(): Promise<void> {
    await this.iterator.return?.();
  }
}

function headerOf(head: Uint8Array, tar: string, at: number): { size: number; kind: string; name: string } {
  if (head.length < BLOCK) throw damaged(tar, `it ends within a header, ${at + head.length} bytes from its start`);
  const text = (from: number, length: number) => {
    const end = head.subarray(from, from + length).indexOf(0);
    return new TextDecoder().decode(head.subarray(from, from + (end < 0 ? length : end)));
  };
  const octal = (from: number, length: number) => Number.parseInt(text(from, length).trim() || "0", 8);
  const sum = head.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0);
  if (sum !== octal(148, 8)) throw damaged(tar, `what lies ${at} bytes from its start is no header of a file`);
  // Sizes beyond 8 GB are binary.
  const isBinary = head[124]! >= 128;
  const size = isBinary ? head.subarray(125, 136).reduce((value, byte) => value * 256 + byte, 0) : octal(124, 12);
  if (!Number.isSafeInteger(size) || size < 0) throw damaged(tar, `the header ${at} bytes from its start says no size`);
  const prefix = text(257, 5) === "ustar" ? text(345, 155) : "";
  const kind = head[156] === 0 ? "0" : String.fromCharCode(head[156]!);
  return { size, kind, name: prefix && kind !== "L" ? `${prefix}/${text(0, 100)}` : text(0, 100) };
}
