import type { Column } from "./types";

/**
 * A value as text that reads back as the same value: whole numbers in full, else the shortest decimals of the precision it was stored
 * in (0.1 of float32 is 0.1, not 0.10000000149). '' for what is missing.
 */
export function numberText({ values, exact }: Extract<Column, { kind: "number" }>, row: number): string {
  const value = values[row]!;
  if (Number.isNaN(value)) return "";
  if (exact) return exact[row]!.toString();
  return values instanceof Float32Array ? shortest(value) : plainText(value);
}

/** Whole numbers without an exponent, as files of ids write them. */
function plainText(value: number): string {
  return Number.isSafeInteger(value) ? BigInt(value).toString() : String(value);
}

/** The fewest digits that round to the same float32. */
function shortest(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 24) return plainText(value);
  for (let digits = 6; digits < 9; digits++) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === value) return plainText(rounded);
  }
  return plainText(Number(value.toPrecision(9)));
}
