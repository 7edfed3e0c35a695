import type { CompareQuestion } from "../../../contract/compare";
import type { Samples } from "./samples";

/** Donors that a side needs, and degrees of freedom that a fit has to leave: below, a p value rests on next to nothing. */
export const LEAST_DONORS = 2;
export const LEAST_FREEDOM = 2;
/** Pairs from which differences within donors are looked at where some donors are in one condition alone. */
const LEAST_PAIRS = 3;

/** Which samples are compared, and how. */
export interface Units {
  how: "paired" | "independent" | "none";
  /** Samples that take part, by their places: in pairs those of donors in both conditions alone. */
  use: number[];
  /** Donors with enough cells on either side, and on both. */
  donors: [number, number];
  both: number;
  whyNot: string | null;
}

const donorsWord = (n: number) => `${n} ${n === 1 ? "donor" : "donors"}`;

/** How samples can be compared that have `cells` each (of a type, or in all). */
export function unitsOf(
  { samples, donorOf, hasDonors }: Samples,
  cells: ArrayLike<number>,
  { pairing, minCells }: Pick<CompareQuestion, "pairing" | "minCells">,
  sides: [string, string],
): Units {
  const enough = [...samples.keys()].filter((sample) => cells[sample]! >= minCells);
  if (!hasDonors) return { how: "none", use: enough, donors: [0, 0], both: 0, whyNot: "donors are not known" };
  const on = (side: 0 | 1) => new Set(enough.filter((sample) => samples[sample]!.side === side).map((sample) => donorOf[sample]!));
  const [first, second] = [on(0), on(1)];
  const pairs = new Set([...first].filter((donor) => second.has(donor)));
  const counts = { donors: [first.size, second.size] as [number, number], both: pairs.size };
  const fewer = Math.min(first.size, second.size);
  const paired = { how: "paired", use: enough.filter((sample) => pairs.has(donorOf[sample]!)), ...counts, whyNot: null } as const;
  const none = (whyNot: string): Units => ({ how: "none", use: enough, ...counts, whyNot });
  const few =
    `${donorsWord(first.size)} of ${sides[0]} and ${donorsWord(second.size)} of ${sides[1]} have ${minCells} cells or more; ` +
    `a test needs ${LEAST_DONORS} on each side`;
  if (pairing === "paired")
    return pairs.size >= LEAST_FREEDOM + 1
      ? paired
      : none(`${donorsWord(pairs.size)} in both conditions; differences within donors need ${LEAST_FREEDOM + 1}`);
  if (fewer < LEAST_DONORS) return none(few);
  if (pairing === "independent") return { how: "independent", use: enough, ...counts, whyNot: null };
  if (pairs.size >= LEAST_PAIRS && 2 * pairs.size >= fewer) return paired;
  if (pairs.size === first.size && pairs.size === second.size)
    return none(
      `the same ${donorsWord(pairs.size)} in both conditions: ${pairs.size} differences leave ${pairs.size - 1} degree of freedom, ` +
        `and a test needs ${LEAST_FREEDOM}`,
    );
  return { how: "independent", use: enough, ...counts, whyNot: null };
}
