import { signal } from "@preact/signals";
import type { GeneStatesReport } from "../../../contract/operations/gene-states";
import { callIn } from "../../engine-client";
import * as state from "../../store";
import { task } from "../../task";
import * as why from "../why/state";

const CELLS_PER_GROUP = 100;
const CONTROL_GENES = 30;

/** The column chosen, "" for the predicted classes; null where the page's guess stands. */
const chosen = signal<string | null>(null);
export const result = signal<GeneStatesReport | null>(null);

/** The column whose groups are the contexts; empty for the predicted classes. */
export const contextsBy = (): string => chosen.value ?? state.labelColumns.value[why.head.value ?? ""] ?? "";
export function chooseContexts(column: string): void {
  chosen.value = column;
}

/** Gathers a gene's hidden states in cells of every context. */
export const geneStates = task(
  (run, model: string, phenotype: string, gene: string, column: string) =>
    callIn(run, "geneStates", {
      matrix: state.shownMatrix.value,
      model,
      gene,
      groupBy: column === "" ? { kind: "prediction", phenotype } : { kind: "column", column },
      cellsPerGroup: CELLS_PER_GROUP,
      controls: CONTROL_GENES,
      seed: 1,
      lanes: 0,
    }),
  (report) => {
    result.value = report;
  },
);

/** Gathers the states of a gene named by the user. */
export function startGeneStates(gene: string): void {
  const [model, phenotype, symbol] = [why.model.value, why.head.value, gene.trim()];
  if (model && phenotype && symbol) void geneStates.start(model.name, phenotype, symbol, contextsBy());
}

state.forgetWith("results", () => {
  result.value = null;
});
state.forgetWith("file", () => {
  chosen.value = null;
});
