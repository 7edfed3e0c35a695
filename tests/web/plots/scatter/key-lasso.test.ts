import { expect, test } from "vitest";
import { KeyLasso } from "../../../../web/src/plots/scatter/key-lasso";

function lassoOf(isLasso = true) {
  const seen: { paths: number[][]; lassoed: number[][] } = { paths: [], lassoed: [] };
  const lasso = new KeyLasso({
    size: () => ({ width: 400, height: 300 }),
    isLasso: () => isLasso,
    lassoing: (path) => void seen.paths.push([...path]),
    lassoed: (path) => void seen.lassoed.push([...path]),
  });
  const press = (key: string, shiftKey = false) => lasso.take({ key, shiftKey });
  return { seen, press };
}

/** Left, top, right and bottom of a frame. */
const box = ([left, top, right, , , bottom]: number[]) => [left, top, right, bottom];

test("the first key shows the frame in the middle; arrows move it, with Shift they size it, Enter takes it", () => {
  const { seen, press } = lassoOf();
  expect(press("ArrowRight")).toBe(true);
  expect(box(seen.paths.at(-1)!)).toEqual([120, 90, 280, 210]);
  press("ArrowRight");
  press("ArrowUp");
  expect(box(seen.paths.at(-1)!)).toEqual([136, 74, 296, 194]);
  press("ArrowLeft", true);
  press("ArrowDown", true);
  expect(box(seen.paths.at(-1)!)).toEqual([136, 74, 280, 210]);
  press("Enter");
  expect(seen.lassoed.map(box)).toEqual([[136, 74, 280, 210]]);
  expect(seen.paths.at(-1)).toEqual([]);
});

test("the frame stays on the map and keeps a size", () => {
  const { seen, press } = lassoOf();
  press("Enter");
  for (let i = 0; i < 60; i++) press("ArrowRight");
  expect(box(seen.paths.at(-1)!)).toEqual([240, 90, 400, 210]);
  for (let i = 0; i < 60; i++) press("ArrowRight", true);
  expect(box(seen.paths.at(-1)!)).toEqual([240, 90, 400, 210]);
  for (let i = 0; i < 60; i++) press("ArrowLeft", true);
  for (let i = 0; i < 60; i++) press("ArrowDown");
  expect(box(seen.paths.at(-1)!)).toEqual([240, 180, 256, 300]);
});

test("Escape lets it go and is heard by others; without the lasso every key is somebody else's", () => {
  const { seen, press } = lassoOf();
  press("ArrowLeft");
  expect(press("Escape")).toBe(false);
  expect(seen).toEqual({ paths: [expect.any(Array), []], lassoed: [] });
  const off = lassoOf(false);
  expect(["ArrowLeft", "Enter", "Escape", "+"].map((key) => off.press(key))).toEqual([false, false, false, false]);
  expect(off.seen).toEqual({ paths: [], lassoed: [] });
});
