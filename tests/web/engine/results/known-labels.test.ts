import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import type { HeadInfo } from "../../../../web/src/contract/types";
import { SupportedLabel } from "../../../../web/src/engine/results/known-labels";
import { Ontology } from "../../../../web/src/engine/steps/trust/is-a";

const ontology = new Ontology(readFileSync(join(root, "web/public/ontology/terms.tsv"), "utf8"));
const classes = [
  ["CD4-positive, alpha-beta T cell", "CL:0000624"],
  ["CD8-positive, alpha-beta T cell", "CL:0000625"],
  ["hepatocyte", "CL:0000182"],
  ["a class without a term", ""],
].map(([label, ontologyId]) => ({ label: label!, ontologyId: ontologyId! }));
const head = { phenotype: "cell_type", classes, temperature: 1 } as unknown as HeadInfo;
const NO_CLASS = 65_535;

/** A cell of the two best classes and what they have. */
const told = (top: [number, number], probability: [number, number], least = 0.5) =>
  new SupportedLabel({ head, k: 2, top: Uint16Array.from(top), probability: Float32Array.from(probability) }, ontology, least).of(0);

test("a class that is sure keeps its label; mass spread below a term is that term's; what nothing supports is unknown", () => {
  expect(told([0, 1], [0.5, 0.4])).toBe(classes[0]!.label);
  expect(told([0, 1], [0.4, 0.3])).toBe("mature alpha-beta T cell");
  expect(told([0, 1], [0.4, 0.3], 0.8)).toBe("unknown");
  expect(told([0, 2], [0.45, 0.45])).toBe("unknown");
  expect(told([3, 2], [0.45, 0.1])).toBe("unknown");
  expect(told([3, 2], [0.6, 0.1])).toBe("a class without a term");
  expect(told([NO_CLASS, NO_CLASS], [0, 0])).toBe("unknown");
});
