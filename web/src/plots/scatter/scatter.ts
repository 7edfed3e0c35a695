import { boundsOf, fit, toData, toScreen, type Bounds, type Camera, type Size } from "./camera";
import { flatPainter } from "./flat-painter";
import { listen } from "./gestures";
import { glPainter } from "./gl-painter";
import { buildGrid, nearest, pointsInside, type Grid } from "./grid";
import type { Painter, Scene } from "./painter";

export interface ScatterEvents {
  /** The point under the pointer (-1 for none), where the pointer is, in CSS pixels. */
  onHover(point: number, px: number, py: number): void;
  onTap(point: number, px: number, py: number): void;
  /** Points inside a finished lasso. */
  onLasso(points: Uint32Array<ArrayBuffer>): void;
  /** The lasso being drawn, as screen coordinates; empty when it ends. */
  onLassoPath(path: readonly number[]): void;
  /** Where the map looks, whenever it is drawn. */
  onLook(camera: Camera, size: Size): void;
  /** Whether a press draws a lasso instead of moving the map. */
  isLasso(): boolean;
}

/** A map of points on a canvas: pan, zoom, pick and lasso. Draws only when something changed. */
export class Scatter {
  private painter: Painter | null;
  private readonly stopListening;
  private readonly observer;
  private scene: Scene | null = null;
  private bounds: Bounds | null = null;
  private grid: Grid | null = null;
  private camera: Camera | null = null;
  private moved = false;
  private frame = 0;
  private size: Size = { width: 0, height: 0 };

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly events: ScatterEvents,
  ) {
    this.painter = glPainter(canvas) ?? flatPainter(canvas);
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(canvas);
    canvas.addEventListener("webglcontextlost", (event) => event.preventDefault());
    canvas.addEventListener("webglcontextrestored", () => {
      this.painter = glPainter(canvas);
      if (this.scene) this.painter?.set(this.scene);
      this.redraw();
    });
    this.stopListening = listen(canvas, {
      camera: () => this.camera ?? { x: 0, y: 0, scale: 1 },
      size: () => this.size,
      move: (camera) => this.look(camera),
      fit: () => this.fit(),
      isLasso: () => events.isLasso(),
      hover: (px, py) => events.onHover(this.pick(px, py), px, py),
      leave: () => events.onHover(-1, 0, 0),
      tap: (px, py) => events.onTap(this.pick(px, py, 16), px, py),
      lassoing: (path) => events.onLassoPath(path),
      lassoed: (path) => this.finishLasso(path),
    });
    this.resize();
  }

  set(scene: Scene): void {
    if (scene.xy !== this.scene?.xy) {
      this.grid = null;
      this.bounds = boundsOf(scene.xy);
      if (scene.xy.length !== this.scene?.xy.length) this.moved = false;
    }
    this.scene = scene;
    this.painter?.set(scene);
    if (!this.moved) this.fit();
    this.redraw();
  }

  /** Shows nothing. */
  clear(): void {
    const background = this.scene?.background ?? "#ffffff";
    this.set({ xy: new Float32Array(), codes: new Uint8Array(), table: new Uint8Array(1024), bright: null, background });
  }

  /** How many points (of an even sample) lie under a box on the screen. */
  pointsUnder(left: number, top: number, width: number, height: number): number {
    if (!this.scene || !this.camera) return 0;
    const { xy } = this.scene;
    const step = 2 * Math.max(1, Math.floor(xy.length / 2 / 4000));
    let found = 0;
    for (let i = 0; i < xy.length; i += step) {
      const [x, y] = toScreen(this.camera, this.size, xy[i], xy[i + 1]);
      if (x >= left && x <= left + width && y >= top && y <= top + height) found++;
    }
    return found;
  }

  /** Has keys go to the map. */
  focus(): void {
    this.canvas.focus({ preventScroll: true });
  }

  /** Shows all points again. */
  fit(): void {
    this.camera = this.bounds && fit(this.bounds, this.size);
    this.moved = false;
    this.redraw();
  }

  zoom(factor: number): void {
    if (this.camera) this.look({ ...this.camera, scale: this.camera.scale * factor });
  }

  private look(camera: Camera): void {
    this.camera = camera;
    this.moved = true;
    this.redraw();
  }

  private pick(px: number, py: number, reach = 8): number {
    if (!this.scene || !this.camera) return -1;
    this.grid ??= buildGrid(this.scene.xy);
    if (!this.grid) return -1;
    return nearest(this.grid, ...toData(this.camera, this.size, px, py), reach / this.camera.scale);
  }

  private finishLasso(path: readonly number[]): void {
    if (!this.scene || !this.camera) return;
    this.grid ??= buildGrid(this.scene.xy);
    if (!this.grid) return;
    const polygon = new Float64Array(path.length);
    for (let i = 0; i < path.length; i += 2) polygon.set(toData(this.camera, this.size, path[i], path[i + 1]), i);
    this.events.onLasso(pointsInside(this.grid, polygon));
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (width === 0 || height === 0) return;
    const ratio = window.devicePixelRatio || 1;
    this.size = { width, height };
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    if (!this.moved) this.fit();
    this.paint();
  }

  private redraw(): void {
    this.frame ||= requestAnimationFrame(() => this.paint());
  }

  /** Draws now: a canvas is to be read in the same turn as it was drawn. */
  paint(): void {
    this.frame = 0;
    if (this.camera) this.events.onLook(this.camera, this.size);
    this.painter?.paint(this.camera ?? { x: 0, y: 0, scale: 1 }, this.size, window.devicePixelRatio || 1);
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.observer.disconnect();
    this.stopListening();
    this.painter?.destroy();
  }
}
