import { expect, test } from "vitest";
import { acceptName, markGroup } from "../../../web/src/contract/annotation-edits";
import type { HeadInfo, StudyInfo } from "../../../web/src/contract/types";
import type { IdColumns } from "../../../web/src/exports/cell-ids";
import { cellTableCsv, type CellTableParts } from "../../../web/src/exports/cell-table";
import { started } from "../support/annotation";

const NO_CLASS = 65_535;
const classes = ["B cell", "T cell"].map((label) => ({ label, ontologyId: "" }));
const head = { phenotype: "cell_type", classes, temperature: 1 } as unknown as HeadInfo;
const names = {
  read: async (first: number, count: number) => Array.from({ length: count }, (_, i) => `c${first + i}`),
  hasPosition: false,
};
const nothing: CellTableParts = {
  annotation: null,
  models: [],
  consensus: null,
  clusters: null,
  umap: null,
  quality: {},
  doublets: null,
};

async function rows(cells: number, parts: Partial<CellTableParts>, beside: IdColumns = {}): Promise<string[][]> {
  let text = "";
  for await (const part of cellTableCsv({ ...names, ...beside }, cells, { ...nothing, ...parts })) text += part;
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
}

test("a cell's row has its names, predictions, cluster, place and quality; what is not known is empty", async () => {
  let annotation = started([0, 1, -1], ["0", "1"]);
  annotation = acceptName(annotation, "0", { name: "B cell", ontologyId: "CL:0000236", source: "user", confidence: null, mark: "named" });
  annotation = markGroup(annotation, "1", "doublet");
  const scores = {
    model: "m",
    phenotype: "cell_type",
    cells: 3,
    k: 2,
    top: Uint16Array.of(0, 1, 1, 0, NO_CLASS, NO_CLASS),
    probability: Float32Array.of(0.75, 0.25, 0.5, 0.5, 0, 0),
    entropy: Float32Array.of(0.5, 0.625, NaN),
  };
  const found = await rows(3, {
    annotation,
    models: [{ name: "m", head, scores, known: { labels: ["B cell", "lymphocyte", "unknown"], codes: Int32Array.of(0, 1, 2) } }],
    clusters: Int32Array.of(0, 1, -1),
    umap: Float32Array.of(1, 2, 3, 4, NaN, NaN),
    quality: { detected: Float32Array.of(10, 20, 0) },
    doublets: { scores: Float32Array.of(0.125, 0.5, NaN), predicted: Uint8Array.of(0, 1, 0) },
  });
  expect(found).toEqual([
    "cell_id,name,name_ontology_term_id,m_cell_type,m_cell_type_probability,m_cell_type_entropy,m_cell_type_known"
      .split(",")
      .concat("cluster,umap1,umap2,genes_detected,doublet_score,predicted_doublet".split(",")),
    ["c0", "B cell", "CL:0000236", "B cell", "0.75", "0.5", "B cell", "0", "1", "2", "10", "0.125", "False"],
    ["c1", "doublet", "", "T cell", "0.5", "0.625", "lymphocyte", "1", "3", "4", "20", "0.5", "True"],
    ["c2", "", "", "", "", "", "unknown", "", "", "", "0", "", ""],
  ]);
});

test("what was not computed has no columns", async () => {
  expect(await rows(1, {})).toEqual([["cell_id"], ["c0"]]);
});

test("of several files, each cell's row says which one it is from", async () => {
  const samples = [
    { sample: "a", cells: 2 },
    { sample: "b", cells: 1 },
  ] as StudyInfo["samples"];
  expect(await rows(3, { clusters: Int32Array.of(0, 1, 1) }, { hasPosition: true, study: { column: "sample", samples } })).toEqual([
    ["cell_id", "position", "sample", "cluster"],
    ["c0", "0", "a", "0"],
    ["c1", "1", "a", "1"],
    ["c2", "2", "b", "1"],
  ]);
});
