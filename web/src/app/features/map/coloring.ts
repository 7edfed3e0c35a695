import { MISSING, OTHERS, VALUE_LEVELS, type ColorBook } from "../../../plots/palette";
import { hexOf, OWN_COLORS, OWN_MISSING } from "../../../plots/own-colors";
import type { Column, HeadInfo, HeadScores, LabelMatch } from "../../../contract/types";

/** A class in the legend. */
export interface LegendClass {
  label: string;
  cells: number;
  slot: number;
  /** The file's own colour. */
  color?: string;
}

/** What the map and its legend need to colour the cells one way. */
export type Coloring =
  | {
      kind: "classes";
      title: string;
      codes: Uint8Array;
      classes: LegendClass[];
      /** The file's own colours, by code; without, codes are slots of the palette. */
      own?: readonly string[];
      /** Index of `classes` per cell; -1 none. */ classOf: Int16Array | Int32Array;
      missing: number;
    }
  | {
      kind: "values";
      title: string;
      isGene?: boolean;
      codes: Uint8Array;
      low: number;
      high: number;
      isShare?: boolean;
      /** Low and high are equally far from zero. */ isDiverging?: boolean;
      missing: number;
    };

/** Colours cells by a class each. `labels` in the order their slots were given, so that it is stable. */
function byClass(
  book: ColorBook,
  title: string,
  cells: number,
  labels: string[],
  codeOf: (cell: number) => number,
  alias?: ReadonlyMap<string, string>,
): Coloring {
  const counts = new Float64Array(labels.length);
  let missing = 0;
  for (let i = 0; i < cells; i++) {
    const code = codeOf(i);
    if (code < 0) missing++;
    else counts[code]++;
  }
  const order = labels
    .map((_, code) => code)
    .filter((code) => counts[code] > 0)
    .sort((a, b) => counts[b] - counts[a] || a - b);
  const known = (code: number) => alias?.get(labels[code]) ?? labels[code];
  book.add(order.map(known));
  const slots = Uint8Array.from(labels, (_, code) => (counts[code] > 0 ? book.slot(known(code)) : OTHERS));
  const place = new Int32Array(labels.length);
  order.forEach((code, i) => {
    place[code] = i;
  });
  const codes = new Uint8Array(cells).fill(MISSING);
  const classOf = labels.length < 32_000 ? new Int16Array(cells).fill(-1) : new Int32Array(cells).fill(-1);
  for (let i = 0; i < cells; i++) {
    const code = codeOf(i);
    if (code < 0) continue;
    codes[i] = slots[code];
    classOf[i] = place[code];
  }
  const classes = order.map((code) => ({ label: labels[code], cells: counts[code], slot: slots[code] }));
  return { kind: "classes", title, codes, classes, classOf, missing };
}

/** Codes of the classes that are some cell's first guess, most cells first. */
export function classesByCells({ top, k, cells }: HeadScores, classes: number): number[] {
  const counts = new Uint32Array(classes);
  for (let i = 0; i < cells; i++) if (top[i * k] !== 65535) counts[top[i * k]]++;
  return [...counts.keys()].filter((code) => counts[code] > 0).sort((a, b) => counts[b] - counts[a] || a - b);
}

/** Colours cells by their first guess. */
export function byPrediction(book: ColorBook, title: string, cells: number, scores: HeadScores, head: HeadInfo): Coloring {
  return byClass(
    book,
    title,
    cells,
    head.classes.map((one) => one.label),
    (i) => {
      const code = i < scores.cells ? scores.top[i * scores.k] : 65535;
      return code === 65535 ? -1 : code;
    },
  );
}

