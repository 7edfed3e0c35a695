import { expect, test } from "vitest";
import { boundsOf, fit, pan, toData, toScreen, zoomAbout } from "../../../../web/src/plots/scatter/camera";
import { listen } from "../../../../web/src/plots/scatter/gestures";
import { buildGrid, nearest, pointsInside } from "../../../../web/src/plots/scatter/grid";
import { shuffled } from "../../../../web/src/plots/scatter/painter";

/** Numbers from a seed: the same on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
}

function cloud(points: number): Float32Array {
  const random = seeded(3);
  return Float32Array.from({ length: points * 2 }, () => (random() - 0.5) * 20);
}

const size = { width: 400, height: 300 };

test("places on the screen and in the data go back and forth", () => {
  const camera = { x: 3, y: -2, scale: 17 };
  const [x, y] = toData(camera, size, ...toScreen(camera, size, 1.25, 4));
  expect([x, y]).toEqual([expect.closeTo(1.25), expect.closeTo(4)]);
});

test("a fitted camera shows every point; those without a place do not count", () => {
  const xy = Float32Array.of(-4, 1, Number.NaN, Number.NaN, 10, 3);
  const camera = fit(boundsOf(xy)!, size);
  for (const i of [0, 4]) {
    const [px, py] = toScreen(camera, size, xy[i], xy[i + 1]);
    expect(px).toBeGreaterThanOrEqual(0);
    expect(px).toBeLessThanOrEqual(size.width);
    expect(py).toBeGreaterThanOrEqual(0);
    expect(py).toBeLessThanOrEqual(size.height);
  }
  expect(boundsOf(Float32Array.of(Number.NaN, 1))).toBeNull();
});

test("zooming keeps what is under the pointer there, panning moves it along", () => {
  const camera = { x: 0, y: 0, scale: 10 };
  const before = toData(camera, size, 90, 40);
  expect(toData(zoomAbout(camera, size, 90, 40, 3), size, 90, 40)).toEqual(before.map((at) => expect.closeTo(at)));
  expect(toData(pan(camera, 20, 5), size, 110, 45)).toEqual(before.map((at) => expect.closeTo(at)));
});

test("the nearest point is the one a search of all finds", () => {
  const xy = cloud(3000);
  const grid = buildGrid(xy)!;
  const random = seeded(9);
  for (let trial = 0; trial < 200; trial++) {
    const [x, y] = [(random() - 0.5) * 22, (random() - 0.5) * 22];
    let best = -1,
      bestSquare = 0.25;
    for (let i = 0; i < 3000; i++) {
      const square = (xy[2 * i] - x) ** 2 + (xy[2 * i + 1] - y) ** 2;
      if (square <= bestSquare) [best, bestSquare] = [i, square];
    }
    expect(nearest(grid, x, y, 0.5)).toBe(best);
  }
});

test("a lasso takes the points inside it, in order, and no others", () => {
  const xy = cloud(5000);
  const inside = pointsInside(buildGrid(xy)!, Float64Array.of(-5, -5, 5, -5, 5, 5, -5, 5));
  const wanted = Array.from({ length: 5000 }, (_, i) => i).filter((i) => Math.abs(xy[2 * i]) < 5 && Math.abs(xy[2 * i + 1]) < 5);
  expect([...inside]).toEqual(wanted);
});

test("a grid copes with one point, with all in one place, and with none", () => {
  expect(nearest(buildGrid(Float32Array.of(1, 1))!, 1, 1, 0.1)).toBe(0);
  expect(pointsInside(buildGrid(new Float32Array(20))!, Float64Array.of(-1, -1, 1, -1, 0, 2))).toHaveLength(10);
  expect(buildGrid(new Float32Array())).toBeNull();
});

test("the order of painting holds every point once and is always the same", () => {
  expect(Uint32Array.from(shuffled(1000)).sort()).toEqual(Uint32Array.from({ length: 1000 }, (_, i) => i));
  expect(shuffled(50)).toEqual(shuffled(50));
});

test("of a million points the nearest is the nearest", () => {
  const xy = cloud(1_000_000);
  const grid = buildGrid(xy)!;
  for (let i = 0; i < 5; i++) {
    const x = i - 2;
    let best = -1;
    let least = 0.05 ** 2;
    for (let j = 0; j < 1_000_000; j++) {
      const apart = (xy[2 * j]! - x) ** 2 + xy[2 * j + 1]! ** 2;
      if (apart < least) [best, least] = [j, apart];
    }
    expect(best).not.toBe(-1);
    expect(nearest(grid, x, 0, 0.05)).toBe(best);
  }
});

/** A canvas that only listens: 400 x 300 at the corner of the window. */
function gesturesOn(isLasso: boolean) {
  const canvas = Object.assign(new EventTarget(), {
    setPointerCapture: () => undefined,
    getBoundingClientRect: () => ({ left: 0, top: 0 }),
  });
  const done: { lassoed: number[][]; taps: number; pans: number } = { lassoed: [], taps: 0, pans: 0 };
  listen(canvas as unknown as HTMLElement, {
    camera: () => ({ x: 0, y: 0, scale: 1 }),
    size: () => size,
    move: () => void done.pans++,
    fit: () => undefined,
    isLasso: () => isLasso,
    hover: () => undefined,
    leave: () => undefined,
    tap: () => void done.taps++,
    lassoing: () => undefined,
    lassoed: (path) => void done.lassoed.push([...path]),
  });
  const at = (x: number, y: number) => ({ pointerId: 1, button: 0, shiftKey: false, clientX: x, clientY: y });
  return {
    done,
    send: (type: string, x: number, y: number, more: object = {}) => canvas.dispatchEvent(Object.assign(new Event(type), at(x, y), more)),
    at,
  };
}

test("an outline drawn while the page was busy, told as one move, keeps its corners", () => {
  const { done, send, at } = gesturesOn(true);
  send("pointerdown", 10, 10);
  const corners = [at(90, 10), at(90, 90), at(10, 90), at(10, 10)];
  send("pointermove", 10, 10, { getCoalescedEvents: () => corners });
  send("pointerup", 10, 10);
  expect(done).toEqual({ lassoed: [[10, 10, 90, 10, 90, 90, 10, 90, 10, 10]], taps: 0, pans: 0 });
});

test("without a lasso the same moves pan, and a press in place is a tap", () => {
  const { done, send } = gesturesOn(false);
  send("pointerdown", 10, 10);
  send("pointermove", 60, 10);
  send("pointerup", 60, 10);
  send("pointerdown", 10, 10);
  send("pointerup", 10, 10);
  expect(done).toEqual({ lassoed: [], taps: 1, pans: 1 });
});
