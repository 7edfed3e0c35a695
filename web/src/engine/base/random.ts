/** A seeded generator of numbers in [0, 1): mulberry32, 32 bits of state. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** In place, every order as likely (Fisher and Yates). */
export function shuffle<T extends { length: number; [index: number]: unknown }>(items: T, random: () => number): T {
  for (let i = items.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [items[i], items[other]] = [items[other], items[i]];
  }
  return items;
}

/** `count` of the items by chance, in their order; all where there are no more. */
export function sample(items: ArrayLike<number>, count: number, random: () => number): Uint32Array<ArrayBuffer> {
  const all = Uint32Array.from(items);
  if (all.length <= count) return all;
  return shuffle(all, random).slice(0, count).sort();
}
