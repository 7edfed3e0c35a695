import { expect, test } from "vitest";
import { readForGenes } from "../../../web/src/contract/read-for-genes";
import type { KnownMarkers, ModelInfo } from "../../../web/src/contract/types";

const model = (name: string, knownMarkers?: KnownMarkers) =>
  ({ name, title: name.toUpperCase(), heads: [{ phenotype: "cell_type", ...(knownMarkers ? { knownMarkers } : {}) }] }) as ModelInfo;
const models = [
  model("a", { among20: 0.6, auroc: 0.75, on: "blood" }),
  model("b", { among20: 0.5, auroc: 0.7, on: "blood" }),
  model("c", { among20: 0.9, auroc: 0.9, on: "brain" }),
  model("d"),
];

test("the model to read for genes is the one with more known markers, measured on the same cells", () => {
  expect(readForGenes(models, "b", "cell_type")).toBe(
    "For genes, read A: .60 of its first 20 genes per cell type are known markers, .50 of those of B (blood).",
  );
  expect(readForGenes(models, "a", "cell_type")).toBe("");
  expect(readForGenes(models, "c", "cell_type")).toBe("");
  expect(readForGenes(models, "d", "cell_type")).toBe("");
  expect(readForGenes(models, "b", "tissue")).toBe("");
});
