import { MISSING } from "../palette";
import type { Camera, Size } from "./camera";

/** What the map draws. Codes index the table of 256 RGBA colours; `bright` marks points kept when others fade. */
export interface Scene {
  xy: Float32Array;
  codes: Uint8Array;
  table: Uint8Array<ArrayBuffer>;
  /** One byte a point, 1 = in the foreground; null = all are. */
  bright: Uint8Array | null;
  background: string;
  /** Codes are values: high ones lie on top, 255 at the bottom. */
  isRanked?: boolean;
}

export interface Painter {
  /** Takes what changed of a scene; unchanged parts may be the same arrays. */
  set(scene: Scene): void;
  paint(camera: Camera, size: Size, pixelRatio: number): void;
  destroy(): void;
}

/** Diameter of a point in CSS pixels: fewer points are larger, and all grow a little when zoomed in. */
export function pointSize(points: number, size: Size, zoom: number): number {
  const area = (size.width * size.height) / Math.max(points, 1);
  const base = Math.min(6.5, Math.max(1.4, Math.sqrt(area) * 0.29));
  return Math.min(11, base * Math.max(1, zoom ** 0.4));
}

/** Opacity of a point: dense maps need thinner paint. */
export function pointAlpha(points: number): number {
  return points < 5000 ? 0.72 : points < 50_000 ? 0.62 : points < 300_000 ? 0.5 : 0.4;
}

/** The code of points without a value, which lie at the bottom: of classes, or of values. */
export const bottomCode = (isRanked: boolean): number => (isRanked ? 255 : MISSING);

/** An order of drawing with the points without a value before all others. */
export function bottomFirst(order: Uint32Array, codes: Uint8Array, isRanked: boolean): Uint32Array<ArrayBuffer> {
  const bottom = bottomCode(isRanked);
  const out = new Uint32Array(order.length);
  let at = 0;
  for (const isBottom of [true, false]) for (const point of order) if ((codes[point] === bottom) === isBottom) out[at++] = point;
  return out;
}

/** A fixed shuffle, so that no class lies on top only because it comes last in the file. */
export function shuffled(points: number): Uint32Array<ArrayBuffer> {
  const order = new Uint32Array(points);
  for (let i = 0; i < points; i++) order[i] = i;
  let state = 0x9e3779b9;
  for (let i = points - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((state / 4294967296) * (i + 1));
    const swap = order[i];
    order[i] = order[j];
    order[j] = swap;
  }
  return order;
}
