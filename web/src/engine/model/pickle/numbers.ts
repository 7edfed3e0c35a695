import type { Cursor } from "./cursor";
import { damaged, unsupported } from "./failure";

/** Integers beyond this are no setting of a classifier, and slow to read. */
const LONGEST_INTEGER = 256;

/** Little-endian two's complement; a number where it fits one. */
export function longFrom(cursor: Cursor, length: number): number | bigint {
  if (length < 0) damaged("an integer of negative length");
  if (length > LONGEST_INTEGER) unsupported(`holds an integer of ${length.toLocaleString("en")} bytes, which no classifier does`);
  const bytes = cursor.take(length);
  let value = 0n;
  for (let i = length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i]!);
  if (length > 0 && bytes[length - 1]! >= 128) value -= 1n << BigInt(8 * length);
  return narrowed(value);
}

/** A decimal integer in a line, as protocol 0 has them: `00` and `01` are False and True. */
export function integerLine(line: string): number | bigint | boolean {
  if (line === "00" || line === "01") return line === "01";
  const digits = line.replace(/L$/, "");
  if (!/^[+-]?\d{1,600}$/.test(digits)) damaged(`'${line.slice(0, 40)}' stands where an integer is due`);
  return narrowed(BigInt(digits.replace("+", "")));
}

/** A float in a line. */
export function floatLine(line: string): number {
  const words: Record<string, number> = { nan: NaN, inf: Infinity, "-inf": -Infinity };
  if (line in words) return words[line]!;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(line)) damaged(`'${line.slice(0, 40)}' stands where a number is due`);
  return Number(line);
}

/** A quoted byte string of protocol 0, one character a byte: \n, \\, \', \xNN and the like. */
export function stringLine(line: string): string {
  const quote = line[0];
  if (line.length < 2 || (quote !== "'" && quote !== '"') || line.at(-1) !== quote) damaged("a text in it has no quotes");
  const known: Record<string, string> = { n: "\n", r: "\r", t: "\t", "\\": "\\", "'": "'", '"': '"', a: "\x07", b: "\b", f: "\f", v: "\v" };
  return line.slice(1, -1).replace(/\\(x[0-9a-fA-F]{2}|[0-7]{1,3}|.)/g, (_, escape: string) => {
    if (escape.length > 1 && escape[0] === "x") return String.fromCharCode(parseInt(escape.slice(1), 16));
    if (/^[0-7]/.test(escape)) return String.fromCharCode(parseInt(escape, 8) & 255);
    return known[escape] ?? `\\${escape}`;
  });
}

/** A text of protocol 0: one character a byte, the others as \uNNNN and \UNNNNNNNN. */
export function unicodeLine(line: string): string {
  return line.replace(/\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/g, (_, short: string | undefined, long: string | undefined) => {
    const point = parseInt(short ?? long!, 16);
    if (point > 0x10ffff) damaged("a text in it has a character that does not exist");
    return String.fromCodePoint(point);
  });
}

/** Bytes of a text of one character a byte, as older protocols carry them. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 255) damaged("bytes are stored as a text that holds more than bytes");
    bytes[i] = code;
  }
  return bytes;
}

function narrowed(value: bigint): number | bigint {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}
