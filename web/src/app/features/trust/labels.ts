import { batch } from "@preact/signals";
import type { ColumnInfo, ModelInfo, Phenotype } from "../../../contract/types";
import { guessColumn } from "../../../contract/guess-column";
import * as state from "../../store";

/** Guesses the column of labels of every phenotype that a model predicts. */
export function guessLabels(models: readonly ModelInfo[], columns: readonly ColumnInfo[]): void {
  const phenotypes = new Set(models.flatMap((model) => model.heads.map((head) => head.phenotype)));
  state.labelColumns.value = Object.fromEntries([...phenotypes].map((name) => [name, guessColumn(name, columns)]));
}

/** Takes all columns of labels from a link; what is the same already stays as it is. */
export function setLabelColumns(columns: Record<string, string>): void {
  const inOrder = (one: Record<string, string>) => JSON.stringify(Object.entries(one));
  if (inOrder(state.labelColumns.value) !== inOrder(columns)) state.labelColumns.value = columns;
}

/** Chooses where the labels of a head are, "" for nowhere; matches set by hand were of the old column. */
export function chooseLabelColumn(head: Phenotype, column: string): void {
  batch(() => {
    state.labelColumns.value = { ...state.labelColumns.value, [head]: column };
    const { [head]: _, ...others } = state.byHand.value;
    state.byHand.value = others;
  });
}

/** Sets by hand which class a label of the file is; -1 for none. */
export function matchByHand(head: Phenotype, label: string, code: number): void {
  state.byHand.value = { ...state.byHand.value, [head]: { ...state.byHand.value[head], [label]: code } };
}

/** Takes all matches set by hand, per head: file label -> class code. */
export function setMatches(matches: Record<string, Record<string, number>>): void {
  state.byHand.value = matches;
}

state.forgetWith("file", () => {
  state.byHand.value = {};
  state.labelColumns.value = {};
});
