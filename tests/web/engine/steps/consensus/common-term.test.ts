import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import { CommonTerms } from "../../../../../web/src/engine/steps/consensus/common-term";
import { Ontology } from "../../../../../web/src/engine/steps/trust/is-a";

const ontology = new Ontology(readFileSync(join(root, "web/public/ontology/terms.tsv"), "utf8"));
const common = new CommonTerms(ontology);
const CD4 = "CD4-positive, alpha-beta T cell";
const CD8 = "CD8-positive, alpha-beta T cell";

describe("what most of some labels are or lie below", () => {
  test.each<[string[], [string, number] | null]>([
    [
      [CD4, CD4],
      [CD4, 2],
    ],
    [
      [CD4, CD8],
      ["mature alpha-beta T cell", 2],
    ],
    [
      [CD4, CD4, "monocyte"],
      [CD4, 2],
    ],
    [
      ["naive B cell", "B cell"],
      ["B cell", 2],
    ],
    [
      ["B cell", "natural killer cell"],
      ["lymphocyte", 2],
    ],
    [
      ["neuron", "astrocyte"],
      ["neural cell", 2],
    ],
    [
      ["hepatocyte", "enterocyte"],
      ["epithelial cell", 2],
    ],
    // What they share is no type: cells that secrete, that move, that have a nucleus.
    [["fibroblast", "enterocyte"], null],
    [["goblet cell", "plasma cell"], null],
  ])("%s: %s", (labels, expected) => {
    const found = common.of(labels.map((label) => ontology.termOf(label)!));
    expect(found && [ontology.nameOf(found.term), found.models]).toEqual(expected);
  });

  test("is the same in any order, and no finer term has as many", () => {
    const labels = [CD4, "regulatory T cell", "natural killer cell", "B cell"].map((label) => ontology.termOf(label)!);
    const found = common.of(labels)!;
    expect(common.of([...labels].reverse())).toEqual(found);
    for (const term of ontology.sizes().keys()) {
      const models = labels.filter((label) => ontology.isA(label, term)).length;
      if (models * 2 > labels.length) expect(ontology.sizes().get(term)!).toBeGreaterThanOrEqual(ontology.sizes().get(found.term)!);
    }
  });

  test("terms below a term are counted once however many ways lead there", () => {
    const below = (name: string) => [...ontology.sizes().keys()].filter((term) => ontology.above(term).has(ontology.termOf(name)!));
    // Terms without any below them are not among the sizes' keys: recounted over all that lie below.
    expect(below("T cell").length).toBeGreaterThan(20);
    expect(ontology.sizes().get(ontology.termOf("T cell")!)!).toBeGreaterThan(below("T cell").length);
  });
});
