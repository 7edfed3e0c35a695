import type { Evaluation, HeadSummary } from "../contract/types";

/** One group of cells by a column of the file, summed up per head. */
export interface GroupSummary {
  column: string;
  group: string;
  cells: number;
  heads: HeadSummary[];
}

/** metrics.json of one model: how right it is where labels are known, and what it predicts, overall and per group. */
export function metricsJson(model: string, evaluations: Evaluation[], predictions: HeadSummary[], groups: GroupSummary[]): string {
  const measured = evaluations.map(({ phenotype, column, matches, metrics, comparison }) => ({
    phenotype,
    column,
    metrics: metrics.find((one) => one.model === model) ?? null,
    matches,
    comparison: comparison?.models.includes(model) ? comparison : null,
  }));
  return json({ model, evaluations: measured.filter(({ metrics }) => metrics !== null), predictions, groups });
}

/** JSON with a line per field; what is not a number becomes null. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_, field: unknown) => (typeof field === "number" && !Number.isFinite(field) ? null : field), 2) + "\n";
}
