import { expect, test } from "vitest";
import { MISSING, parseHex, rampTable, slotColor, SLOTS, slotTable, type Rgb } from "../../../web/src/plots/palette";

/** Machado, Oliveira and Fernandes 2009, full severity, on linear light. */
const VISION: Record<string, number[]> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
};

const linear = (byte: number) => (byte <= 10.31 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);

function lab(color: Rgb, matrix: number[]): number[] {
  const rgb = color.map(linear);
  const [r, g, b] = [0, 3, 6].map((row) => Math.max(0, matrix[row] * rgb[0] + matrix[row + 1] * rgb[1] + matrix[row + 2] * rgb[2]));
  const [x, y, z] = [
    (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
    0.2126 * r + 0.7152 * g + 0.0722 * b,
    (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
  ].map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const apart = (a: string, b: string, matrix: number[]) => {
  const [one, two] = [lab(parseHex(a), matrix), lab(parseHex(b), matrix)];
  return Math.hypot(...one.map((value, i) => value - two[i]));
};

for (const [vision, matrix] of Object.entries(VISION)) {
  for (const dark of [false, true]) {
    test(`the first nine classes can be told apart with ${vision} on ${dark ? "dark" : "light"}`, () => {
      for (let a = 0; a < 9; a++)
        for (let b = 0; b < a; b++) expect(apart(slotColor(a, dark), slotColor(b, dark), matrix), `${a} and ${b}`).toBeGreaterThan(12);
    });
  }
}

test("every slot has a colour of its own", () => {
  expect(new Set(Array.from({ length: SLOTS }, (_, slot) => slotColor(slot, false))).size).toBe(SLOTS);
});

test("the tables the map reads say what the legend says", () => {
  const table = slotTable(true);
  for (const slot of [0, 8, 20, MISSING]) expect([...table.subarray(slot * 4, slot * 4 + 3)]).toEqual([...parseHex(slotColor(slot, true))]);
});

test("the ramp for values rises evenly in lightness", () => {
  for (const dark of [false, true]) {
    const table = rampTable(dark);
    const lightness = Array.from(
      { length: 16 },
      (_, i) => lab([...table.subarray(i * 16 * 4, i * 16 * 4 + 3)] as unknown as Rgb, VISION.normal)[0],
    );
    for (let i = 1; i < lightness.length; i++)
      expect((lightness[i] - lightness[i - 1]) * (dark ? 1 : -1), `${dark} ${i}`).toBeGreaterThan(0);
  }
});
