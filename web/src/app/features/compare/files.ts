import packageText from "../../../../../package.json?raw";
import type { CompareQuestion, CompositionReport, ExpressionReport, ExpressionTable } from "../../../contract/compare";
import { expressionTable } from "../../../exports/compare-csv";
import { save, saveText } from "../../../exports/save";
import { toCsv } from "../../../exports/table-csv";
import { call } from "../../engine-client";
import { showMessage } from "../../shell/message";
import * as state from "../../store";
import { baseName } from "../export/base-name";
import * as compare from "./state";

const version = () => (JSON.parse(packageText) as { version: string }).version;

/** Whether there is a comparison to be exported, and whether its expression was compared. */
export const hasComparison = () => compare.composition.value !== null;
export const hasExpression = () => compare.expression.value !== null;

function current(): { question: CompareQuestion; composition: CompositionReport } | null {
  const [question, composition] = [compare.question.value, compare.composition.value];
  return question && composition ? { question, composition } : null;
}

/** Genes of every type; what was shown is not asked for again. */
async function allTables({ types }: ExpressionReport, matrix: string): Promise<ExpressionTable[]> {
  const found: ExpressionTable[] = [];
  for (const { type } of types) found.push(compare.tables.value.get(type) ?? (await call("compareGenes", { matrix, type })));
  return found;
}

/** expression.csv, type by type: genes of every type. */
async function* expressionLines(report: ExpressionReport, matrix: string): AsyncGenerator<string> {
  for (const [i, table] of (await allTables(report, matrix)).entries()) {
    const text = toCsv(expressionTable([table]));
    yield i === 0 ? text : text.slice(text.indexOf("\n") + 1);
  }
}

export async function exportExpression(): Promise<void> {
  const [now, report] = [current(), compare.expression.value];
  if (!now || !report) return;
  // A blob of parts may lie on disk; one long string would not.
  const parts: Blob[] = [];
  for await (const text of expressionLines(report, now.question.matrix)) parts.push(new Blob([text]));
  save(new Blob(parts, { type: "text/csv;charset=utf-8" }), `${baseName()}-expression.csv`);
}

/** The comparison as one HTML file: what was computed of it so far; null where there is none. */
async function reportHtml(): Promise<string | null> {
  const [now, file, expression] = [current(), state.info.value, compare.expression.value];
  if (!now || !file) return null;
  const genes = expression ? await allTables(expression, now.question.matrix) : [];
  const { compareReportHtml } = await import("../../../exports/compare-report");
  return compareReportHtml({
    version: version(),
    file,
    matrix: now.question.matrix,
    options: { ...now.question, transform: compare.transform.value, sampleWeights: compare.isWeighed.value, seed: state.seed.value },
    composition: now.composition,
    expression,
    genes,
    cells: expression ? compare.cells.value : null,
    sets: expression ? compare.sets.value : [],
    phenotype: compare.phenotype.value,
    moved: compare.moved.value,
    failed: [],
  });
}

export async function exportCompareReport(): Promise<void> {
  const html = await reportHtml();
  if (html !== null) saveText(html, `${baseName()}-comparison.html`, "text/html");
}

/** The comparison as files of one folder. */
export async function* compareTexts(): AsyncGenerator<[name: string, lines: AsyncIterable<string> | string[]]> {
  const [now, report] = [current(), compare.expression.value];
  const html = await reportHtml();
  if (!now || html === null) return;
  yield ["report.html", [html]];
  if (report) yield ["expression.csv", expressionLines(report, now.question.matrix)];
}

/** A script that asks the same of the file with Python's own tools. */
export async function exportCompareScript(): Promise<void> {
  const [now, info] = [current(), state.info.value];
  if (!now || !info) return;
  const { comparePython } = await import("../../../exports/compare-python");
  try {
    const script = comparePython({
      version: version(),
      path: info.name,
      ...(info.study ? { paths: info.study.samples.map(({ file }) => file) } : {}),
      info,
      question: now.question,
      design: now.composition.design,
    });
    saveText(script, `${baseName()}-compare.py`, "text/x-python");
  } catch (error) {
    showMessage((error as Error).message);
  }
}
