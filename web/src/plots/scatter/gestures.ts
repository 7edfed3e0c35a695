import { pan, zoomAbout, type Camera, type Size } from "./camera";
import { KeyLasso } from "./key-lasso";

/** What gestures need from the map they act on. */
export interface GestureTarget {
  camera(): Camera;
  size(): Size;
  move(camera: Camera): void;
  fit(): void;
  isLasso(): boolean;
  hover(px: number, py: number): void;
  leave(): void;
  tap(px: number, py: number): void;
  lassoing(path: readonly number[]): void;
  lassoed(path: readonly number[]): void;
}

const STEP = 60;

function onKey(event: KeyboardEvent, target: GestureTarget, lasso: KeyLasso): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (lasso.take(event)) return event.preventDefault();
  const { width, height } = target.size();
  const center = (factor: number) => target.move(zoomAbout(target.camera(), target.size(), width / 2, height / 2, factor));
  const moves: Record<string, () => void> = {
    ArrowLeft: () => target.move(pan(target.camera(), STEP, 0)),
    ArrowRight: () => target.move(pan(target.camera(), -STEP, 0)),
    ArrowUp: () => target.move(pan(target.camera(), 0, STEP)),
    ArrowDown: () => target.move(pan(target.camera(), 0, -STEP)),
    "+": () => center(1.35),
    "=": () => center(1.35),
    "-": () => center(1 / 1.35),
    "0": () => target.fit(),
    Enter: () => target.tap(width / 2, height / 2),
  };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  move();
}

/** Mouse, touch and keys on a canvas. Returns the function that takes them off again. */
export function listen(canvas: HTMLElement, target: GestureTarget): () => void {
  const fingers = new Map<number, [number, number]>();
  let path: number[] | null = null;
  let travelled = 0;
  const place = (event: MouseEvent): [number, number] => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  /** Where a pointer was since the last event: a busy page is told several moves as one, and an outline wants them all. */
  const placesOf = (event: PointerEvent): [number, number][] => {
    const moves = event.getCoalescedEvents?.() ?? [];
    return (moves.length > 0 ? moves : [event]).map(place);
  };
  const spread = () => {
    const [a, b] = [...fingers.values()] as [[number, number], [number, number]];
    return { x: (a[0] + b[0]) / 2, y: (a[1] + b[1]) / 2, apart: Math.hypot(a[0] - b[0], a[1] - b[1]) };
  };

  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, place(event));
    travelled = 0;
    path = fingers.size === 1 && (target.isLasso() || event.shiftKey) ? place(event) : null;
  };
  const onMove = (event: PointerEvent) => {
    const now = place(event);
    const before = fingers.get(event.pointerId);
    if (!before) return target.hover(...now);
    const pinch = fingers.size === 2 ? spread() : null;
    fingers.set(event.pointerId, now);
    let from = before;
    for (const to of placesOf(event)) {
      travelled += Math.hypot(to[0] - from[0], to[1] - from[1]);
      path?.push(...to);
      from = to;
    }
    if (path) {
      target.lassoing(path);
    } else if (pinch) {
      const after = spread();
      const zoomed = zoomAbout(target.camera(), target.size(), after.x, after.y, after.apart / Math.max(pinch.apart, 1));
      target.move(pan(zoomed, after.x - pinch.x, after.y - pinch.y));
    } else target.move(pan(target.camera(), now[0] - before[0], now[1] - before[1]));
  };
  const onUp = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId)) return;
    if (path && path.length >= 6 && travelled > 12) target.lassoed(path);
    else if (travelled < 6) target.tap(...place(event));
    if (path) target.lassoing([]);
    path = null;
  };
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 18 : 1;
    target.move(zoomAbout(target.camera(), target.size(), ...place(event), Math.exp(-event.deltaY * lines * 0.0016)));
  };

  const stop = new AbortController();
  const options = { signal: stop.signal };
  canvas.addEventListener("pointerdown", onDown, options);
  canvas.addEventListener("pointermove", onMove, options);
  canvas.addEventListener("pointerup", onUp, options);
  canvas.addEventListener("pointercancel", onUp, options);
  canvas.addEventListener("pointerleave", () => target.leave(), options);
  canvas.addEventListener("dblclick", () => target.fit(), options);
  canvas.addEventListener("wheel", onWheel, { ...options, passive: false });
  const lasso = new KeyLasso(target);
  canvas.addEventListener("keydown", (event) => onKey(event, target, lasso), options);
  return () => stop.abort();
}
