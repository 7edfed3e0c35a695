import type { KeyItem } from "./key";
import type { Style } from "./style";

/** The level that is compared, and what it is compared with. */
export type Sides = readonly [string, string];

/** The colour of a condition, the same in every plot: 0 is the level that is compared. */
export const sideColor = (style: Style, side: 0 | 1): string => style.series[side === 0 ? 1 : 0]!;

/** What the two colours mean. */
export const sideKey = (style: Style, sides: Sides, words: (name: string) => string = (name) => name): KeyItem[] =>
  ([0, 1] as const).map((side) => ({ kind: "dot", label: words(sides[side]), color: sideColor(style, side), r: 3.4 }));
