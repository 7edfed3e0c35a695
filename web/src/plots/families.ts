/** Of a group to be split, the share of its members that one part may have. */
const PART = { least: 0.2, most: 0.8 };

/**
 * Sorts things into families of what they have in common, such as terms above a cell type: the largest group is split in two by
 * the feature that comes nearest to half of it, until there are `most`. Gives a number a thing, from 0, in order of appearance.
 */
export function familiesOf(features: readonly ReadonlySet<string>[], most: number): number[] {
  let groups: number[][] = features.length > 0 ? [[...features.keys()]] : [];
  const whole: number[][] = [];
  while (groups.length > 0 && groups.length + whole.length < most) {
    groups.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
    const [largest, ...others] = groups;
    const feature = halving(largest!, features);
    groups = others;
    if (feature === null) whole.push(largest!);
    else {
      groups.push(largest!.filter((one) => features[one]!.has(feature)));
      groups.push(largest!.filter((one) => !features[one]!.has(feature)));
    }
  }
  const all = [...whole, ...groups].sort((a, b) => a[0]! - b[0]!);
  const family: number[] = [];
  all.forEach((members, i) => members.forEach((one) => (family[one] = i)));
  return family;
}

/** The feature that comes nearest to half of a group; null where none divides it well. */
function halving(group: readonly number[], features: readonly ReadonlySet<string>[]): string | null {
  const counts = new Map<string, number>();
  for (const one of group) for (const feature of features[one]!) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const off = (n: number) => Math.abs(n - group.length / 2);
  const good = [...counts].filter(([, n]) => n >= PART.least * group.length && n <= PART.most * group.length && n < group.length);
  const best = good.sort((a, b) => off(a[1]) - off(b[1]) || (a[0] < b[0] ? -1 : 1))[0];
  return best ? best[0] : null;
}

/** What a name has in common with others where no ontology knows it: its words. */
export const wordsOf = (name: string): Set<string> => new Set(name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
