import { expect, it } from "vitest";
import { packCodes, toBase64, fromBase64, unpackCodes } from "../../../web/src/contract/packed-codes";

it("packs codes in as few bytes as the largest takes", () => {
  for (const [most, bits] of [
    [0, 8],
    [254, 8],
    [255, 16],
    [65_534, 16],
    [65_535, 32],
    [2 ** 24, 32],
  ] as const) {
    const codes = Int32Array.from([-1, 0, most, 1]);
    const packed = packCodes(codes);
    expect(packed.startsWith(`${bits}:`)).toBe(true);
    expect(unpackCodes(packed)).toEqual(codes);
  }
  expect(unpackCodes(packCodes(new Int32Array(0)))).toEqual(new Int32Array(0));
});

it("takes more bytes than a call has arguments", () => {
  const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => i % 251);
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
});

it("refuses other words", () => {
  for (const words of ["", "8:*", "9:AA==", "16:AA=="]) expect(() => unpackCodes(words)).toThrow(RangeError);
});
