import { AnalysisError } from "../../../contract/errors";
import { baseName, type NamedBytes } from "../named-bytes";
import { joined, numberOf } from "../numbers";
import { fieldsOf, separatorOf, type Separator } from "./fields";

const LINE = 10;
/** A line longer than this is none of a table. */
const LONGEST_LINE = 512e6;

/** The heading of a table, and how its rows are parted. */
export interface Heading {
  separator: Separator;
  /** Names of the columns of values. */
  columns: string[];
  /** Fields before the values: the row's name, in GCT a description or more. */
  named: number;
  /** Of GCT 1.3: what it says of rows, by their headings, and of columns, a value each. */
  rowHeadings: string[];
  ofColumns: { name: string; values: string[] }[];
}

/** Takes a row: its name, the values that are not zero with their columns, in arrays that are used again, and what else is said of it. */
export type TakeRow = (name: string, columns: Int32Array, values: Float32Array, more: string[]) => void;

/** Reads a table of numbers from its start to its end, a row at a time. Throws AnalysisError where a row is not as the first are. */
export async function readRows(file: NamedBytes, begin: (heading: Heading) => TakeRow): Promise<void> {
  const reading = new Rows(baseName(file.name), begin);
  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of file.chunks()) {
    const last = chunk.lastIndexOf(LINE);
    if (last < 0) {
      rest = joined(rest, chunk);
      if (rest.length > LONGEST_LINE) throw reading.refused("has no line that ends within 512 MB");
      continue;
    }
    const bytes = joined(rest, chunk.subarray(0, last + 1));
    reading.lines(bytes);
    rest = Uint8Array.from(chunk.subarray(last + 1));
  }
  if (rest.length > 0) reading.lines(joined(rest, Uint8Array.of(LINE)));
  reading.end();
}

class Rows {
  private line = 0;
  private first: string | null = null;
  private heading: Heading | null = null;
  private take: TakeRow = () => {};
  private isGct = false;
  /** Of GCT 1.3: columns that describe rows, rows that describe columns, and those read. */
  private described: { rows: number; columns: number } | null = null;
  private readonly describing: string[][] = [];
  private columns = new Int32Array(0);
  private values = new Float32Array(0);

  constructor(
    private readonly name: string,
    private readonly begin: (heading: Heading) => TakeRow,
  ) {}

  refused(what: string): AnalysisError {
    return new AnalysisError("bad-file", `${this.name} ${what}, so it is no table of numbers that can be read.`);
  }

  end(): void {
    if (!this.heading) throw this.refused(this.first === null ? "is empty" : "has a heading and no row");
  }

