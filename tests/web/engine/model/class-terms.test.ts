import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import { RULE_TERMS, termOfClass } from "../../../../web/src/engine/model/class-terms";
import { Ontology } from "../../../../web/src/engine/steps/trust/is-a";

const ontology = new Ontology(readFileSync(join(root, "web/public/ontology/terms.tsv"), "utf8"));
const nameOf = (label: string) => {
  const found = termOfClass(label, ontology);
  return found && `${found.by}: ${ontology.nameOf(found.id)}`;
};

test("every term that a rule gives is a cell type of the ontology", () => {
  expect(RULE_TERMS.length).toBeGreaterThan(80);
  for (const name of RULE_TERMS) expect(ontology.termOf(name), name).toMatch(/^CL:/);
});

describe("a class as a published model names it", () => {
  test.each([
    ["CD16+ NK cells", "rule: CD16-positive, CD56-dim natural killer cell, human"],
    ["CD16- NK cells", "rule: CD16-negative, CD56-bright natural killer cell, human"],
    ["NK_CD56bright_CD16-", "rule: CD16-negative, CD56-bright natural killer cell, human"],
    ["Tem/Effector helper T cells", "rule: CD4-positive, alpha-beta T cell"],
    ["T_CD4/CD8", "rule: T cell"],
    ["Trm_Th1/Th17", "rule: CD4-positive, alpha-beta T cell"],
    ["CD4.Naive", "rule: naive thymus-derived CD4-positive, alpha-beta T cell"],
    ["B_non-switched_memory", "rule: unswitched memory B cell"],
    ["B_switched_memory", "rule: class switched memory B cell"],
    ["C1_CD16_mono", "rule: non-classical monocyte"],
    ["Nonclassical monocytes", "rule: non-classical monocyte"],
    ["Intermediate macrophages", "rule: macrophage"],
    ["Megakaryocyte-erythroid-mast cell progenitor", "rule: hematopoietic precursor cell"],
    ["pDC", "name: plasmacytoid dendritic cell"],
    ["Memory B cells", "name: memory B cell"],
    ["hepatocyte", "name: hepatocyte"],
  ])("%s", (label, expected) => {
    expect(nameOf(label)).toBe(expected);
  });

  test.each(["T/B doublets", "Cycling", "B_malignant", "Unassigned", "pDC precursor", "DC precursor", "Megakaryocytes/platelets", "3"])(
    "%s stays as it is: no term contains all its cells",
    (label) => {
      expect(nameOf(label)).toBeUndefined();
    },
  );
});
