import { AnalysisError } from "../../../contract/errors";
import { baseName, type NamedBytes } from "../named-bytes";
import { joined, numberOf } from "../numbers";
import type { Visit } from "../placing";

/** The head of a Matrix Market file: https://math.nist.gov/MatrixMarket/formats.html */
export interface MarketSize {
  rows: number;
  columns: number;
  entries: number;
}

const BATCH = 65_536;
const LONGEST_HEAD = 1 << 20;
const NO_SIZES = "its line of rows, columns and entries is not found";
/** Powers of ten that are exact in binary64, so that digits / 10^n is rounded once. */
const POWERS = Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));
const MOST_EXACT = 2 ** 53;
const TAB = 9;
const LINE = 10;
const SPACE = 32;

/**
 * Reads a Matrix Market file of coordinates from its start to its end. `begin` is told the size, and what it returns takes the entries.
 * Throws AnalysisError(bad-file) where it is damaged, and of what kind it is where that is not read.
 */
export async function readMarket(file: NamedBytes, begin: (size: MarketSize) => Visit | Promise<Visit>): Promise<MarketSize> {
  const name = baseName(file.name);
  let rest: Uint8Array = new Uint8Array(0);
  let entries: Entries | null = null;
  let size: MarketSize | null = null;
  for await (const chunk of file.chunks()) {
    if (entries) {
      rest = entries.read(rest, chunk);
      continue;
    }
    // One byte is one character here, so that places in the text are places in the bytes.
    rest = joined(rest, chunk);
    const head = readHead(name, new TextDecoder("latin1").decode(rest.subarray(0, LONGEST_HEAD)));
    if (head) {
      size = head.size;
      entries = new Entries(name, size, head.isPattern, await begin(size));
      rest = entries.read(new Uint8Array(0), rest.subarray(head.length));
    } else if (rest.length > LONGEST_HEAD) throw damaged(name, NO_SIZES);
  }
  if (!entries || !size) throw damaged(name, rest.length === 0 ? "it is empty" : NO_SIZES);
  entries.end(rest);
  return size;
}

function readHead(name: string, text: string): { size: MarketSize; isPattern: boolean; length: number } | null {
  const banner = text.slice(0, text.indexOf("\n") < 0 ? text.length : text.indexOf("\n"));
  if (text.length >= 14 && !/^%%MatrixMarket/i.test(text)) throw damaged(name, "it does not begin with %%MatrixMarket");
  let at = banner.length + 1;
  while (text[at] === "%" || text[at] === "\n" || text[at] === "\r") {
    const end = text.indexOf("\n", at);
    if (end < 0) return null;
    at = end + 1;
  }
  const end = text.indexOf("\n", at);
  if (end < 0) return null;
  const [, object, format, field, symmetry] = banner.trim().toLowerCase().split(/\s+/);
  if (object !== "matrix" || format !== "coordinate" || symmetry !== "general" || !["integer", "real", "pattern"].includes(field ?? ""))
    throw new AnalysisError(
      "unsupported",
      `${name} is a Matrix Market file of another kind (${banner.replace(/^%%MatrixMarket/i, "").trim()}); matrices of coordinates are ` +
        "read, of integer or real values, without symmetry.",
    );
  const sizes = text.slice(at, end).trim().split(/\s+/).map(Number);
  if (sizes.length !== 3 || sizes.some((one) => !Number.isSafeInteger(one) || one < 0))
    throw damaged(
      name,
      `its line of sizes reads ${JSON.stringify(text.slice(at, Math.min(end, at + 60)).trim())}, not rows, columns, entries`,
    );
  const [rows, columns, entries] = sizes as [number, number, number];
  if (rows > 2 ** 31 - 1 || columns > 2 ** 31 - 1 || entries > rows * columns * 4)
    throw damaged(name, `it declares ${rows} rows, ${columns} columns and ${entries} entries, which no matrix has`);
  return { size: { rows, columns, entries }, isPattern: field === "pattern", length: end + 1 };
}

const damaged = (name: string, what: string) =>
  new AnalysisError("bad-file", `${name} is damaged or no Matrix Market file: ${what}. Download it again.`);

/** The lines of entries, byte by byte. */
class Entries {
  private readonly rows = new Int32Array(BATCH);
  private readonly columns = new Int32Array(BATCH);
  private readonly values = new Float32Array(BATCH);
  private count = 0;
  private seen = 0;

  constructor(
    private readonly name: string,
    private readonly size: MarketSize,
    private readonly isPattern: boolean,
    private readonly visit: Visit,
  ) {}

