import { boundsOf, type Bounds } from "./camera";

/** Points sorted into square bins, to find the one under the pointer and those inside a lasso. */
export interface Grid {
  bounds: Bounds;
  columns: number;
  rows: number;
  cell: number;
  /** First entry of each bin in `order`; one more than bins. */
  starts: Uint32Array;
  order: Uint32Array;
  xy: Float32Array;
}

export function buildGrid(xy: Float32Array): Grid | null {
  const bounds = boundsOf(xy);
  if (!bounds) return null;
  const points = xy.length / 2;
  const across = Math.max(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY, 1e-9);
  const side = Math.min(512, Math.max(8, Math.ceil(Math.sqrt(points / 4))));
  const cell = across / side;
  const columns = Math.floor((bounds.maxX - bounds.minX) / cell) + 1;
  const rows = Math.floor((bounds.maxY - bounds.minY) / cell) + 1;
  const bins = new Int32Array(points);
  const starts = new Uint32Array(columns * rows + 1);
  for (let i = 0; i < points; i++) {
    const x = xy[2 * i],
      y = xy[2 * i + 1];
    if (!(Number.isFinite(x) && Number.isFinite(y))) {
      bins[i] = -1;
      continue;
    }
    const bin = Math.floor((y - bounds.minY) / cell) * columns + Math.floor((x - bounds.minX) / cell);
    bins[i] = bin;
    starts[bin + 1]++;
  }
  for (let b = 0; b < columns * rows; b++) starts[b + 1] += starts[b];
  const next = starts.slice();
  const order = new Uint32Array(starts[columns * rows]);
  for (let i = 0; i < points; i++) if (bins[i] >= 0) order[next[bins[i]]++] = i;
  return { bounds, columns, rows, cell, starts, order, xy };
}

/** Calls `visit` for every point in the bins that touch a box. */
function inBox(grid: Grid, box: Bounds, visit: (point: number) => void): void {
  const column = (x: number) => Math.min(grid.columns - 1, Math.max(0, Math.floor((x - grid.bounds.minX) / grid.cell)));
  const row = (y: number) => Math.min(grid.rows - 1, Math.max(0, Math.floor((y - grid.bounds.minY) / grid.cell)));
  for (let r = row(box.minY); r <= row(box.maxY); r++) {
    for (let c = column(box.minX); c <= column(box.maxX); c++) {
      const bin = r * grid.columns + c;
      for (let k = grid.starts[bin]; k < grid.starts[bin + 1]; k++) visit(grid.order[k]);
    }
  }
}

/** The point nearest to (x, y) within `radius`, or -1. */
export function nearest(grid: Grid, x: number, y: number, radius: number): number {
  let best = -1,
    bestSquare = radius * radius;
  inBox(grid, { minX: x - radius, maxX: x + radius, minY: y - radius, maxY: y + radius }, (point) => {
    const dx = grid.xy[2 * point] - x,
      dy = grid.xy[2 * point + 1] - y;
    const square = dx * dx + dy * dy;
    if (square <= bestSquare) {
      best = point;
      bestSquare = square;
    }
  });
  return best;
}

function isInside(polygon: Float64Array, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = polygon.length - 2; i < polygon.length; j = i, i += 2) {
    const xi = polygon[i],
      yi = polygon[i + 1],
      xj = polygon[j],
      yj = polygon[j + 1];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Points inside a closed polygon (x and y interleaved, data units), in rising order. */
export function pointsInside(grid: Grid, polygon: Float64Array): Uint32Array<ArrayBuffer> {
  const box = { minX: Infinity, maxX: -Infinity, minY: Infinity, maxY: -Infinity };
  for (let i = 0; i < polygon.length; i += 2) {
    box.minX = Math.min(box.minX, polygon[i]);
    box.maxX = Math.max(box.maxX, polygon[i]);
    box.minY = Math.min(box.minY, polygon[i + 1]);
    box.maxY = Math.max(box.maxY, polygon[i + 1]);
  }
  const found: number[] = [];
  inBox(grid, box, (point) => {
    if (isInside(polygon, grid.xy[2 * point], grid.xy[2 * point + 1])) found.push(point);
  });
  return Uint32Array.from(found).sort();
}
