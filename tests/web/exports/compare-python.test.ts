import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import type { CompareDesign, CompareQuestion } from "../../../web/src/contract/compare";
import type { FileInfo } from "../../../web/src/contract/types";
import { comparePython, type ComparePythonQuestion } from "../../../web/src/exports/compare-python";

const info = {
  name: "a.h5ad",
  cells: 7,
  genes: 5,
  matrices: [{ path: "layers/counts", genes: 5, values: "counts", scale: { stored: "counts" } }],
};
const question: CompareQuestion = {
  matrix: "layers/counts",
  condition: 'arm "x"',
  donors: "donor",
  types: { kind: "column", column: "type" },
  covariates: ["age", "sex"],
  pairing: "auto",
  minCells: 12,
};
const design = {
  levels: [{ label: "stim" }, { label: "ctrl" }, { label: "none" }],
  sides: [{ label: "stim" }, { label: "ctrl" }],
  tested: "paired",
  refusals: [],
  covariates: [
    { column: "age", isUsed: true, words: "taken out" },
    { column: "sex", isUsed: false, words: "not needed" },
  ],
  types: [
    { type: "T", isTested: true },
    { type: "B", isTested: false },
  ],
} as unknown as CompareDesign;
const script = (given: Partial<ComparePythonQuestion> = {}) =>
  comparePython({ version: "1", path: "/data/a.h5ad", info: info as unknown as FileInfo, question, design, ...given });

/** Whether Python can read a script. */
const parsed = (text: string) => execFileSync("python3", ["-c", "import ast, sys; ast.parse(sys.stdin.read())"], { input: text });

test("pairs are blocked by donor, covariates in use are in the model, and types that are only described are not fitted", () => {
  const text = script();
  parsed(text);
  expect(text).toContain('source.X = adata.layers["counts"]');
  expect(text).toContain('design="~donor + covariate0 + condition"');
  expect(text).toContain("y ~ donor + covariate0 + C(condition, Treatment('other'))");
  expect(text).toContain('for name in ["T"]:');
  expect(text).toContain('transform("nunique") == 2');
  expect(text).toContain(">= 12");
  expect(text).toContain("# Not taken out: sex (not needed)");
});

test("where nothing is tested there is no p value in Python either; one level may be compared with the rest", () => {
  const none = { ...design, tested: "none", refusals: ["No p value is given: because."], covariates: [] } as CompareDesign;
  const text = script({ design: none, question: { ...question, donors: null, levels: ["stim", null] } });
  parsed(text);
  expect(text).toContain("No p value is given: because.");
  expect(text).not.toContain("pvalues");
  expect(text).not.toContain("DeseqDataSet(");
  expect(text).toContain('condition.isin(["ctrl", "none"])');
});

test("types that are not in the file are refused", () => {
  const types = { kind: "model", model: "m", phenotype: "cell_type" } as const;
  expect(() => script({ question: { ...question, types } })).toThrow("types that a column of the file names");
});

test("numbers that name levels are words as on the page: 1.0 is 1", () => {
  const text = script();
  const words = /^def words\(name\):\n(?: {4}.*\n)+/m.exec(text)![0];
  expect(text).toContain('condition = words("arm');
  expect(words).toContain("str(int(value)) if value == int(value)");
});
