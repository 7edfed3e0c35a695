import { sha256 } from "../base/sha256";
import type { ByteSource } from "./byte-source";
import { MissingFilters } from "./filters";
import type { Dataset, Hdf5 } from "./hdf5";
import type { Fingerprints } from "./reader";
import { readInflated } from "./inflated";
import { H5T, dtypeName, readBytes, readStrings } from "./values";

/** Files up to this size are hashed whole: a host sends them whole, too. */
const WHOLE_BYTES = 8 << 20;
/** Of larger ones: windows, evenly spread from the first byte to the last. */
const WINDOWS = { count: 16, bytes: 65_536 };
/** Datasets that are hashed whole: of tables, and of anything else. */
const LABEL_BYTES = 16 << 20;
const OTHER_BYTES = 1 << 20;
/** Words of variable length beyond which runs of them stand for all: names of cells, never labels, which are codes of categories. */
const MOST_WORDS = 200_000;
const WORDS = { runs: 16, length: 2048 };
/** Groups and datasets looked at: no table has as many. */
const MOST_PARTS = 2000;

/**
 * Fingerprints of an opened file; `roots` are the groups and datasets whose structure counts, `part` what is read of a file that holds
 * several, where it is not what is read by itself.
 */
export async function fingerprints(file: Hdf5, roots: string[], part = ""): Promise<Fingerprints> {
  const { source } = file;
  const earlier = await earlierFingerprint(source);
  const parts = [new TextEncoder().encode(part), sized(source.size)];
  if (source.size <= WHOLE_BYTES) parts.push(source.read(0, source.size));
  else {
    const length = WINDOWS.bytes;
    for (let i = 0; i < WINDOWS.count; i++) parts.push(source.read(Math.floor((i * (source.size - length)) / (WINDOWS.count - 1)), length));
    parts.push(await file.attempt(() => structure(file, roots)));
  }
  return { fingerprint: await sha256(joined(parts)), earlier };
}

/** sha256 of the size (8 bytes, little-endian) and of three 64 kB windows: first, middle, last. */
async function earlierFingerprint(source: ByteSource): Promise<string> {
  const { size } = source;
  const length = Math.min(WINDOWS.bytes, size);
  const starts = [0, Math.floor((size - length) / 2), size - length];
  return sha256(joined([sized(size), ...starts.map((start) => source.read(start, length))]));
}

/** Names, types and shapes below the roots, and the contents of what is a label or small. */
function structure(file: Hdf5, roots: string[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const encoder = new TextEncoder();
  const waiting = [...roots];
  for (let seen = 0; seen < waiting.length && seen < MOST_PARTS; seen++) {
    const path = waiting[seen]!;
    parts.push(encoder.encode(`${path}\n`));
    try {
      const dataset = file.dataset(path);
      if (dataset) parts.push(encoder.encode(`${described(dataset)}\n`), contents(file, path, dataset));
      else if (file.group(path)) waiting.push(...file.keys(path).map((name) => `${path}/${name}`));
    } catch (error) {
      if (error instanceof MissingFilters) throw error;
      // What cannot be read is told where it is asked for; here its place alone counts.
    }
  }
  return joined(parts);
}

function described(dataset: Dataset): string {
  const { metadata } = dataset;
  return `${dtypeName(metadata)} ${metadata.shape?.join("x") ?? ""}`;
}

function contents(file: Hdf5, path: string, dataset: Dataset): Uint8Array {
  const { metadata } = dataset;
  const isTable = /(^|\/)(obs|var|raw\.var|row_attrs|col_attrs|meta\.data|cell\.names|features)(\/|$)/.test(path);
  if (metadata.type === H5T.string && metadata.vlen) {
    if (metadata.shape?.length !== 1) return new Uint8Array(0);
    return new TextEncoder().encode(words(file, dataset, metadata.total_size).join("\n"));
  }
  const bytes = metadata.total_size * metadata.size;
  if (bytes > (isTable ? LABEL_BYTES : OTHER_BYTES)) return new Uint8Array(0);
  const read = (metadata.shape?.length === 1 && readInflated(file, dataset, 0, metadata.total_size)) || readBytes(file, dataset);
  return metadata.type === H5T.compound ? withoutPointers(read, dataset) : read;
}

/** Records of a table with zeros for words of variable length, whose pointers say nothing. */
function withoutPointers(records: Uint8Array, { metadata }: Dataset): Uint8Array {
  const pointers = metadata.compound_type?.members.filter((member) => member.vlen) ?? [];
  const out = records.slice();
  for (let at = 0; at + metadata.size <= out.length; at += metadata.size)
    for (const { offset, size } of pointers) out.fill(0, at + offset, at + offset + size);
  return out;
}

function words(file: Hdf5, dataset: Dataset, count: number): string[] {
  if (count <= MOST_WORDS) return readStrings(file, dataset);
  return Array.from({ length: WORDS.runs }, (_, i) => {
    const first = Math.floor((i * (count - WORDS.length)) / (WORDS.runs - 1));
    return readStrings(file, dataset, [first, first + WORDS.length]);
  }).flat();
}

function sized(size: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(size), true);
  return bytes;
}

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
