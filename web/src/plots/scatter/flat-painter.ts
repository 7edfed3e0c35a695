import { toScreen, type Camera } from "./camera";
import { bottomFirst, pointAlpha, pointSize, shuffled, type Painter, type Scene } from "./painter";

/** Draws a scene on a 2-D canvas, for browsers without WebGL 2: slower, the same picture. */
export function flatPainter(canvas: HTMLCanvasElement): Painter | null {
  const pen = canvas.getContext("2d", { alpha: false });
  if (!pen) return null;
  let scene: Scene | null = null;
  let order = new Uint32Array(0);
  let firstScale = 0;

  const paintLayer = (now: Scene, camera: Camera, front: boolean, diameter: number) => {
    const size = { width: canvas.width, height: canvas.height };
    for (const point of order) {
      if (now.bright && (now.bright[point] === 1) !== front) continue;
      const [x, y] = toScreen(camera, size, now.xy[2 * point], now.xy[2 * point + 1]);
      if (!(x >= 0 && y >= 0 && x <= size.width && y <= size.height)) continue;
      const at = now.codes[point] * 4;
      pen.fillStyle = `rgb(${now.table[at]} ${now.table[at + 1]} ${now.table[at + 2]})`;
      pen.fillRect(x - diameter / 2, y - diameter / 2, diameter, diameter);
    }
  };

  return {
    set(next) {
      const isOther = next.xy.length / 2 !== order.length;
      if (isOther) firstScale = 0;
      if (isOther || next.codes !== scene?.codes) order = bottomFirst(shuffled(next.xy.length / 2), next.codes, next.isRanked ?? false);
      scene = next;
    },
    paint(camera, size, pixelRatio) {
      pen.globalAlpha = 1;
      pen.fillStyle = scene?.background ?? "#ffffff";
      pen.fillRect(0, 0, canvas.width, canvas.height);
      if (!scene) return;
      firstScale ||= camera.scale;
      const points = scene.xy.length / 2;
      const diameter = pointSize(points, size, camera.scale / firstScale) * pixelRatio * 0.9;
      const scaled = { ...camera, scale: camera.scale * pixelRatio };
      for (const front of scene.bright ? [false, true] : [true]) {
        pen.globalAlpha = pointAlpha(points) * (front ? 1 : 0.12);
        paintLayer(scene, scaled, front, diameter);
      }
    },
    destroy() {},
  };
}
