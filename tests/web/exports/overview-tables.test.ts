import { expect, test } from "vitest";
import { markGroup, renameGroup } from "../../../web/src/contract/annotation-edits";
import type { HeadInfo, ModelInfo } from "../../../web/src/contract/types";
import { limitsHtml, overviewHtml } from "../../../web/src/exports/overview-html";
import { clusterRows, namesOfClusters, whereTheyDiffer, type MainScores } from "../../../web/src/exports/overview-tables";
import { started } from "../support/annotation";

const TERMS: Record<string, string> = { "T cell": "CL:1", "CD4 T cell": "CL:2", "B cell": "CL:3", mine: "" };
const NO_CLASS = 65_535;

function said(name: string, labels: string[], codes: number[]): MainScores {
  const classes = labels.map((label) => ({ label, ontologyId: TERMS[label]! }));
  const head = { phenotype: "cell_type", classes, temperature: 1 } as unknown as HeadInfo;
  const model = { name, title: name.toUpperCase(), heads: [head], limits: "Blood <only>.", trainedOn: "Cells.", citation: "" } as ModelInfo;
  const n = codes.length;
  const scores = { model: name, phenotype: "cell_type", cells: n, k: 1, top: Uint16Array.from(codes) };
  return { model, head, scores: { ...scores, probability: new Float32Array(n).fill(0.9), entropy: new Float32Array(n) } };
}
const above = async (ids: string[]) => ids.map((id) => (id === "CL:2" ? ["CL:2", "CL:1"] : [id]));

test("a finer and a coarser name agree; other labels differ, most cells first", async () => {
  const first = said("a", ["T cell", "B cell"], [0, 0, 1, 1, 0, 1, NO_CLASS]);
  const second = said("b", ["CD4 T cell", "B cell", "mine"], [0, 1, 1, 2, 2, 2, 0]);
  const found = await whereTheyDiffer([first, second], 7, above);
  expect(found).toMatchObject({ models: ["A", "B"], cells: 6, differ: 4 });
  expect(found!.pairs).toEqual([
    { labels: ["B cell", "mine"], cells: 2 },
    { labels: ["T cell", "B cell"], cells: 1 },
    { labels: ["T cell", "mine"], cells: 1 },
  ]);
  expect(await whereTheyDiffer([first], 7, above)).toBeNull();
});

test("a cluster has its name and what most of its cells are called; the report holds both", async () => {
  const clusters = Int32Array.of(0, 0, 0, 1, -1);
  const model = said("a", ["T cell", "B cell"], [0, 0, 1, NO_CLASS, 1]);
  const annotation = markGroup(renameGroup(started([0, 0, 0, 1, -1], ["0", "1"]), "0", "T <cell>", ""), "1", "doublet");
  const names = namesOfClusters(clusters, 2, annotation);
  expect(names).toEqual(["T <cell>", "doublet"]);
  const rows = clusterRows(clusters, [3, 1], names, [model]);
  expect(rows).toEqual([
    { cluster: "0", cells: 3, name: "T <cell>", says: [{ label: "T cell", share: 2 / 3 }] },
    { cluster: "1", cells: 1, name: "doublet", says: [{ label: "", share: 0 }] },
  ]);
  const summary = { phenotype: "cell_type", cells: 4, meanProbability: 0.9, meanEntropy: 0, meanEntropyNorm: 0, classes: [] };
  const html = overviewHtml({
    maps: [],
    types: [{ model: model.model, summary }],
    differing: await whereTheyDiffer([model, said("b", ["B cell"], [0, 0, 0, 0, 0])], 5, above),
    clusters: { resolution: 1, rows },
    quality: null,
  });
  expect(html).toContain("T &lt;cell&gt;");
  expect(html).toContain("66.7%");
  expect(html).toContain("2 of 4 cells that both label (50.0%)");
  const coverage = [{ model: "a", found: 9, vocabulary: 10, verdict: "ok" as const, reason: "" }];
  expect(limitsHtml([model.model], coverage)).toContain("Blood &lt;only&gt;. Trained on: Cells. 9 of its 10 genes are in the file.");
});
