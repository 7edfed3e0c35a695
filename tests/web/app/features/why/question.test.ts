import { describe, expect, test } from "vitest";
import { isSameQuestion, possible, RUNNER_UP, targetOf } from "../../../../../web/src/app/features/why/question";
import type { AttributionRequest } from "../../../../../web/src/contract/operations/attribution";

const ask = (given: Partial<AttributionRequest> = {}): AttributionRequest => ({
  matrix: "X",
  model: "linear",
  phenotype: "cell_type",
  target: { kind: "predicted" },
  groupBy: { kind: "prediction" },
  method: "gradient-x-input",
  baseline: { kind: "mean", of: { kind: "all" } },
  donors: null,
  cellsPerGroup: 50,
  steps: { from: 8, most: 64, gap: 0.01 },
  seed: 1,
  backend: "auto",
  lanes: 0,
  ...given,
});
const cells = (...some: number[]): Partial<AttributionRequest> => ({
  groupBy: { kind: "cells", cells: Uint32Array.from(some), name: "the selection" },
});

describe("what Why asks", () => {
  test("is another question by every option but where it runs", () => {
    expect(isSameQuestion(ask(), ask({ backend: "wasm", lanes: 2 }))).toBe(true);
    for (const change of [
      { target: { kind: "predicted", against: "runner-up" } },
      { target: { kind: "class", code: 3 } },
      { groupBy: { kind: "column", column: "leiden" } },
      { method: "integrated-gradients" },
      { baseline: { kind: "none" } },
      { donors: "donor_id" },
      { cellsPerGroup: 200 },
      { seed: 2 },
    ] satisfies Partial<AttributionRequest>[])
      expect(isSameQuestion(ask(), ask(change)), JSON.stringify(change)).toBe(false);
    expect(isSameQuestion(ask(cells(1, 2)), ask(cells(1, 2)))).toBe(true);
    expect(isSameQuestion(ask(cells(1, 2)), ask(cells(1, 3)))).toBe(false);
    expect(isSameQuestion(ask(cells(1, 2)), ask(cells(1, 2, 3)))).toBe(false);
  });

  test("compares no class with itself, and only the predicted one with its runner-up", () => {
    expect(possible({ code: 4, against: 4 })).toEqual({ code: 4, against: -1 });
    expect(possible({ code: 4, against: RUNNER_UP })).toEqual({ code: 4, against: -1 });
    expect(possible({ code: -1, against: 4 })).toEqual({ code: -1, against: -1 });
    expect(targetOf(possible({ code: -1, against: RUNNER_UP }))).toEqual({ kind: "predicted", against: "runner-up" });
    expect(targetOf({ code: 4, against: 2 })).toEqual({ kind: "class", code: 4, against: 2 });
    expect(targetOf({ code: 4, against: -1 })).toEqual({ kind: "class", code: 4 });
  });
});