/** Colours cells by a value, between its 1st and 99th percentile so that one odd cell does not pale the rest. */
export function byValue(
  title: string,
  cells: number,
  valueOf: (cell: number) => number,
  options: { from?: number; to?: number; isShare?: boolean; isGene?: boolean } = {},
): Coloring {
  const step = Math.max(1, Math.floor(cells / 20_000));
  const sample: number[] = [];
  for (let i = 0; i < cells; i += step) if (Number.isFinite(valueOf(i))) sample.push(valueOf(i));
  sample.sort((a, b) => a - b);
  const at = (share: number) => sample[Math.min(sample.length - 1, Math.floor(share * sample.length))] ?? 0;
  const low = options.from ?? at(0.01);
  let high = options.to ?? at(0.99);
  if (!(high > low)) high = sample.at(-1) ?? low;
  const span = high > low ? high - low : 1;
  const codes = new Uint8Array(cells);
  let missing = 0;
  for (let i = 0; i < cells; i++) {
    const value = valueOf(i);
    if (Number.isFinite(value)) codes[i] = Math.round(Math.min(Math.max((value - low) / span, 0), 1) * (VALUE_LEVELS - 1));
    else {
      codes[i] = VALUE_LEVELS;
      missing++;
    }
  }
  return {
    kind: "values",
    title,
    codes,
    low,
    high,
    missing,
    ...(options.isShare ? { isShare: true } : {}),
    ...(options.isGene ? { isGene: true } : {}),
  };
}

/** Colours cells by a value that may be above or below zero, up to the 99th percentile of its size. */
export function byDivergingValue(title: string, cells: number, valueOf: (cell: number) => number): Coloring {
  const sized = byValue(title, cells, (i) => Math.abs(valueOf(i)), { from: 0 });
  const most = sized.kind === "values" && sized.high > 0 ? sized.high : 1;
  return {
    ...(byValue(title, cells, valueOf, { from: -most, to: most, isGene: true }) as Extract<Coloring, { kind: "values" }>),
    isDiverging: true,
  };
}

/** Colours cells by a column of the file; labels matched to a class take the class's colour. */
export function byColumn(
  book: ColorBook,
  title: string,
  column: Column,
  matches: readonly LabelMatch[] = [],
  head: HeadInfo | null = null,
): Coloring {
  if (column.kind === "number") return byValue(title, column.values.length, (i) => column.values[i]);
  const alias = new Map<string, string>();
  const taken = new Set<number>();
  for (const match of [...matches].sort((a, b) => b.cells - a.cells)) {
    // Two labels of one class would share its colour and be told apart no more: the larger one has it.
    if (match.code < 0 || !head || taken.has(match.code)) continue;
    taken.add(match.code);
    alias.set(match.label, head.classes[match.code].label);
  }
  const now = byClass(book, title, column.codes.length, column.categories, (i) => column.codes[i], alias);
  return now.kind === "classes" && column.kind === "category" ? asInFile(now, column) : now;
}

/** Classes in the order of the file's categories, unless they are too many to be read so, and in its own colours where it has some. */
function asInFile(now: Extract<Coloring, { kind: "classes" }>, { categories, colors }: Extract<Column, { codes: Int32Array }>): Coloring {
  if (now.classes.length > OWN_COLORS) return now;
  const rank = new Map(categories.map((label, code) => [label, code]));
  const order = [...now.classes.keys()].sort((a, b) => rank.get(now.classes[a].label)! - rank.get(now.classes[b].label)!);
  const place = new Int32Array(order.length);
  order.forEach((before, after) => {
    place[before] = after;
  });
  const classOf = now.classOf.map((one) => (one < 0 ? one : place[one]));
  const classes = order.map((before) => now.classes[before]);
  const own = colors && classes.map(({ label }) => hexOf(colors[rank.get(label)!]));
  if (!own || own.includes(null)) return { ...now, classOf, classes };
  const shown = own as string[];
  return {
    ...now,
    classOf,
    classes: classes.map((one, i) => ({ ...one, color: shown[i] })),
    own: shown,
    codes: Uint8Array.from(classOf, (one) => (one < 0 ? OWN_MISSING : one)),
  };
}
