import type { Size } from "./camera";

/** Where a class's name belongs, in data units. */
export interface ClassCenter {
  /** Place of the class in the legend. */
  index: number;
  x: number;
  y: number;
  cells: number;
}

/** Cells of a class that its centre is found from. */
const SAMPLE = 160;
/** Share of a class's cells about its densest one that its name is put in the middle of. */
const CORE = 0.4;
/** A class farther spread than this share of the whole map's spread has no one place. */
const TOGETHER = 0.75;

/** Classes of fewer cells are about as small as a name. */
const FEW = 40;

/** How far a name stands above its class's centre, in pixels: on top of few cells it would hide them. */
export const liftOf = ({ cells }: Pick<ClassCenter, "cells">): number => (cells < FEW ? 12 : 0);

const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/**
 * A cell in the middle of where each class is densest, of classes that lie together: a donor's cells that lie all over the
 * map have no centre, nor have classes of fewer than `least` cells. Largest classes first.
 */
export function classCenters(xy: Float32Array, classOf: ArrayLike<number>, classes: number, least = 1): ClassCenter[] {
  const cells = new Uint32Array(classes);
  for (let i = 0; i < classOf.length; i++) if (classOf[i] >= 0 && xy[2 * i] === xy[2 * i]) cells[classOf[i]]++;
  const seen = new Uint32Array(classes);
  const samples: number[][] = Array.from({ length: classes }, () => []);
  for (let i = 0; i < classOf.length; i++) {
    const at = classOf[i];
    if (!(at >= 0) || xy[2 * i] !== xy[2 * i] || cells[at] < least) continue;
    if (seen[at]++ % Math.ceil(cells[at] / SAMPLE) === 0) samples[at].push(i);
  }
  const spread = (sample: number[], x: number, y: number) => middle(sample.map((i) => Math.hypot(xy[2 * i] - x, xy[2 * i + 1] - y)));
  const medians = (sample: number[]) => [middle(sample.map((i) => xy[2 * i])), middle(sample.map((i) => xy[2 * i + 1]))] as const;
  const all: number[] = [];
  const stride = Math.max(1, Math.ceil(classOf.length / 4000));
  for (let i = 0; i < classOf.length; i += stride) if (xy[2 * i] === xy[2 * i]) all.push(i);
  const whole = spread(all, ...medians(all));
  const isAlone = cells.reduce((found, n) => found + Number(n > 0), 0) === 1;
  return samples
    .flatMap((sample, index): ClassCenter[] => {
      if (sample.length === 0) return [];
      const [x, y] = medians(sample);
      const isTogether = isAlone || spread(sample, x, y) < TOGETHER * whole;
      if (!isTogether) return [];
      const near = inMiddle(xy, core(xy, sample));
      return [{ index, x: xy[2 * near], y: xy[2 * near + 1], cells: cells[index] }];
    })
    .sort((a, b) => b.cells - a.cells || a.index - b.index);
}

/** The cells nearest to the one that has its share of them nearest about it. */
function core(xy: Float32Array, sample: number[]): number[] {
  const wanted = Math.max(1, Math.ceil(sample.length * CORE));
  const from = (i: number) => (j: number) => Math.hypot(xy[2 * j] - xy[2 * i], xy[2 * j + 1] - xy[2 * i + 1]);
  let best = { reach: Infinity, cell: sample[0] };
  for (const cell of sample) {
    const reach = Float64Array.from(sample, from(cell)).sort()[wanted - 1];
    if (reach < best.reach) best = { reach, cell };
  }
  const distance = from(best.cell);
  return sample.filter((i) => distance(i) <= best.reach);
}

/** The cell nearest to the median place of some. */
function inMiddle(xy: Float32Array, cells: number[]): number {
  const [x, y] = [middle(cells.map((i) => xy[2 * i])), middle(cells.map((i) => xy[2 * i + 1]))];
  const far = (i: number) => Math.hypot(xy[2 * i] - x, xy[2 * i + 1] - y);
  return cells.reduce((best, i) => (far(i) < far(best) ? i : best));
}

export interface NameBox {
  /** Where the name should stand: its middle, in pixels. */
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedName {
  x: number;
  y: number;
  /** It stands so far from its place that a line should lead to it. */
  isMoved: boolean;
}

const RING = 7;
const ANGLES = 16;

/**
 * Places names so that none lies on another or beyond the picture, the first where they belong and the others as near as can
 * be; null where there is no room within `reach` pixels. Nothing is placed on what is blocked.
 */
export function placeNames(names: readonly NameBox[], size: Size, reach: number, blocked: readonly NameBox[] = []): (PlacedName | null)[] {
  const taken: NameBox[] = [...blocked];
  const isFree = (x: number, y: number, { width, height }: NameBox) =>
    x - width / 2 >= 2 &&
    y - height / 2 >= 2 &&
    x + width / 2 <= size.width - 2 &&
    y + height / 2 <= size.height - 2 &&
    taken.every((one) => Math.abs(one.x - x) >= (one.width + width) / 2 || Math.abs(one.y - y) >= (one.height + height) / 2);
  return names.map((name) => {
    if (!(name.x >= 0 && name.y >= 0 && name.x <= size.width && name.y <= size.height)) return null;
    for (let radius = 0; radius <= reach; radius += RING) {
      for (let turn = 0; turn < (radius === 0 ? 1 : ANGLES); turn++) {
        // Upwards and downwards first: names are wide.
        const angle = Math.PI / 2 + ((turn % 2 === 0 ? turn : -turn - 1) * Math.PI) / ANGLES;
        const [x, y] = [name.x + radius * Math.cos(angle) * 1.4, name.y - radius * Math.sin(angle)];
        if (!isFree(x, y, name)) continue;
        taken.push({ ...name, x, y });
        return { x, y, isMoved: radius > name.height * 0.9 };
      }
    }
    return null;
  });
}
