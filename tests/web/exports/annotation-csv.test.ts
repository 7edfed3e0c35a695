import { expect, test } from "vitest";
import type { AnnotationReport, AnnotationRow } from "../../../web/src/contract/annotation";
import { acceptName, markGroup, mergeGroups, noteGroup } from "../../../web/src/contract/annotation-edits";
import { annotationCsv, annotationTable } from "../../../web/src/exports/annotation-csv";
import { toCsv } from "../../../web/src/exports/table-csv";
import { started } from "../support/annotation";

const offered = { name: "B cell", ontologyId: "CL:0000236", source: "consensus", confidence: 0.91, mark: "named" as const };
const mine = noteGroup(
  markGroup(mergeGroups(acceptName(started([0, 1, 2, 1, -1, 3], ["a", "b", "c", "d"]), "b", offered), ["a", "c"]), "a + c", "doublet"),
  "b",
  "CD79A, clear",
);

test("annotation.csv has a row a cell; cells of no group, and of one without a name, have none", async () => {
  const names = {
    read: async (first: number, count: number) => Array.from({ length: count }, (_, i) => `cell${first + i}`),
    hasPosition: false,
  };
  let text = "";
  for await (const lines of annotationCsv(names, mine)) text += lines;
  expect(text.trim().split("\n")).toEqual([
    "cell_id,group,name,ontology_term_id,confidence,source",
    "cell0,a + c,doublet,,,user",
    "cell1,b,B cell,CL:0000236,0.91,consensus",
    "cell2,a + c,doublet,,,user",
    "cell3,b,B cell,CL:0000236,0.91,consensus",
    "cell4,,,,,",
    "cell5,d,,,,",
  ]);
});

test("the supplement's table has a row a group, with what each model says", () => {
  const row: AnnotationRow = {
    group: "b",
    cells: 2,
    models: [
      {
        model: "linear",
        label: "B cell",
        ontologyId: "CL:0000236",
        share: 1,
        labelled: 1,
        probability: 0.93,
        entropy: 0.2,
        far: null,
        voted: null,
      },
    ],
    consensus: null,
    covering: null,
    probability: 0.93,
    entropy: 0.2,
    far: null,
    suggestion: offered,
    topGenes: ["CD79A", "MS4A1"],
    markers: { label: "B cell", found: ["CD79A"], missing: ["CD19"] },
    rather: null,
    quality: { totals: 2000, detected: 800, mitochondrial: 0.02 },
    donors: [{ level: "ann", cells: 2, share: 1 }],
    batches: null,
    doublets: null,
    color: "amber",
    doubts: [{ kind: "few donors", color: "amber", says: "all of one donor" }],
  };
  const report = { models: ["linear"], rows: [row] } as unknown as AnnotationReport;
  const { columns, rows } = annotationTable(mine, report);
  expect(rows.every((one) => one.length === columns.length)).toBe(true);
  const of = (group: string) => Object.fromEntries(columns.map((name, i) => [name, rows.find(([id]) => id === group)![i]]));
  expect(of("b")).toMatchObject({
    made_of: "b",
    cells: 2,
    name: "B cell",
    confidence: 0.91,
    accepted: "yes",
    note: "CD79A, clear",
    linear_label: "B cell",
    linear_far: "",
    top_genes: "CD79A MS4A1",
    markers_missing: "CD19",
    donors: "ann (2)",
    verdict: "use with caution",
    doubts: "all of one donor",
  });
  expect(of("a + c")).toMatchObject({ made_of: "a; c", cells: 2, name: "doublet", ontology_term_id: "", verdict: "" });
  expect(of("d")).toMatchObject({ name: "", accepted: "no", cells: 1 });
  expect(toCsv(annotationTable(mine, null)).split("\n")).toHaveLength(5);
});
