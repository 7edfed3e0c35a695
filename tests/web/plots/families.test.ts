import { expect, test } from "vitest";
import { familiesOf, wordsOf } from "../../../web/src/plots/families";

const sets = (...lists: string[]) => lists.map((list) => new Set(list.split(" ")));

test("what has a term above in common is one family, split where it comes nearest to halves", () => {
  const features = sets(
    "cell lymphocyte T CD4",
    "cell lymphocyte T CD8",
    "cell lymphocyte B",
    "cell lymphocyte B plasma",
    "cell myeloid monocyte",
    "cell myeloid monocyte classical",
    "cell neuron",
    "cell neuron",
  );
  expect(familiesOf(features, 2)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
  expect(familiesOf(features, 4)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
});

test("what nothing divides stays together, and there are never more families than asked for", () => {
  expect(familiesOf(sets("a", "a", "a"), 9)).toEqual([0, 0, 0]);
  expect(familiesOf([], 9)).toEqual([]);
  const many = Array.from({ length: 100 }, (_, i) => new Set([`by2 ${i % 2}`, `by3 ${i % 3}`, `by4 ${i % 4}`, `by5 ${i % 5}`, String(i)]));
  const found = familiesOf(many, 9);
  expect(new Set(found).size).toBeLessThanOrEqual(9);
  expect(new Set(found).size).toBeGreaterThan(5);
  expect(found).toHaveLength(100);
});

test("names that no ontology knows are near by their words", () => {
  const names = ["Tem/Effector helper T cells", "Regulatory T cells", "Naive B cells", "Memory B cells"];
  expect(familiesOf(names.map(wordsOf), 2)).toEqual([0, 0, 1, 1]);
});
