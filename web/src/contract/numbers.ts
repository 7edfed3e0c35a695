/** Numbers that are known: those that are not NaN. */
export const known = (values: ArrayLike<number>): number[] => Array.from(values).filter((value) => !Number.isNaN(value));

/** The mean; NaN of no number, or where one is NaN. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** The median, of an even number the mean of the two in the middle; NaN of no number. */
export function median(values: ArrayLike<number>): number {
  const sorted = Array.from(values).sort((a, b) => a - b);
  if (sorted.length === 0) return NaN;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value below which a share (0 to 1) of rising values lies, linear between neighbours, as NumPy's; NaN of no number. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return NaN;
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  return sorted[below]! + (at - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
}

/** How many cells have each code from 0; others are not counted. */
export function sizesOf(codes: ArrayLike<number>, groups: number): number[] {
  const sizes = Array.from({ length: groups }, () => 0);
  for (let cell = 0; cell < codes.length; cell++) if (codes[cell]! >= 0) sizes[codes[cell]!]!++;
  return sizes;
}
