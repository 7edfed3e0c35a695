import { csvFormatRows } from "d3-dsv";

/** A table to export: names, then rows. */
export interface Table {
  columns: string[];
  rows: (string | number)[][];
}

function field(value: string | number): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  // A spreadsheet would run a cell that begins so; labels of a file are never to be run.
  return /^[=+\-@\t\r]/.test(value) && !/^[+-]?[\d.]+(e[+-]?\d+)?$/i.test(value) ? `'${value}` : value;
}

/** The table as CSV: comma-separated, first row the names, quoted where needed. */
export function toCsv({ columns, rows }: Table): string {
  return `${csvFormatRows([columns, ...rows].map((row) => row.map(field)))}\n`;
}
