import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import type { HeadInfo } from "../../../../../web/src/contract/types";
import { Ontology } from "../../../../../web/src/engine/steps/trust/is-a";
import { sameClasses } from "../../../../../web/src/engine/steps/trust/same-class";

const ontology = new Ontology(readFileSync(join(root, "web/public/ontology/terms.tsv"), "utf8"));
/** `name` alone, or `name = term`. */
const head = (...classes: string[]): HeadInfo => ({
  phenotype: "cell_type",
  temperature: 1,
  classes: classes.map((one) => {
    const [label = "", term] = one.split(" = ");
    return { label, ontologyId: term === undefined ? "" : ontology.termOf(term)! };
  }),
});
const related = (first: HeadInfo, second: HeadInfo) => {
  const found = sameClasses(first, second, ontology);
  const n = second.classes.length;
  return first.classes.map(({ label }, i) => `${label}: ${Array.from(found.subarray(i * n, (i + 1) * n)).join(" ")}`);
};

const CD4 = "CD4-positive, alpha-beta T cell";
const CD8 = "CD8-positive, alpha-beta T cell";

describe("classes of two models", () => {
  test("are one by their term or their name, whatever the case; others are two", () => {
    expect(related(head("Bcell = B cell", "Odd"), head("B = B cell", "odd", "NK = natural killer cell"))).toEqual([
      "Bcell: 0 1 1",
      "Odd: 1 0 1",
    ]);
  });

  test("several of one model that are one term are each the same as the other's", () => {
    const first = head(`Tem/Effector helper = ${CD4}`, `Tcm/Naive helper = ${CD4}`, `Cytotoxic = ${CD8}`);
    expect(related(first, head(`CD4 = ${CD4}`, `CD8 = ${CD8}`))).toEqual([
      "Tem/Effector helper: 0 1",
      "Tcm/Naive helper: 0 1",
      "Cytotoxic: 1 0",
    ]);
  });

  test("a coarser or finer one does not contradict where a model knows no better", () => {
    const fine = head(`CD4 = ${CD4}`, `CD8 = ${CD8}`, "B = B cell");
    expect(related(fine, head("T = T cell", "B = B cell"))).toEqual(["CD4: 0 1", "CD8: 0 1", "B: 1 0"]);
    expect(related(head("T = T cell", "B = B cell"), fine)).toEqual(["T: 0 0 1", "B: 1 1 0"]);
    // Where both know both, a T cell is not a CD4 T cell.
    const both = head("T = T cell", `CD4 = ${CD4}`);
    expect(related(both, both)).toEqual(["T: 0 1", "CD4: 1 0"]);
  });

  test("one that nothing in the other model is related to is not compared", () => {
    expect(related(head("neuron = neuron", "B = B cell"), head("B = B cell", "T = T cell"))).toEqual(["neuron: 255 255", "B: 0 1"]);
    expect(related(head("cluster 3"), head("B = B cell"))).toEqual(["cluster 3: 255"]);
  });
});
