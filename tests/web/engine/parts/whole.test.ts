import { describe, expect, test } from "vitest";
import { PART_FORMAT, type PartHeader } from "../../../../web/src/contract/parts";
import { checkWhole } from "../../../../web/src/engine/parts/whole";

const part = (first: number, end: number, changes: Partial<PartHeader> = {}) => ({
  name: `p${first}`,
  header: {
    format: PART_FORMAT,
    phenolens: "0.1.0",
    file: "a.h5ad",
    fingerprint: "f",
    cells: 100,
    first,
    count: end - first,
    runs: [{ model: "m", files: "s", backend: "wasm", fallback: "", lanes: 1, seconds: 1 }],
    tables: { cells: { matrix: "X", genes: "g", sha256: "h" } },
    ...changes,
  } satisfies PartHeader,
});
const onGpu = { runs: [{ ...part(0, 1).header.runs[0]!, backend: "webgpu" as const }] };

describe("parts that are merged", () => {
  test("are the whole file, in any order", () => {
    expect(() => checkWhole([part(60, 100), part(0, 25), part(25, 60)])).not.toThrow();
    expect(() => checkWhole([part(0, 100)])).not.toThrow();
  });

  test.each([
    ["none", [], "No part was given."],
    ["a gap", [part(0, 25), part(60, 100)], "The cells 25:60 are in no part."],
    ["no beginning", [part(25, 100)], "The cells 0:25 are in no part."],
    ["no end", [part(0, 99)], "The cells 99:100 are in no part."],
    ["cells twice", [part(0, 60), part(50, 100)], "p50 and p0 both hold the cells 50:60."],
    ["a part twice", [part(0, 60), part(0, 60), part(60, 100)], "p0 and p0 both hold the cells 0:60."],
    ["another format", [part(0, 100, { format: "phenolens-part/9" })], "p0 is of the format phenolens-part/9"],
    ["another backend", [part(0, 50), part(50, 100, onGpu)], "p50 ran m on webgpu, but p0 m on wasm"],
  ])("%s is told", (_, parts, message) => {
    expect(() => checkWhole(parts)).toThrow(message);
  });
});
