import { expect, test } from "vitest";
import { decodeSnapshot, encodeSnapshot, type Snapshot } from "../../../../web/src/app/open/snapshot";

function snapshot(cells: number): Snapshot {
  return {
    caption: "simulated cells",
    file: "demo.h5ad",
    model: "Linear",
    phenotype: "cell_type",
    cells,
    genes: 10,
    labels: ["B cell", "T cell"],
    xy: Float32Array.from({ length: cells * 2 }, (_, i) => Math.sin(i) * 40 - 7),
    codes: Uint16Array.from({ length: cells }, (_, i) => i % 2),
    probability: Float32Array.from({ length: cells }, (_, i) => (i % 101) / 100),
    entropyNorm: Float32Array.from({ length: cells }, (_, i) => (i % 7) / 7),
    top1: { value: 0.9, low: 0.88, high: 0.92 },
    mostUndecided: "T cell",
  };
}

test("a snapshot comes back to what a screen can show", () => {
  const before = snapshot(1201);
  const after = decodeSnapshot(encodeSnapshot(before));
  expect(after.codes).toEqual(before.codes);
  expect(after).toMatchObject({ labels: before.labels, top1: before.top1, cells: 1201 });
  after.xy.forEach((at, i) => expect(Math.abs(at - before.xy[i])).toBeLessThan(0.002));
  after.probability.forEach((p, i) => expect(Math.abs(p - before.probability[i])).toBeLessThan(0.0021));
});

test("a cell without a place stays without one", () => {
  const before = snapshot(4);
  before.xy.set([Number.NaN, Number.NaN], 2);
  const { xy } = decodeSnapshot(encodeSnapshot(before));
  expect(xy[2]).toBeNaN();
  expect(xy[4]).toBeCloseTo(before.xy[4], 2);
});

test("a snapshot of 10,000 cells stays under 100 kB", () => {
  expect(encodeSnapshot(snapshot(10_000)).length).toBeLessThan(110_000);
});

test("another format is refused by its name", () => {
  expect(() => decodeSnapshot('{"format":"other/2"}')).toThrow("The demo's result has format other/2");
});
