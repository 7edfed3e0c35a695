import { computed, signal } from "@preact/signals";
import {
  LEAST_CELLS,
  type CellsReport,
  type CompareQuestion,
  type CompositionReport,
  type ExpressionReport,
  type ExpressionTable,
  type GeneByDonor,
  type MovedReport,
  type PhenotypeReport,
  type SetsReport,
  type TypesBy,
} from "../../../contract/compare";
import { countsMatrix, guessCondition, inOrder, isControl } from "../../../contract/compare-columns";
import { guessColumn } from "../../../contract/guess-column";
import { isMissing } from "../../../contract/missing";
import type { Column, ColumnInfo } from "../../../contract/types";
import type { View } from "../../share/link";
import * as state from "../../store";
import * as annotate from "../annotate/state";
import * as survey from "../survey/state";
import { readyModels } from "../trust/run";
import { donors } from "../trust/state";

export type CompareView = Pick<
  View,
  "compared" | "condition" | "levels" | "types" | "covariates" | "pairing" | "least" | "transform" | "weights" | "within" | "counted"
>;

/** What was chosen in the step, as a link says it; what it leaves out is as usual, and what the open file does not have too. */
export const asked = signal<CompareView>({});

/** Chooses some of it; undefined: as usual. */
export function ask(next: { [K in keyof CompareView]?: CompareView[K] | undefined }): void {
  const all = Object.entries({ ...asked.value, ...next }).filter(([, value]) => value !== undefined);
  asked.value = Object.fromEntries(all) as CompareView;
}

export const part = computed(() => asked.value.compared ?? "design");

/* The question. */

/** A condition has levels with names, and not one for every cell. */
const MOST_LEVELS = 200;
export const conditionColumns = computed<ColumnInfo[]>(
  () =>
    state.info.value?.columns.filter(({ kind, categories }) => kind !== "number" && categories !== 1 && (categories ?? 0) <= MOST_LEVELS) ??
    [],
);
const has = (name: string | undefined) => name !== undefined && (state.info.value?.columns.some((one) => one.name === name) ?? false);

export const condition = computed(() => (has(asked.value.condition) ? asked.value.condition! : guessCondition(conditionColumns.value)));

/** Named levels of a column with their cells, in the order of the file. */
export function levelsOf(column: Column | undefined): { label: string; cells: number }[] {
  if (!column || column.kind === "number") return [];
  const cells = column.categories.map(() => 0);
  column.codes.forEach((code) => {
    if (code >= 0) cells[code]!++;
  });
  return column.categories.map((label, i) => ({ label, cells: cells[i]! })).filter((one) => one.cells > 0 && !isMissing(one.label));
}
/** Empty until the column is read. */
export const conditionLevels = computed(() => levelsOf(state.columns.value.get(condition.value)));

/** What is compared unless said: of two levels both; of more the first that names no control with the control, else with the rest. */
export function usualLevels(labels: readonly string[]): [string, string | null] | null {
  if (labels.length < 2) return null;
  if (labels.length === 2) return inOrder(labels[0]!, labels[1]!);
  const control = labels.find(isControl);
  return [labels.find((label) => !isControl(label)) ?? labels[0]!, control ?? null];
}

export const levels = computed<[string, string | null] | null>(() => {
  const labels = conditionLevels.value.map(({ label }) => label);
  const wanted = asked.value.levels;
  const isThere = (label: string | null) => label === null || labels.includes(label);
  return wanted && isThere(wanted[0]) && isThere(wanted[1]) && wanted[0] !== wanted[1] ? wanted : usualLevels(labels);
});

/** The model whose predictions cells are grouped by, and that the phenotype is of. */
export const model = computed(() => {
  const ready = readyModels(state.head.value);
  const active = state.activeModel.value?.name;
  return active !== undefined && ready.includes(active) ? active : (ready[0] ?? null);
});

/** Types: `column:NAME`, `clusters` or `model`; "" where nothing is at hand. The names given under Annotate come first. */
export const types = computed(() => {
  const wanted = asked.value.types;
  if (
    wanted?.startsWith("column:") ? has(wanted.slice(7)) : wanted === "clusters" ? survey.clusters.value : wanted === "model" && model.value
  )
    return wanted!;
  const columns = state.info.value?.columns ?? [];
  const own = annotate.columnName.value;
  const column = has(own)
    ? own
    : guessColumn(
        "cell_type",
        columns.filter(({ name }) => name !== condition.value),
      );
  if (column) return `column:${column}`;
  return model.value ? "model" : survey.clusters.value ? "clusters" : "";
});

const typesBy = computed<TypesBy | null>(() => {
  const by = types.value;
  if (by.startsWith("column:")) return { kind: "column", column: by.slice(7) };
  if (by === "model" && model.value) return { kind: "model", model: model.value, phenotype: state.head.value };
  return by === "clusters" ? { kind: "clusters" } : null;
});

export const covariates = computed(() =>
  (asked.value.covariates ?? []).filter((name) => has(name) && name !== condition.value && name !== donors.value),
);
export const pairing = computed<CompareQuestion["pairing"]>(() => asked.value.pairing ?? "auto");
export const minCells = computed(() => asked.value.least ?? LEAST_CELLS);
export const transform = computed<"logit" | "arcsin">(() => asked.value.transform ?? "logit");
export const isWeighed = computed(() => asked.value.weights === "samples");

