import { beforeEach, describe, expect, test } from "vitest";
import type { CompareDesign, ExpressionTable } from "../../../../../web/src/contract/compare";
import { countsMatrix, inOrder } from "../../../../../web/src/contract/compare-columns";
import type { Column, FileInfo, MatrixInfo } from "../../../../../web/src/contract/types";
import { sampleOrder, testable, typeOrder } from "../../../../../web/src/app/features/compare/design-card";
import { splitWords } from "../../../../../web/src/app/features/compare/cells-card";
import * as compare from "../../../../../web/src/app/features/compare/state";
import { donors } from "../../../../../web/src/app/features/trust/state";
import { fromHash, toHash } from "../../../../../web/src/app/share/link";
import { comparePart } from "../../../../../web/src/app/share/view-parts";
import * as state from "../../../../../web/src/app/store";

const column = (name: string, values: readonly string[]): Column => {
  const categories = [...new Set(values)];
  return { name, kind: "category", categories, codes: Int32Array.from(values, (value) => categories.indexOf(value)) };
};
const COLUMNS = [
  column("stim", ["a", "ctrl", "b", "nan", "ctrl", "a"]),
  column("donor", ["d1", "d2", "d3", "d1", "d2", "d3"]),
  column("cell_type", ["T", "B", "T", "B", "T", "B"]),
  column("batch", ["1", "2", "1", "2", "1", "2"]),
];
const open = () => {
  state.info.value = {
    name: "file.h5ad",
    fingerprint: "f",
    matrix: "X",
    matrices: [
      { path: "X", values: "log1p" },
      { path: "layers/counts", values: "counts" },
    ] as unknown as MatrixInfo[],
    columns: COLUMNS.map((one) => ({ name: one.name, kind: one.kind, categories: one.kind === "number" ? 0 : one.categories.length })),
    coverage: [],
  } as unknown as FileInfo;
  state.columns.value = new Map(COLUMNS.map((one) => [one.name, one]));
  donors.value = "donor";
};

beforeEach(() => {
  state.phase.value = "open";
  state.forgetAll("file");
  open();
});

describe("the question", () => {
  test("is guessed: the condition with its control, the donors, the types, a matrix of counts", () => {
    expect(compare.question.value).toEqual({
      matrix: "layers/counts",
      condition: "stim",
      levels: ["a", "ctrl"],
      donors: "donor",
      types: { kind: "column", column: "cell_type" },
      covariates: [],
      pairing: "auto",
      minCells: 10,
    });
    expect(compare.conditionLevels.value).toEqual([
      { label: "a", cells: 2 },
      { label: "ctrl", cells: 2 },
      { label: "b", cells: 1 },
    ]);
  });

  test("is what was chosen, and as usual in what the file does not have", () => {
    compare.ask({ levels: ["ctrl", null], covariates: ["batch", "gone", "stim"], least: 3, types: "column:batch", condition: "no such" });
    expect(compare.question.value).toMatchObject({
      condition: "stim",
      levels: ["ctrl", null],
      covariates: ["batch"],
      minCells: 3,
      types: { kind: "column", column: "batch" },
    });
    compare.ask({ levels: ["ctrl", "gone"], types: "model" });
    expect(compare.question.value).toMatchObject({ levels: ["a", "ctrl"], types: { kind: "column", column: "cell_type" } });
    compare.ask({ levels: undefined, covariates: undefined });
    expect(compare.asked.value).toEqual({ least: 3, types: "model", condition: "no such" });
  });

  test("has no donors where no column names them, or where the condition does", () => {
    donors.value = "";
    expect(compare.question.value?.donors).toBeNull();
    donors.value = "stim";
    expect(compare.question.value?.donors).toBeNull();
  });

  test("is asked again when another grouping has the same name", () => {
    const before = compare.compositionKey.value;
    expect(compare.compositionKey.value).toBe(before);
    compare.ask({ transform: "arcsin" });
    expect(compare.compositionKey.value).not.toBe(before);
    expect(compare.expressionKey.value).toBe(JSON.stringify([compare.key.value, false]));
  });

  test("is forgotten with the file, and kept where a link asked before the first file", () => {
    compare.ask({ condition: "batch" });
    state.forgetAll("file");
    expect(compare.asked.value).toEqual({});
    compare.ask({ condition: "batch" });
    state.phase.value = "first";
    state.forgetAll("file");
    expect(compare.asked.value).toEqual({ condition: "batch" });
  });
});

