import { AnalysisError } from "../../../contract/errors";
import { baseName, gathered, namedBytes, sliced, type NamedBytes } from "../named-bytes";
import { MOST_ENTRIES, damaged, entryName, tooMany } from "./entries";

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const [STORED, DEFLATED] = [0, 8];
/** The end of a .zip: 22 bytes, a comment of up to 65,535, and before them the locator of the long form. */
const LONGEST_END = 22 + 65_535 + 20;

/** The files in a .zip, by its directory: each is unpacked as it is read. Throws AnalysisError where the directory is damaged. */
export async function zipEntries(zip: NamedBytes): Promise<NamedBytes[]> {
  const name = baseName(zip.name);
  const tailFrom = Math.max(0, zip.size - LONGEST_END);
  const tail = view(await gathered(zip.stored(tailFrom, zip.size)));
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== END) end--;
  if (end < 0) throw damaged(name, "it has no directory at its end: it is cut off, or no .zip");
  let [count, size, from] = [tail.getUint16(end + 10, true), tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  if (end >= 20 && tail.getUint32(end - 20, true) === LOCATOR_64) {
    const at = whole(tail, end - 20 + 8);
    const long = view(await gathered(zip.stored(at, at + 56)));
    if (long.byteLength < 56 || long.getUint32(0, true) !== END_64) throw damaged(name, "its directory is not where its end says");
    [count, size, from] = [whole(long, 32), whole(long, 40), whole(long, 48)];
  }
  if (count > MOST_ENTRIES) throw tooMany(name);
  if (from + size > zip.size) throw damaged(name, "its directory lies beyond its end: it is cut off");
  const directory = view(await gathered(zip.stored(from, from + size)));
  const entries: NamedBytes[] = [];
  for (let at = 0, i = 0; i < count; i++) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== ENTRY)
      throw damaged(name, `entry ${i + 1} of its directory is`);
    const [named, extra, comment] = [28, 30, 32].map((field) => directory.getUint16(at + field, true)) as [number, number, number];
    const next = at + 46 + named + extra + comment;
    if (next > directory.byteLength) throw damaged(name, `entry ${i + 1} of its directory is cut off`);
    const path = new TextDecoder().decode(new Uint8Array(directory.buffer, directory.byteOffset + at + 46, named));
    const short = [24, 20, 42].map((field) => directory.getUint32(at + field, true)) as [number, number, number];
    const [full, packed, local] = longSizes(directory, at + 46 + named, extra, short);
    const [flags, method] = [directory.getUint16(at + 8, true), directory.getUint16(at + 10, true)];
    const shown = path.endsWith("/") ? null : entryName(path);
    if (shown !== null) entries.push(entryOf(zip, shown, { full, packed, local, method, isLocked: (flags & 1) === 1 }));
    at = next;
  }
  return entries;
}

interface Place {
  full: number;
  packed: number;
  local: number;
  method: number;
  isLocked: boolean;
}

function entryOf(zip: NamedBytes, path: string, { full, packed, local, method, isLocked }: Place): NamedBytes {
  const name = `${zip.name}/${path}`;
  const archive = baseName(zip.name);
  const isKnown = method === STORED || method === DEFLATED;
  async function* contents(): AsyncGenerator<Uint8Array> {
    if (isLocked) throw new AnalysisError("unsupported", `${path} in ${archive} is locked by a password. Unpack it first.`);
    if (!isKnown) throw new AnalysisError("unsupported", `${path} in ${archive} is packed by method ${method}: unpack it first.`);
    const head = view(await gathered(zip.stored(local, local + 30)));
    if (head.byteLength < 30 || head.getUint32(0, true) !== LOCAL)
      throw damaged(baseName(zip.name), `${path} is not where its directory says`);
    const from = local + 30 + head.getUint16(26, true) + head.getUint16(28, true);
    const bytes = zip.stored(from, from + packed);
    let size = 0;
    for await (const chunk of method === STORED ? bytes : zip.inflate(bytes, "deflate-raw", path)) {
      // What says less than it holds is no honest archive.
      if ((size += chunk.length) > full) throw damaged(archive, `${path} holds more than the ${full} bytes that its directory says`);
      yield chunk;
    }
    if (size < full) throw damaged(archive, `${path} ends after ${size} of ${full} bytes`);
  }
  return namedBytes(name, full, (from = 0, to = full) => sliced(contents(), from, to), zip.inflate);
}

/** Sizes and place of an entry: in the extra field of the long form where the short one has no room. */
function longSizes(directory: DataView, from: number, length: number, short: [number, number, number]): [number, number, number] {
  for (let at = from; at + 4 <= from + length;) {
    const [id, bytes] = [directory.getUint16(at, true), directory.getUint16(at + 2, true)];
    if (id === 1) {
      let field = at + 4;
      return short.map((value) => {
        if (value !== 0xffffffff || field + 8 > at + 4 + bytes) return value;
        field += 8;
        return whole(directory, field - 8);
      }) as [number, number, number];
    }
    at += 4 + bytes;
  }
  return short;
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const whole = (bytes: DataView, at: number) => bytes.getUint32(at, true) + bytes.getUint32(at + 4, true) * 2 ** 32;
