import { expect, test } from "vitest";
import { readChoices } from "../../../../web/src/app/ui/figure-look";
import { drawnWidth, pixelsOf, withDensity } from "../../../../web/src/exports/figure-file";

test("choices are read as they were kept; what is out of its limits or of another version is the usual", () => {
  const usual = readChoices(null);
  expect(usual).toMatchObject({ unit: "mm", width: 85, font: 7, scale: 2, legend: "full", isTransparent: false, hasTitle: true });
  expect(readChoices("not JSON")).toEqual(usual);
  expect(readChoices("null")).toEqual(usual);
  expect(readChoices(JSON.stringify({ unit: "mm", width: 5000, scale: 9, legend: "?" }))).toEqual(usual);
  const own = { ...usual, unit: "px", width: 900, font: 14, scale: 4, legend: "names", isTransparent: true, hasTitle: false, point: 1.5 };
  expect(readChoices(JSON.stringify(own))).toEqual(own);
});

test("a plot is drawn so wide that its text has the size asked for; pixels follow from the scale", () => {
  const look = { unit: "mm", width: 85, font: 7, scale: 2, isTransparent: false } as const;
  // 85 mm are 240.9 points; 11 units of the plot become 7 points.
  expect(drawnWidth(look)).toBeCloseTo((240.945 * 11) / 7, 1);
  expect(pixelsOf(look)).toBe(1004);
  expect(pixelsOf({ ...look, unit: "px", width: 640, font: 12, scale: 3 })).toBe(1920);
});

test("a PNG says its dots per metre, with the checksum that the format asks for", async () => {
  const header = new Uint8Array(40).fill(7);
  const bytes = new DataView(await (await withDensity(new Blob([header]), 11_811)).arrayBuffer());
  expect(bytes.byteLength).toBe(61);
  expect([bytes.getUint32(33), bytes.getUint32(41), bytes.getUint32(45), bytes.getUint8(49)]).toEqual([9, 11_811, 11_811, 1]);
  // zlib.crc32 of Python over b"pHYs" and the nine bytes.
  expect(bytes.getUint32(50)).toBe(0x78a53f76);
  expect(bytes.getUint8(54)).toBe(7);
});
