import { csvFormatRow } from "d3-dsv";

/** Seven digits: what a float32 holds. */
export function number(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? "" : String(Number(value.toPrecision(7)));
}

/** A line of CSV, quoted where needed. */
export const csvLine = (fields: string[]): string => `${csvFormatRow(fields)}\n`;
