import { expect, test } from "vitest";
import { classCenters, placeNames } from "../../../../web/src/plots/scatter/names";

/** Three classes: two blobs and one all over; a cell without a place. */
function blobs() {
  const places: [number, number][] = [];
  const classOf: number[] = [];
  for (let i = 0; i < 200; i++) {
    const [dx, dy] = [((i * 7) % 11) / 11 - 0.5, ((i * 5) % 13) / 13 - 0.5];
    places.push([dx, dy], [10 + dx, dy], [((i * 3) % 101) / 8, ((i * 17) % 103) / 9 - 5]);
    classOf.push(0, 1, 2);
  }
  places.push([Number.NaN, Number.NaN]);
  classOf.push(0);
  return { xy: Float32Array.from(places.flat()), classOf };
}

test("a class's name belongs to one of its cells in its midst; a class all over the map has none", () => {
  const { xy, classOf } = blobs();
  const found = classCenters(xy, classOf, 3);
  expect(found.map(({ index, cells }) => [index, cells])).toEqual([
    [0, 200],
    [1, 200],
  ]);
  for (const { index, x, y } of found) {
    expect(Math.abs(x - 10 * index)).toBeLessThan(0.35);
    expect(Math.abs(y)).toBeLessThan(0.35);
    const isCell = classOf.some((at, i) => at === index && xy[2 * i] === x && xy[2 * i + 1] === y);
    expect(isCell).toBe(true);
  }
});

test("of a class in two parts the name stands in the denser one, not between them", () => {
  const xy = new Float32Array(200);
  const classOf = Array.from({ length: 100 }, (_, i) => (i < 80 ? 0 : 1));
  for (let i = 0; i < 100; i++) xy.set(i < 50 ? [i / 100, 0] : i < 80 ? [20 + i / 10, 0] : [100, 100], 2 * i);
  const [first] = classCenters(xy, classOf, 2);
  expect(first.index).toBe(0);
  expect(first.x).toBeLessThan(1);
});

test("names never lie on one another, stay inside the picture, and are left out where there is no room", () => {
  const size = { width: 300, height: 200 };
  const box = (x: number, y: number) => ({ x, y, width: 80, height: 14 });
  const names = Array.from({ length: 12 }, (_, i) => box(140 + i, 100));
  const placed = placeNames(names, size, 60);
  expect(placed[0]).toEqual({ x: 140, y: 100, isMoved: false });
  const shown = placed.filter((one) => one !== null);
  expect(shown.length).toBeGreaterThan(4);
  for (const [i, a] of shown.entries()) {
    expect(a.x - 40 >= 0 && a.x + 40 <= 300 && a.y - 7 >= 0 && a.y + 7 <= 200).toBe(true);
    for (const b of shown.slice(i + 1)) expect(Math.abs(a.x - b.x) >= 80 || Math.abs(a.y - b.y) >= 14).toBe(true);
  }
  expect(placeNames(names, { width: 90, height: 16 }, 60).filter(Boolean)).toHaveLength(0);
  expect(placeNames([box(45, 9), box(45, 9)], { width: 90, height: 18 }, 60).map(Boolean)).toEqual([true, false]);
  const [aside] = placeNames([box(45, 50)], size, 60, [box(45, 50)]);
  expect(Math.abs(aside!.x - 45) >= 80 || Math.abs(aside!.y - 50) >= 14).toBe(true);
});
