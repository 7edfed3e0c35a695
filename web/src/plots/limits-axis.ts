/** Left and right of the plotted area of a histogram with limits: sliders beneath it line up with it. */
export const LIMITS_MARGINS = { left: 52, right: 12 };

/** From a value to the axis and back: log10(1 + value) for sums. */
export const toAxis = (x: number, isLog: boolean): number => (isLog ? Math.log10(1 + x) : x);
export const fromAxis = (x: number, isLog: boolean): number => (isLog ? 10 ** x - 1 : x);