/** What is asked now; null while something to compare is not chosen, or not read. */
export const question = computed<CompareQuestion | null>(() => {
  const [info, by, two] = [state.info.value, typesBy.value, levels.value];
  if (!info || !by || !two) return null;
  return {
    matrix: countsMatrix(info, info.matrix),
    condition: condition.value,
    levels: two,
    donors: donors.value && donors.value !== condition.value ? donors.value : null,
    types: by,
    covariates: covariates.value,
    pairing: pairing.value,
    minCells: minCells.value,
  };
});

/* What is found with one grouping of the cells is not of the next, though it may go by the same name. */
const marks = new WeakMap<object, number>();
let marked = 0;
function markOf(one: object | null | undefined): number {
  if (!one) return 0;
  if (!marks.has(one)) marks.set(one, ++marked);
  return marks.get(one)!;
}
const groupedBy = () => {
  const by = typesBy.value;
  if (by?.kind === "column") return by.column === annotate.columnName.value ? state.columns.value.get(by.column) : null;
  return by?.kind === "model" ? state.runByModel.value.get(by.model) : survey.clusters.value;
};

/** The question by which answers are known: those of another key are out of date. */
export const key = computed(() => question.value && JSON.stringify([state.dataKey.value, question.value, markOf(groupedBy())]));
const keyed = (...more: unknown[]) => (key.value === null ? null : JSON.stringify([key.value, ...more]));
export const compositionKey = computed(() => keyed(transform.value));
export const expressionKey = computed(() => keyed(isWeighed.value));
export const phenotypeKey = computed(() => (model.value ? keyed(model.value, state.head.value) : null));
export const movedKey = computed(() => keyed(markOf(survey.components.value), state.seed.value));

/* What was found; written by run.ts. */
interface Kept<T> {
  key: string;
  found: T;
}
export const kept = {
  composition: signal<Kept<CompositionReport> | null>(null),
  expression: signal<Kept<ExpressionReport> | null>(null),
  phenotype: signal<Kept<PhenotypeReport> | null>(null),
  moved: signal<Kept<MovedReport> | null>(null),
};
export const composition = computed(() => (kept.composition.value?.key === compositionKey.value ? kept.composition.value!.found : null));
export const expression = computed(() => (kept.expression.value?.key === expressionKey.value ? kept.expression.value!.found : null));
export const phenotype = computed(() => (kept.phenotype.value?.key === phenotypeKey.value ? kept.phenotype.value!.found : null));
export const moved = computed(() => (kept.moved.value?.key === movedKey.value ? kept.moved.value!.found : null));
/** Who is compared with whom: as it was found last, also while another question is asked. */
export const design = computed(() => kept.composition.value?.found.design ?? null);

/* Of the expression compared last. */
export const tables = signal<ReadonlyMap<string, ExpressionTable>>(new Map());
export const dots = signal<GeneByDonor | null>(null);
export const cells = signal<CellsReport | null>(null);
export const sets = signal<SetsReport[]>([]);

/** The type whose genes are shown: the one chosen, else the one with most significant genes. */
export const within = computed(() => {
  const all = expression.value?.types ?? [];
  return all.find(({ type }) => type === asked.value.within) ?? all[0] ?? null;
});
export const table = computed(() => (expression.value && within.value ? (tables.value.get(within.value.type) ?? null) : null));

/** Places in a table, the gene with the smallest p first; where nothing is tested, with the largest change. */
export function byEvidence({ p, logFoldChange }: Pick<ExpressionTable, "p" | "logFoldChange">): number[] {
  const strength = (i: number) => (Number.isNaN(p[i]!) ? 1 : p[i]!);
  return [...p.keys()].sort((a, b) => strength(a) - strength(b) || Math.abs(logFoldChange[b]!) - Math.abs(logFoldChange[a]!));
}
export const nameAt = ({ symbols, ensemblIds }: Pick<ExpressionTable, "symbols" | "ensemblIds">, i: number) =>
  symbols[i]! || ensemblIds[i]!;
/** The gene shown in every donor: the one chosen, else the first by evidence in the type shown. */
export const gene = computed(() => {
  if (asked.value.counted) return asked.value.counted;
  const shown = table.value;
  const [first] = shown ? byEvidence(shown) : [];
  return shown && first !== undefined ? nameAt(shown, first) : "";
});

/** How sets of genes are tested. */
export const setsMethod = signal<"camera" | "preranked">("camera");
/** The sets of the type shown, as they were asked for last. */
export const shownSets = computed(() => sets.value.find(({ type }) => type === within.value?.type) ?? null);

/** Forgets what was found of one comparison of expression. */
export function forgetExpression(): void {
  tables.value = new Map();
  dots.value = null;
  cells.value = null;
  sets.value = [];
}

state.forgetWith("results", () => {
  for (const one of Object.values(kept)) one.value = null;
  forgetExpression();
});
state.forgetWith("file", () => {
  // What a link asks for is there before its file.
  if (state.phase.value !== "first") asked.value = {};
});
