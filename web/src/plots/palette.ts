import { CLASS_COLORS, HUES } from "./class-colors";

/* Colours of classes and of values. Everything that is coloured on the page is coloured from here. */

export type Rgb = readonly [number, number, number];

/** Slots there are: the colours of classes beyond them begin again. */
export const SLOTS = CLASS_COLORS.length;
export const OTHERS = SLOTS;
export const MISSING = SLOTS + 1;

/** Colours that a site gives to classes by their label, and the slots they have. */
const painted = new Map<string, { slot: number; hex: string }>();
const hexOfSlot = new Map<number, string>();

/** Gives classes of these labels colours of their own, at most as many as codes are left. Before anything is drawn. */
export function paintClasses(colors: Readonly<Record<string, string>>): void {
  painted.clear();
  hexOfSlot.clear();
  for (const [label, hex] of Object.entries(colors).slice(0, VALUE_LEVELS - MISSING - 1)) {
    const slot = MISSING + 1 + painted.size;
    painted.set(label, { slot, hex });
    hexOfSlot.set(slot, hex);
  }
}

const GREY = { light: ["#8a8f98", "#c9c9c6"], dark: ["#8d94a0", "#444b55"] } as const;

export function parseHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

export function toHex([r, g, b]: Rgb): string {
  return `#${((1 << 24) | (Math.round(r) << 16) | (Math.round(g) << 8) | Math.round(b)).toString(16).slice(1)}`;
}

function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

/** The colour of a slot: the hues first, then other shades of the same hues; in the dark paler. */
export function slotColor(slot: number, dark: boolean): string {
  const own = hexOfSlot.get(slot);
  if (own) return own;
  if (slot === MISSING) return GREY[dark ? "dark" : "light"][1];
  const hex = CLASS_COLORS[slot];
  if (!hex) return GREY[dark ? "dark" : "light"][0];
  return dark ? toHex(mix(parseHex(hex), [255, 255, 255], 0.22)) : hex;
}

/** Keeps a label's slot: a class keeps its colour everywhere. */
export class ColorBook {
  private readonly slots = new Map<string, number>();

  /** Gives slots to labels not seen yet, in this order. */
  add(labels: Iterable<string>): void {
    const taken = new Set(this.slots.values());
    for (const label of labels) if (!this.slots.has(label) && !painted.has(label)) this.give(label, taken, () => true);
  }

  /**
   * Gives slots to these labels alone. Those that are in `like` have its slots; the others the first that are free or, with
   * families (a number a label), the first free one of their family's hue.
   */
  deal(labels: readonly string[], { families, like }: { families?: ArrayLike<number>; like?: ColorBook } = {}): void {
    this.slots.clear();
    for (const label of labels) {
      const slot = like?.slots.get(label);
      if (slot !== undefined && !painted.has(label)) this.slots.set(label, slot);
    }
    if (!families) {
      this.add(labels);
      return;
    }
    const hues = new Map<number, number>();
    labels.forEach((label, i) => {
      const slot = this.slots.get(label);
      if (slot !== undefined && !hues.has(families[i]!)) hues.set(families[i]!, slot % HUES);
    });
    const taken = new Set(this.slots.values());
    labels.forEach((label, i) => {
      if (this.slots.has(label) || painted.has(label)) return;
      const family = families[i]!;
      if (!hues.has(family)) {
        const used = new Set(hues.values());
        hues.set(family, Array.from({ length: HUES }, (_, hue) => hue).find((hue) => !used.has(hue)) ?? family % HUES);
      }
      this.give(label, taken, (slot) => slot % HUES === hues.get(family));
    });
  }

  /** The first free slot that is liked, else the first free one; where all are taken, one again. */
  private give(label: string, taken: Set<number>, isLiked: (slot: number) => boolean): void {
    let free = -1;
    let slot = 0;
    for (; slot < SLOTS; slot++) {
      if (taken.has(slot)) continue;
      if (free < 0) free = slot;
      if (isLiked(slot)) break;
    }
    const found = slot < SLOTS ? slot : free >= 0 ? free : this.slots.size % SLOTS;
    taken.add(found);
    this.slots.set(label, found);
  }

  slot(label: string): number {
    return painted.get(label)?.slot ?? this.slots.get(label) ?? OTHERS;
  }

  color(label: string, dark: boolean): string {
    return slotColor(this.slot(label), dark);
  }
}

/** Stops of a ramp that rises evenly in lightness (after viridis, reversed on paper so that low is pale). */
const RAMP: readonly Rgb[] = ["#e3e6df", "#b5d8bd", "#79c2b4", "#46a5ad", "#2f85a4", "#2b6495", "#2e427c", "#2a2257"].map(parseHex);
const RAMP_DARK: readonly Rgb[] = ["#2d3340", "#33466d", "#33628a", "#35809a", "#46a09c", "#74bf8f", "#b7d97c", "#fdf08a"].map(parseHex);

/** The colour at `share` (0 to 1) of the ramp for values. */
export function rampColor(share: number, dark: boolean): Rgb {
  const stops = dark ? RAMP_DARK : RAMP;
  const at = Math.min(Math.max(share, 0), 1) * (stops.length - 1);
  const low = Math.min(Math.floor(at), stops.length - 2);
  return mix(stops[low], stops[low + 1], at - low);
}

const ENDS = { light: ["#c4661a", "#f1efe9", "#2858b0"], dark: ["#f0a04f", "#434b57", "#7fa8ff"] } as const;

/** The colour of a value between -1 (orange) and 1 (blue), 0 the paper's grey: told apart without red or green. */
export function divergingColor(at: number, dark: boolean): Rgb {
  const [low, middle, high] = ENDS[dark ? "dark" : "light"].map(parseHex);
  const bounded = Math.min(Math.max(at, -1), 1);
  return mix(middle, bounded < 0 ? low : high, Math.abs(bounded));
}

/** Codes 0 to 254 are values low to high; 255 is missing. */
export const VALUE_LEVELS = 255;

/** 256 RGBA entries for codes that are slots. */
export function slotTable(dark: boolean): Uint8Array<ArrayBuffer> {
  const table = new Uint8Array(1024);
  for (let code = 0; code < 256; code++) {
    const slot = code === MISSING || hexOfSlot.has(code) ? code : Math.min(code, OTHERS);
    table.set([...parseHex(slotColor(slot, dark)), 255], code * 4);
  }
  return table;
}

/** 256 RGBA entries for codes that are values; diverging from the middle where low and high are equally far from zero. */
export function rampTable(dark: boolean, isDiverging = false): Uint8Array<ArrayBuffer> {
  const table = new Uint8Array(1024);
  for (let code = 0; code < VALUE_LEVELS; code++) {
    const share = code / (VALUE_LEVELS - 1);
    const [r, g, b] = isDiverging ? divergingColor(2 * share - 1, dark) : rampColor(share, dark);
    table.set([Math.round(r), Math.round(g), Math.round(b), 255], code * 4);
  }
  table.set([...parseHex(slotColor(MISSING, dark)), 255], VALUE_LEVELS * 4);
  return table;
}
