import { expect, test } from "vitest";
import type { AnnotationReport } from "../../../web/src/contract/annotation";
import { acceptName, markGroup, noteGroup } from "../../../web/src/contract/annotation-edits";
import { annotationHtml } from "../../../web/src/exports/annotation-report";
import { annotationJson } from "../../../web/src/exports/annotation-summary";
import { started } from "../support/annotation";

const named = noteGroup(
  markGroup(
    acceptName(started([0, 0, 1, 2]), "a", {
      name: "B <cell>",
      ontologyId: "CL:0000236",
      source: "consensus",
      confidence: 0.9,
      mark: "named",
    }),
    "b",
    "doublet",
  ),
  "b",
  "two & two",
);

const report: AnnotationReport = {
  by: "leiden",
  rows: [
    {
      group: "a",
      cells: 2,
      models: [
        { model: "m", label: "B cell", ontologyId: "", share: 1, labelled: 1, probability: 0.9, entropy: 0.1, far: null, voted: null },
      ],
      consensus: null,
      covering: null,
      probability: 0.9,
      entropy: 0.1,
      far: null,
      suggestion: { name: "B cell", ontologyId: "CL:0000236", source: "m", confidence: 1, mark: "named" },
      topGenes: ["CD79A", "MS4A1"],
      markers: { label: "B cell", found: ["CD79A"], missing: ["CD19"] },
      rather: null,
      quality: { totals: 2000, detected: 812.4, mitochondrial: null },
      donors: [
        { level: "d1", cells: 1, share: 0.5 },
        { level: "d2", cells: 1, share: 0.5 },
      ],
      batches: null,
      doublets: null,
      color: "amber",
      doubts: [{ kind: "few cells", color: "amber", says: "2 cells only" }],
    },
  ],
  models: ["m"],
  donors: "donor",
  batch: null,
  quality: { totals: 2000, detected: 800, mitochondrial: null },
  markers: { source: "built-in", classes: 1 },
  seconds: 0,
  notes: ["a note"],
};

test("the section has a row a group, its words escaped, and says which has no name", () => {
  const html = annotationHtml({ annotation: named, report });
  expect(html.match(/<tr>/g)).toHaveLength(4);
  for (const words of ["B &lt;cell&gt;", "doublet", "two &amp; two", "not named", "m: B cell 1.00", "1 of 2", "812", "d1 50%, d2 50%"])
    expect(html).toContain(words);
  expect(html).not.toContain("<cell>");
});

test("the summary has every figure of a group, and sizes where nothing is known", () => {
  const json = annotationJson(named, report) as { groups: Record<string, unknown>[]; notes: string[] };
  expect(json.notes).toEqual(["a note"]);
  expect(json.groups[0]).toMatchObject({
    id: "a",
    name: "B <cell>",
    ontology_term_id: "CL:0000236",
    cells: 2,
    accepted: true,
    light: "amber",
  });
  expect(json.groups[0]).toMatchObject({ topGenes: ["CD79A", "MS4A1"], quality: { detected: 812.4 } });
  expect(json.groups[1]).toMatchObject({ name: "doublet", ontology_term_id: "", cells: 1, note: "two & two" });
  expect(json.groups[2]).toMatchObject({ name: "", cells: 1 });
  expect(json.groups[2]).not.toHaveProperty("light");
});
