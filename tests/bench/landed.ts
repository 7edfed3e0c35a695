import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Row } from "./table";

const FILE = "docs/benchmarks.json";
/** A figure worse by more than this is told. */
const LIMIT = 0.1;

/** Rows as they were last landed, by the benchmark that gave them. */
export type Landed = Record<string, { date: string; machine: string; rows: Row[] }>;

export interface Regression {
  what: string;
  before: number;
  now: number;
  /** `before` and `now` are over the peer's of the same run. */
  isRatio: boolean;
  unit: string;
  /** How much worse, over `before`. */
  worse: number;
}

export const landed = (): Landed => (existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Landed) : {});

export function land(found: Landed): void {
  const all = Object.entries({ ...landed(), ...found }).toSorted(([a], [b]) => a.localeCompare(b));
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(all), null, 1)}\n`);
}

/**
 * Figures that became worse by more than a tenth, the worst first. Beside the same peer the ratios are compared, since both runs share
 * what else the machine does; else the figures. Rows of no unit, and counts of cells, are no speeds.
 */
export function regressions(before: readonly Row[], now: readonly Row[]): Regression[] {
  const found: Regression[] = [];
  for (const one of now) {
    const old = before.find((row) => row.what === one.what && row.unit === one.unit);
    if (!old || one.unit === "" || one.unit === "cells") continue;
    const isRatio = old.ratio !== null && one.ratio !== null && old.peer_name === one.peer_name;
    const [was, is] = isRatio ? [old.ratio!, one.ratio!] : [old.ours, one.ours];
    const worse = one.unit.endsWith("/s") ? was / is - 1 : is / was - 1;
    if (worse > LIMIT) found.push({ what: one.what, before: was, now: is, isRatio, unit: one.unit, worse });
  }
  return found.toSorted((a, b) => b.worse - a.worse);
}

const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** One line a regression. */
export const told = (found: readonly Regression[]): string =>
  found
    .map(({ what, before, now, isRatio, unit, worse }) => {
      const of = isRatio ? " times the peer's" : ` ${unit}`;
      return `${what}: ${figure(now)}${of}, ${figure(before)} when last landed (${Math.round(worse * 100)}% worse)`;
    })
    .join("\n");
