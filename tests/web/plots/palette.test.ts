import { describe, expect, test } from "vitest";
import { ColorBook, MISSING, parseHex, rampTable, slotColor, SLOTS, slotTable, type Rgb } from "../../../web/src/plots/palette";

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

/** Distance in OKLab (Ottosson 2020), of colours as they are seen. */
function seenApart(a: string, b: string, matrix: number[]): number {
  const [one, two] = [a, b].map((color) => {
    const rgb = parseHex(color).map(linear);
    const [r, g, b] = [0, 3, 6].map((row) => Math.max(0, matrix[row] * rgb[0] + matrix[row + 1] * rgb[1] + matrix[row + 2] * rgb[2]));
    const [l, m, s] = [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ].map((row) => Math.cbrt(row[0] * r + row[1] * g + row[2] * b));
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ];
  });
  return Math.hypot(...one.map((value, i) => value - two[i]));
}

// About .02 is the least difference that is seen side by side. The dark theme mixes all with white, which brings them nearer.
test.each([
  [9, 0.075, 0.045],
  [27, 0.045, 0.035],
  [63, 0.03, 0.02],
  [SLOTS, 0.014, 0.011],
])("the first %i classes are told apart with and without red-green blindness", (classes, onLight, onDark) => {
  for (const [dark, least] of [
    [false, onLight],
    [true, onDark],
  ] as const) {
    const colors = Array.from({ length: classes }, (_, slot) => slotColor(slot, dark));
    for (const [vision, matrix] of Object.entries(VISION))
      for (let a = 0; a < classes; a++)
        for (let b = 0; b < a; b++)
          if (seenApart(colors[a], colors[b], matrix) < least)
            expect.unreachable(`${a} and ${b}, ${vision}, ${dark ? "dark" : "light"}: ${seenApart(colors[a], colors[b], matrix)}`);
  }
});

test("no class is lost on its ground: every colour stands out from paper and from the dark", () => {
  for (const dark of [false, true])
    for (let slot = 0; slot < SLOTS; slot++)
      expect(seenApart(slotColor(slot, dark), dark ? "#1b1f25" : "#ffffff", VISION.normal), `${slot} ${dark}`).toBeGreaterThan(
        dark ? 0.1 : 0.13,
      );
});

describe("a book of colours", () => {
  const labels = Array.from({ length: 40 }, (_, i) => `class ${i}`);

  test("gives what is in another one its colours, and all others free ones of its own", () => {
    const [first, second] = [new ColorBook(), new ColorBook()];
    first.deal(labels);
    second.deal(["class 30", "new", "class 2", "newer"], { like: first });
    expect(["class 30", "class 2"].map((one) => second.slot(one))).toEqual([30, 2]);
    // The palette starts anew: the first hues are there to have.
    expect(["new", "newer"].map((one) => second.slot(one))).toEqual([0, 1]);
  });

  test("gives a family the shades of one hue", () => {
    const book = new ColorBook();
    book.deal(labels, { families: labels.map((_, i) => i % 5) });
    for (let family = 0; family < 5; family++) {
      const hues = new Set(labels.filter((_, i) => i % 5 === family).map((one) => book.slot(one) % 9));
      expect([...hues]).toEqual([family]);
    }
    expect(new Set(labels.map((one) => book.slot(one))).size).toBe(labels.length);
  });

  test("a family larger than its hue's shades goes on in other hues; beyond all colours they begin again", () => {
    const many = Array.from({ length: SLOTS + 3 }, (_, i) => `class ${i}`);
    const book = new ColorBook();
    book.deal(many, { families: many.map(() => 0) });
    expect(new Set(many.slice(0, SLOTS).map((one) => book.slot(one))).size).toBe(SLOTS);
    expect(many.every((one) => book.slot(one) < SLOTS)).toBe(true);
  });
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
