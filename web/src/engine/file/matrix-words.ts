import type { ValueScale } from "../../contract/types";

const target = (sum: number) =>
  sum === 0 ? "scaled counts" : sum === 1 ? "proportions of each cell's total" : `counts per ${Math.round(sum).toLocaleString("en")}`;

function logName(base: number): string {
  return Math.abs(base - Math.E) < 1e-6 ? "log1p" : `log${Number(base.toFixed(3))}(1 + x)`;
}

/** What a matrix holds, as words: `whole counts`, `log2(1 + x) of counts per 1,000,000`. */
export function holds({ stored, log_base: base, target: sum }: ValueScale): string {
  switch (stored) {
    case "counts":
      return "whole counts";
    case "fractional-counts":
      return "counts with fractions";
    case "proportions":
      return target(sum);
    case "square-roots":
      return "square roots of counts";
    case "log1p":
      return Math.abs(base - Math.E) < 1e-6 && (sum === 0 || sum === 1e4) ? "log-normalised values" : `${logName(base)} of ${target(sum)}`;
    case "log1p-twice":
      return "log1p of log-normalised values";
    case "mixed":
      return "cells on different scales";
    case "scaled":
      return "scaled values";
    case "unit-variance":
      return "genes scaled to unit variance";
    case "unit-range":
      return "genes scaled from 0 to 1";
    case "bins":
      return "bins of each cell's values";
    case "detected":
      return "ones where a gene was seen";
    case "empty":
      return "no values";
  }
}

/** The same as the stored logarithm's name: `log1p of counts per 10,000`. */
export function inFull({ log_base: base, target: sum }: ValueScale): string {
  return `${logName(base)} of ${target(sum)}`;
}