  lines(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length;) {
      const end = bytes.indexOf(LINE, from);
      const to = end > from && bytes[end - 1] === 13 ? end - 1 : end;
      this.line++;
      if (to > from) this.row(bytes, from, to);
      from = end + 1;
    }
  }

  private row(bytes: Uint8Array, from: number, to: number): void {
    if (this.heading) return this.numbers(bytes, from, to, this.heading);
    const text = new TextDecoder().decode(bytes.subarray(from, to)).replace(/^\uFEFF/, "");
    if (text.includes("\0")) throw this.refused("holds zero bytes");
    if (this.line === 1 && /^#1\.2\s*$/.test(text)) this.isGct = true;
    else if (this.line === 1 && /^#1\.3\s*$/.test(text)) this.described = { rows: 0, columns: 0 };
    else if (this.described && this.line === 2) this.described = this.sizesOf(text);
    else if (text.startsWith("#") || (this.isGct && this.line === 2)) return;
    else if (this.first === null) this.first = text;
    else if (this.describing.length < (this.described?.columns ?? 0)) this.describing.push(fieldsOf(text, "\t"));
    else {
      this.heading = this.headingOf(this.first, text);
      this.take = this.begin(this.heading);
      this.columns = new Int32Array(this.heading.columns.length);
      this.values = new Float32Array(this.heading.columns.length);
      this.numbers(bytes, from, to, this.heading);
    }
  }

  /** How many columns of GCT 1.3 describe rows, and rows columns. */
  private sizesOf(text: string): { rows: number; columns: number } {
    const [, , rows, columns] = text.trim().split("\t").map(Number);
    if (!Number.isInteger(rows) || !Number.isInteger(columns)) throw this.refused("says no four sizes in its second line");
    return { rows: rows!, columns: columns! };
  }

  private headingOf(first: string, row: string): Heading {
    const separator = separatorOf(first, row);
    if (!separator)
      throw this.refused("has a heading and a first row of different widths, parted by neither tabs, commas, semicolons nor spaces");
    const [head, width] = [fieldsOf(first, separator), fieldsOf(row, separator).length];
    const named = this.described ? 1 + this.described.rows : this.isGct ? 2 : 1;
    const columns = head.slice(head.length === width ? named : named - 1);
    if (columns.length === 0) throw this.refused("has no column of values");
    const numbers = columns.map((column) => (column === "" ? NaN : Number(column)));
    // Names can be numbers that count, as pandas gives them.
    if (numbers.length > 1 && numbers.every(Number.isFinite) && !numbers.every((one, at) => one === numbers[0]! + at))
      throw this.refused("has numbers in its first line, where names are looked for");
    const odd = this.describing.find((fields) => fields.length !== head.length);
    if (odd) throw this.refused(`has ${odd.length} fields in the row ${shown(odd[0] ?? "")}, where its heading has ${head.length}`);
    const ofColumns = this.describing.map((fields) => ({ name: fields[0]!, values: fields.slice(named) }));
    return { separator, columns, named, rowHeadings: this.described ? head.slice(1, named) : [], ofColumns };
  }

  private numbers(bytes: Uint8Array, from: number, to: number, { separator, columns: names, named }: Heading): void {
    const parting = separator.charCodeAt(0);
    let at = from;
    let name = "";
    const more: string[] = [];
    for (let field = 0; field < named; field++) {
      const start = at;
      if (bytes[at] === 34) {
        at++;
        while (at < to && !(bytes[at] === 34 && bytes[at + 1] !== 34)) at += bytes[at] === 34 ? 2 : 1;
        at++;
      }
      while (at < to && bytes[at] !== parting) at++;
      if (field === 0) name = fieldsOf(new TextDecoder().decode(bytes.subarray(start, at)), separator)[0]!;
      else if (this.described) more.push(fieldsOf(new TextDecoder().decode(bytes.subarray(start, at)), separator)[0]!);
      at++;
    }
    let count = 0;
    let column = 0;
    for (; at <= to; column++) {
      let start = at;
      let value = 0;
      let byte = 0;
      for (; at < to && (byte = bytes[at]! - 48) >= 0 && byte <= 9; at++) value = value * 10 + byte;
      if (at === start || (at < to && bytes[at] !== parting) || at - start > 15) {
        while (at < to && bytes[at] !== parting) at++;
        let end = at;
        if (end - start > 1 && bytes[start] === 34 && bytes[end - 1] === 34) {
          start++;
          end--;
        }
        value = valueOf(bytes, start, end) ?? this.badValue(bytes, start, end, name, names[column]);
      }
      if (value !== 0 && column < names.length) {
        this.columns[count] = column;
        this.values[count++] = value;
      }
      at++;
    }
    if (column !== names.length)
      throw this.refused(`has ${column} values in line ${this.line} (${shown(name)}), where its heading names ${names.length} columns`);
    this.take(name, this.columns.subarray(0, count), this.values.subarray(0, count), more);
  }

  private badValue(bytes: Uint8Array, from: number, to: number, row: string, column: string | undefined): never {
    const text = new TextDecoder().decode(bytes.subarray(from, Math.min(to, from + 40)));
    const what = `reads "${shown(text)}" in line ${this.line}, of ${shown(row)} and ${shown(column ?? "a column that has no name")}`;
    if (/^-?\d+,\d+$/.test(text))
      throw new AnalysisError("bad-file", `${this.name} ${what}: a decimal comma, or one of thousands. Save it with decimal points.`);
    throw this.refused(what);
  }
}

/** A value; NaN where it is missing, as R and pandas write it; null for what is none. */
function valueOf(bytes: Uint8Array, from: number, to: number): number | null {
  while (from < to && bytes[from] === 32) from++;
  while (to > from && bytes[to - 1] === 32) to--;
  if (to === from || (to - from === 2 && bytes[from] === 78 && bytes[from + 1] === 65)) return NaN;
  return numberOf(bytes, from, to);
}

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}...` : text).replaceAll(/[^\x20-\x7e]/g, "?");
