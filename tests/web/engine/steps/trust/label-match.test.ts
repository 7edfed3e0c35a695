import { expect, test } from "vitest";
import { matchLabels, truthOf } from "../../../../../web/src/engine/steps/trust/label-match";
import { plainLabel } from "../../../../../web/src/engine/steps/trust/plain-label";

const classes = [
  { label: "B cell", ontologyId: "CL:0000236" },
  { label: "natural killer cell", ontologyId: "CL:0000623" },
  { label: "classical monocyte", ontologyId: "CL:0000860" },
  { label: "lung adenocarcinoma line cell", ontologyId: "" },
];
const column = (values: string[]) => {
  const categories = [...new Set(values)];
  return { name: "cell_type", kind: "category" as const, categories, codes: Int32Array.from(values, (value) => categories.indexOf(value)) };
};
const by = (values: string[], ids: string[] | null = null, byHand = {}) =>
  Object.fromEntries(
    matchLabels(column(values), classes, ids && column(ids), byHand).map((match) => [match.label, [match.code, match.by]]),
  );

test("case, spaces, underscores and a plural s do not matter", () => {
  expect(plainLabel("  B_Cells ")).toBe(plainLabel("b cell"));
  expect(plainLabel("Natural  killer_cells")).toBe("natural killer cell");
  expect(plainLabel("virus mass")).toBe("virus mass");
});

test("labels match by ontology id, then by name, then by a common name", () => {
  expect(by(["CL:0000623", "b_cells", "CD14+ Mono", "Unheard of"])).toEqual({
    "CL:0000623": [1, "ontology"],
    b_cells: [0, "name"],
    "CD14+ Mono": [2, "synonym"],
    "Unheard of": [-1, "none"],
  });
});

test("a companion column of ontology ids wins over the name", () => {
  expect(by(["B cell", "other"], ["CL:0000623", "CL:0000860"])).toEqual({ "B cell": [1, "ontology"], other: [2, "ontology"] });
});

test("what was matched by hand wins, -1 meaning none", () => {
  expect(by(["B cell", "odd"], null, { "B cell": -1, odd: 3 })).toEqual({ "B cell": [-1, "none"], odd: [3, "hand"] });
});

test("labels the head does not know are listed and counted, most cells first", () => {
  const values = column(["odd", "odd", "B cell", "odd"]);
  const matches = matchLabels(values, classes, null, {});
  expect(matches.map(({ label, cells, code }) => [label, cells, code])).toEqual([
    ["odd", 3, -1],
    ["B cell", 1, 0],
  ]);
  expect([...truthOf(values, matches)]).toEqual([-1, -1, 0, -1]);
});

test("labels meet classes by their words: order, signs and `cell` do not matter; malignant cells and doublets are of no type", () => {
  const atlas = [
    "CD4-positive, alpha-beta T cell",
    "classical monocyte",
    "natural killer cell",
    "oligodendrocyte",
    "microglial cell",
    "macrophage",
    "B cell",
  ].map((label) => ({ label, ontologyId: "" }));
  const found = (labels: string[], known = atlas) =>
    Object.fromEntries(matchLabels(column(labels), known, null, {}).map(({ label, code }) => [label, known[code]?.label ?? null]));
  expect(
    found(["T_CD4", "Mono_CD14", "reg. T cell", "CD16+ NK cells", "Oligodendrocytes (non-malignant)", "Microglia/Macrophage", "B-cells"]),
  ).toEqual({
    T_CD4: "CD4-positive, alpha-beta T cell",
    Mono_CD14: "classical monocyte",
    "reg. T cell": "CD4-positive, alpha-beta T cell",
    "CD16+ NK cells": "natural killer cell",
    "Oligodendrocytes (non-malignant)": "oligodendrocyte",
    "Microglia/Macrophage": "microglial cell",
    "B-cells": "B cell",
  });
  expect(found(["Oligodendrocytes (malignant)", "B/T doublet", "T cell"])).toEqual({
    "Oligodendrocytes (malignant)": null,
    "B/T doublet": null,
    "T cell": null,
  });
  // Free names meet free names, unless two classes have the same words.
  const own = ["NK", "T CD4", "CD4 T"].map((label) => ({ label, ontologyId: "" }));
  expect(found(["NK cells", "cd4 t cells"], own)).toEqual({ "NK cells": "NK", "cd4 t cells": null });
});