  /** Reads what is left of the bytes before and these; gives what is behind the last line. */
  read(rest: Uint8Array, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    const last = bytes.lastIndexOf(LINE);
    if (last < 0) return joined(rest, bytes);
    let from = 0;
    if (rest.length > 0) {
      from = bytes.indexOf(LINE) + 1;
      this.lines(joined(rest, bytes.subarray(0, from)));
    }
    this.lines(bytes.subarray(from, last + 1));
    return Uint8Array.from(bytes.subarray(last + 1));
  }

  end(rest: Uint8Array): void {
    if (rest.length > 0) this.lines(joined(rest, Uint8Array.of(LINE)));
    this.flush();
    const { entries } = this.size;
    if (this.seen !== entries) throw damaged(this.name, `it declares ${entries} entries and has ${this.seen}: it is cut short`);
  }

  private flush(): void {
    if (this.count > 0) this.visit(this.rows, this.columns, this.values, this.count);
    this.count = 0;
  }

  /** Whole lines: the last byte ends one, so that no number runs beyond it. */
  private lines(bytes: Uint8Array): void {
    const { rows, columns, values, isPattern, size } = this;
    const { rows: most, columns: widest, entries } = size;
    const length = bytes.length;
    let at = 0;
    let { count, seen } = this;
    while (at < length) {
      let byte = bytes[at]!;
      if (byte === LINE || byte === SPACE || byte === TAB || byte === 13) {
        at++;
        continue;
      }
      const line = at;
      let row = 0;
      for (; (byte = bytes[at]! - 48) >= 0 && byte <= 9; at++) row = row * 10 + byte;
      byte += 48;
      if (at === line || (byte !== SPACE && byte !== TAB)) throw this.badLine(bytes, line, seen);
      while ((byte = bytes[at]!) === SPACE || byte === TAB) at++;
      let start = at;
      let column = 0;
      for (; (byte = bytes[at]! - 48) >= 0 && byte <= 9; at++) column = column * 10 + byte;
      byte += 48;
      if (at === start) throw this.badLine(bytes, line, seen);
      let value = 1;
      if (!isPattern) {
        if (byte !== SPACE && byte !== TAB) throw this.badLine(bytes, line, seen);
        while ((byte = bytes[at]!) === SPACE || byte === TAB) at++;
        start = at;
        value = 0;
        for (; (byte = bytes[at]! - 48) >= 0 && byte <= 9; at++) value = value * 10 + byte;
        byte += 48;
        if (byte === 46 && at > start) {
          const point = ++at;
          for (; (byte = bytes[at]! - 48) >= 0 && byte <= 9; at++) value = value * 10 + byte;
          byte += 48;
          const decimals = at - point;
          value = value < MOST_EXACT && decimals <= 22 ? value / POWERS[decimals]! : NaN;
          if (value !== value) byte = 0;
        }
        if (byte > SPACE || byte === 0 || at === start || value >= MOST_EXACT) {
          while (bytes[at]! > SPACE) at++;
          value = numberOf(bytes, start, at) ?? this.refuse(bytes, line, seen);
        }
      }
      while ((byte = bytes[at]!) === SPACE || byte === TAB || byte === 13) at++;
      if (byte !== LINE) throw this.badLine(bytes, line, seen);
      at++;
      if (row < 1 || row > most || column < 1 || column > widest) throw this.outside(row, column, seen);
      if (++seen > entries) throw damaged(this.name, `it declares ${entries} entries and has more`);
      rows[count] = row - 1;
      columns[count] = column - 1;
      values[count++] = value;
      if (count === BATCH) {
        this.count = count;
        this.flush();
        count = 0;
      }
    }
    this.count = count;
    this.seen = seen;
  }

  private badLine(bytes: Uint8Array, from: number, seen: number): AnalysisError {
    const to = bytes.indexOf(LINE, from);
    const text = new TextDecoder().decode(bytes.subarray(from, Math.min(to, from + 40))).replaceAll(/[^\x20-\x7e]/g, "?");
    return damaged(
      this.name,
      `entry ${seen + 1} of ${this.size.entries} reads "${text}", not ${this.isPattern ? "row column" : "row column value"}`,
    );
  }

  private refuse(bytes: Uint8Array, line: number, seen: number): never {
    throw this.badLine(bytes, line, seen);
  }

  private outside(row: number, column: number, seen: number): AnalysisError {
    const why = row < 1 || column < 1 ? "; rows and columns count from 1: was it written counting from 0?" : "";
    return damaged(
      this.name,
      `entry ${seen + 1} is at row ${row}, column ${column}, outside of ${this.size.rows} x ${this.size.columns}${why}`,
    );
  }
}
