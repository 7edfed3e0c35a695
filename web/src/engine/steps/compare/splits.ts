import { seeded, shuffle } from "../../base/random";
import type { KeptExpression } from "./expression";

/** Donors of a condition from which on it can be split in two halves that are tested against each other. */
export const LEAST_SPLIT = 4;

/** Splits of the donors of the condition that has more of them into two halves, drawn without repeating one. */
export function splitsOf(
  { compared }: KeptExpression,
  type: number,
  most: number,
  seed: number,
): { label: string; donors: number[]; distinct: number; some: number[][] } {
  const { samples, sides, question } = compared;
  const width = samples.types.length;
  const of = (side: 0 | 1) =>
    [...samples.samples.keys()].filter(
      (sample) => samples.samples[sample]!.side === side && samples.cells[sample * width + type]! >= question.minCells,
    );
  const side = of(1).length >= of(0).length ? 1 : 0;
  const donors = samples.hasDonors ? of(side) : [];
  if (donors.length < LEAST_SPLIT) return { label: "", donors, distinct: 0, some: [] };
  const half = donors.length >> 1;
  const distinct = ways(donors.length, half) / (donors.length % 2 === 0 ? 2 : 1);
  const random = seeded(seed + type);
  const known = new Set<string>();
  const some: number[][] = [];
  // A half and its rest are one split where both are of the same size.
  while (some.length < Math.min(most, distinct)) {
    const drawn = shuffle([...donors], random)
      .slice(0, half)
      .sort((a, b) => a - b);
    const rest = donors.filter((sample) => !drawn.includes(sample));
    const key = (donors.length % 2 === 0 && rest[0]! < drawn[0]! ? rest : drawn).join();
    if (known.has(key)) continue;
    known.add(key);
    some.push(drawn);
  }
  return { label: sides[side], donors, distinct, some };
}

function ways(of: number, taken: number): number {
  let out = 1;
  for (let i = 1; i <= taken; i++) out = (out * (of - taken + i)) / i;
  return Math.round(out);
}
