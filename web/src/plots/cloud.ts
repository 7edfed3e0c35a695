import { axisX, axisY, gridX, gridY, rect, text, type Markish } from "@observablehq/plot";
import { rules } from "./frame";
import type { Style } from "./style";
import { textWidth } from "./text-width";

/** Tiles along either axis. */
const BINS = 90;
/** Dots that are named at most. */
const NAMED = 12;

export interface Named {
  x: number;
  y: number;
  symbol: string;
}

/** Data units that lie from edge to edge of a picture, and its pixels. */
export interface Reach {
  x: [low: number, high: number];
  y: [low: number, high: number];
  width: number;
  height: number;
}

/** Pixels from a dot to its name, and about a name. */
const BESIDE = 5;
const LINE = 13;

/** The smallest and largest x and y of some dots, as the edges of a picture of so many pixels. */
export function reachOf(dots: readonly { x: number; y: number }[], width: number, height: number): Reach {
  const edges = (read: (dot: { x: number; y: number }) => number): [number, number] =>
    dots.reduce<[number, number]>(([low, high], dot) => [Math.min(low, read(dot)), Math.max(high, read(dot))], [Infinity, -Infinity]);
  return { x: edges(({ x }) => x), y: edges(({ y }) => y), width, height };
}

/** The first dots whose names, right of them or, beyond `middle`, left, do not lie on one another. */
export function apart<T extends Named>(dots: readonly T[], { x, y, width, height }: Reach, middle: number): T[] {
  const scale = ([low, high]: [number, number], pixels: number) => pixels / (high - low || 1);
  const [across, up] = [scale(x, width), scale(y, height)];
  const kept: { dot: T; left: number; right: number; at: number }[] = [];
  for (const dot of dots) {
    if (kept.length === NAMED) break;
    const [at, place, wide] = [dot.y * up, dot.x * across, BESIDE + textWidth(dot.symbol) + BESIDE];
    const [left, right] = dot.x > middle ? [place - wide, place] : [place, place + wide];
    if (kept.every((one) => left >= one.right || right <= one.left || Math.abs(one.at - at) >= LINE)) kept.push({ dot, left, right, at });
  }
  return kept.map(({ dot }) => dot);
}

interface Tile {
  x1: number;
  x2: number;
  y1: number;
  y2: number;
  depth: number;
}

/** Points as tiles, so that thirty thousand genes are as light as three thousand. */
function tiles(points: { x: number; y: number }[]): Tile[] {
  if (points.length === 0) return [];
  const edge = (read: (one: { x: number; y: number }) => number) => {
    const low = points.reduce((least, one) => Math.min(least, read(one)), Infinity);
    const high = points.reduce((most, one) => Math.max(most, read(one)), -Infinity);
    return { low, step: (high - low || 1) / BINS };
  };
  const [ex, ey] = [edge((one) => one.x), edge((one) => one.y)];
  const counts = new Map<number, number>();
  for (const one of points) {
    const [i, j] = [Math.min(BINS - 1, Math.floor((one.x - ex.low) / ex.step)), Math.min(BINS - 1, Math.floor((one.y - ey.low) / ey.step))];
    counts.set(i * BINS + j, (counts.get(i * BINS + j) ?? 0) + 1);
  }
  const most = Math.log1p([...counts.values()].reduce((top, n) => Math.max(top, n), 1));
  return [...counts].map(([key, n]) => {
    const [i, j] = [Math.floor(key / BINS), key % BINS];
    return {
      x1: ex.low + i * ex.step,
      x2: ex.low + (i + 1) * ex.step,
      y1: ey.low + j * ey.step,
      y2: ey.low + (j + 1) * ey.step,
      depth: Math.log1p(n) / most,
    };
  });
}

/** Grid and axes of a picture of genes, five marks to either. */
export const geneAxes = (style: Style): Markish[] => [
  gridX({ ticks: 5, ...rules(style) }),
  gridY({ ticks: 5, ...rules(style) }),
  axisX({ ticks: 5, tickSize: 0, label: null }),
  axisY({ ticks: 5, tickSize: 0, label: null }),
];

/** Genes as a grey cloud, darker where there are more. */
export const cloud = (genes: { x: number; y: number }[], style: Style): Markish =>
  rect(tiles(genes), {
    x1: "x1",
    x2: "x2",
    y1: "y1",
    y2: "y2",
    fill: style.faint,
    fillOpacity: (one: Tile) => 0.2 + 0.6 * one.depth,
  });

/** Names beside dots; those beyond `middle` stand left of theirs, so that none reaches over the right edge. */
export function namesOf(named: readonly Named[], middle: number, style: Style): Markish[] {
  return ([1, -1] as const).map((side) =>
    text(
      named.filter((one) => one.x > middle === side < 0),
      {
        x: "x",
        y: "y",
        text: "symbol",
        fontStyle: "italic",
        fill: style.ink,
        stroke: style.card,
        strokeWidth: 3,
        textAnchor: side > 0 ? "start" : "end",
        dx: BESIDE * side,
      } as object,
    ),
  );
}