test("levels: of two the control comes second; of more one is compared with the control, or with the rest", () => {
  expect(inOrder("ctrl", "stim")).toEqual(["stim", "ctrl"]);
  expect(inOrder("stim", "ctrl")).toEqual(["stim", "ctrl"]);
  expect(compare.usualLevels(["normal", "AML", "ALL"])).toEqual(["AML", "normal"]);
  expect(compare.usualLevels(["d0", "d7", "d14"])).toEqual(["d0", null]);
  expect(compare.usualLevels(["one"])).toBeNull();
});

test("counts are compared where the file has any", () => {
  const matrices = (...kinds: string[]) => ({ matrices: kinds.map((values, i) => ({ path: `m${i}`, values })) as unknown as MatrixInfo[] });
  expect(countsMatrix(matrices("counts", "counts"), "m1")).toBe("m1");
  expect(countsMatrix(matrices("log1p", "counts"), "m0")).toBe("m1");
  expect(countsMatrix(matrices("log1p"), "m0")).toBe("m0");
});

test("what was chosen goes through a link and comes back the same", () => {
  const asked: compare.CompareView = {
    compared: "expression",
    condition: "stim: day~1",
    levels: ["IFN-β, high", null],
    types: "column:cell:type",
    covariates: ["a:b", "sex, at birth"],
    pairing: "paired",
    least: 25,
    transform: "arcsin",
    weights: "samples",
    within: "CD14+ monocyte",
    counted: "ISG15",
  };
  expect(comparePart(fromHash(toHash(asked)))).toEqual(asked);
  expect(comparePart(fromHash(toHash({ levels: ["a", "b:c"] })))).toEqual({ levels: ["a", "b:c"] });
  expect(fromHash("levels=a:b:c&least=0&compared=all")).toEqual({});
});

const design = (kind: CompareDesign["kind"], samples: [string, 0 | 1][]) =>
  ({
    kind,
    samples: samples.map(([donor, side]) => ({ donor, side, cells: 1 })),
    types: [{ isTested: true }, { isTested: false }],
    sides: [{ donors: 3 }, { donors: 1 }],
    tested: kind === "unknown" ? "none" : kind === "paired" ? "paired" : "independent",
    both: 2,
  }) as unknown as CompareDesign;

test("donors in both conditions are read together, others by condition, numbers in their order", () => {
  const pairs = design("paired", [
    ["d10", 1],
    ["d2", 1],
    ["d10", 0],
    ["d2", 0],
  ]);
  expect(sampleOrder(pairs)).toEqual([3, 1, 2, 0]);
  expect(testable(pairs)).toBe("1 of 2 types can be tested, within 2 donors");
  const apart = design("independent", [
    ["d10", 1],
    ["d2", 0],
    ["d1", 0],
  ]);
  expect(sampleOrder(apart)).toEqual([2, 1, 0]);
  expect(testable(apart)).toBe("1 of 2 types can be tested, 3 with 1 donor");
  expect(testable(design("unknown", []))).toBe("Described only");
});

test("types that can be tested come first, of either kind those with most cells", () => {
  const types = [
    [false, 1, 90],
    [true, 5, 5],
    [true, 30, 1],
    [false, 200, 0],
  ].map(([isTested, ...cells]) => ({ isTested, cells })) as unknown as CompareDesign["types"];
  expect(typeOrder({ types })).toEqual([2, 1, 3, 0]);
});

test("genes are listed by their p, and by their change where nothing is tested", () => {
  const table = (p: number[], change: number[]) =>
    ({ p: Float64Array.from(p), logFoldChange: Float64Array.from(change) }) as Pick<ExpressionTable, "p" | "logFoldChange">;
  expect(compare.byEvidence(table([0.5, 0.01, NaN], [1, 0, 9]))).toEqual([1, 0, 2]);
  expect(compare.byEvidence(table([NaN, NaN, NaN], [1, -3, 2]))).toEqual([1, 2, 0]);
});

test("false positives of the splits are said with their number", () => {
  const split = { type: "T", byCells: 9, byDonors: 2, split: "ctrl", donors: 6, distinct: 10 };
  expect(splitWords({ ...split, splitByCells: [3, 9, 4], splitByDonors: [0, 1, 0] })).toContain(
    "6 donors of ctrl are split into two halves, so that nothing differs (3 of 10 ways), cells as units find a median of 4 genes " +
      "(at most 9), donors as units 0 (at most 1).",
  );
  expect(splitWords({ ...split, splitByCells: [], splitByDonors: [] })).toContain("Under four donors");
});
