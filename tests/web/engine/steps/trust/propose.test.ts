import { expect, test } from "vitest";
import { proposedClass } from "../../../../../web/src/engine/steps/trust/propose";

const names = ["CD4-positive, alpha-beta T cell", "CD8-positive, alpha-beta T cell", "natural killer cell", "B cell", "oligodendrocyte"];
const classes = [...names, "oligodendrocyte precursor cell", "classical monocyte"].map((label) => ({ label, ontologyId: "" }));
const proposed = (label: string) => classes[proposedClass(label, classes) ?? -1]?.label;

test("a label that shares words with one class, or with a synonym of it, has that class proposed", () => {
  expect(proposed("CD8 T exhausted")).toBe("CD8-positive, alpha-beta T cell");
  expect(proposed("NK_cycling")).toBe("natural killer cell");
  expect(proposed("mature oligodendrocyte")).toBe("oligodendrocyte");
});

test("nothing is proposed for labels that name no type, share no words, or are as near to two classes", () => {
  expect(proposed("malignant oligodendrocyte")).toBeUndefined();
  expect(proposed("doublet B cell")).toBeUndefined();
  expect(proposed("cluster 7")).toBeUndefined();
  expect(proposed("T")).toBeUndefined();
});
