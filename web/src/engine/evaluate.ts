import { AnalysisError } from "../pipeline/errors";
import type { Column, Evaluation, LabelMatch, Metrics, Phenotype } from "../pipeline/types";
import { unwrap, type CoreModule } from "./core";
import { matchLabels, truthOf } from "./label-match";
import type { OpenedFile } from "./opened-file";
import { NO_CLASS, type ModelResults } from "./scores";

type Codes = Extract<Column, { codes: Int32Array }>;

export interface EvaluateRequest {
  phenotype: Phenotype;
  column: string;
  models: string[];
  byHand?: Record<string, number>;
}

/** Each model's predictions against a column of labels; with two models, the two against each other. */
export async function evaluate(core: CoreModule, file: OpenedFile, { phenotype, column: name, models, byHand = {} }: EvaluateRequest): Promise<Evaluation> {
  const column = await labelColumn(file, name);
  const ids = await companion(file, name);
  let matches: LabelMatch[] = [];
  const truths: Int32Array[] = [];
  const metrics: Metrics[] = [];
  const results = models.map((model) => file.result(model)).filter((result) => result.head(phenotype));
  if (results.length === 0) throw new AnalysisError("bad-input", `None of ${models.join(", ")} predicts ${phenotype}.`);
  for (const result of results) {
    const { classes } = result.head(phenotype)!.head;
    const mapped = matchLabels(column, classes, ids, byHand);
    if (matches.length === 0) matches = mapped;
    // Cells that are not done are left out.
    const truth = truthOf(column, mapped).map((code, cell) => (result.isDone(cell) ? code : -1));
    truths.push(truth);
    metrics.push(measure(core, result, phenotype, name, truth));
  }
  return { phenotype, column: name, matches, metrics, comparison: compare(core, results, truths, phenotype) };
}

async function labelColumn(file: OpenedFile, name: string): Promise<Codes> {
  const column = await file.column(name);
  if (column.kind === "number") throw new AnalysisError("bad-input", `obs/${name} of ${file.info.name} holds numbers, not labels. Choose a column of categories or text.`);
  return column;
}

/** CELLxGENE's twin of a label column, with ontology ids. */
async function companion(file: OpenedFile, name: string): Promise<Codes | null> {
  const twin = `${name}_ontology_term_id`;
  if (!file.info.columns.some((column) => column.name === twin)) return null;
  const column = await file.column(twin);
  return column.kind === "number" ? null : column;
}

function measure(core: CoreModule, result: ModelResults, phenotype: Phenotype, column: string, truth: Int32Array): Metrics {
  const { head, k, top, probability, entropy } = result.head(phenotype)!;
  const found = unwrap(core.evaluate({ k, top, probability, entropy, truth, classes: head.classes.length }));
  const codes = found.perClass.map(({ code }) => code).sort((a, b) => a - b);
  const label = (code: number) => head.classes[code]!.label;
  const n = head.classes.length;
  return {
    model: result.model,
    phenotype,
    column,
    cells: found.cells,
    unmatchedCells: result.done - found.cells,
    topK: found.topK,
    balancedAccuracy: found.balancedAccuracy,
    macroF1: found.macroF1,
    ece: found.ece,
    reliability: found.reliability,
    confusion: { codes, labels: codes.map(label), counts: codes.map((row) => codes.map((to) => found.confusion[row * n + to]!)) },
    perClass: found.perClass.map(({ code, support, recall, precision, f1 }) => ({ label: label(code), support, recall, precision, f1 })),
    meanEntropyRight: found.meanEntropyRight,
    meanEntropyWrong: found.meanEntropyWrong,
    aurocWrong: found.aurocWrong,
  };
}

/** McNemar's test of the first two models on the cells both have done; their classes are compared by label. */
function compare(core: CoreModule, results: ModelResults[], truths: Int32Array[], phenotype: Phenotype): Evaluation["comparison"] {
  const [first, second] = results;
  if (!first || !second) return null;
  const theirs = second.head(phenotype)!;
  const codes = new Map(first.head(phenotype)!.head.classes.map(({ label }, code) => [label, code]));
  const translated = theirs.head.classes.map(({ label }) => codes.get(label) ?? NO_CLASS);
  const truth = truths[0]!.map((code, cell) => (truths[1]![cell]! >= 0 ? code : -1));
  const top = (result: ModelResults) => {
    const store = result.head(phenotype)!;
    return Uint16Array.from({ length: result.cells }, (_, cell) => store.top[cell * store.k]!);
  };
  const second1 = top(second).map((code) => translated[code] ?? NO_CLASS);
  const found = unwrap(core.compare({ first: top(first), second: second1, truth }));
  return { models: [first.model, second.model], phenotype, ...found };
}
