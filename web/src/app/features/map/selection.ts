import { computed, effect, signal, untracked } from "@preact/signals";
import type { HeadInfo, HeadScores } from "../../../contract/types";
import { shownColor } from "./state";
import { packCells, unpackCells, type SelectionRule } from "./selection-rule";
import { call } from "../../engine-client";
import { showMessage } from "../../shell/message";
import * as state from "../../store";
import { question } from "../trust/state";

type Cells = Uint32Array<ArrayBuffer>;

/** The rule of a selection, as long as it is that selection that stands. */
const made = signal<{ cells: Cells; rule: SelectionRule } | null>(null);
/** A rule that a link or a session asks for, until its model has run. */
export const wantedRule = signal<SelectionRule | null>(null);

/** Selects cells, by a rule where there is one; a link then carries the rule instead of the cells. */
export function selectCells(cells: Cells, rule: SelectionRule | null): void {
  made.value = rule && { cells, rule };
  state.selection.value = cells;
}

export function clearSelection(): void {
  state.selection.value = null;
}
state.forgetWith("results", clearSelection);

/** How the cells selected now were chosen. */
export const rule = computed<SelectionRule | null>(() => {
  const now = state.selection.value;
  if (!now) return null;
  return made.value?.cells === now ? made.value.rule : { kind: "cells", cells: packCells(now) };
});

/** The rule of a class of the legend, as the map is coloured now. */
export function ruleOfClass(label: string): SelectionRule | null {
  const color = shownColor.value;
  if (
    color.kind === "agreement" ||
    color.kind === "consensus" ||
    color.kind === "values" ||
    color.kind === "clusters" ||
    color.kind === "annotation" ||
    color.kind === "limits"
  )
    return null;
  if (color.kind === "column") return { kind: "column", column: color.name, label };
  if (state.byFile.value || !state.activeModel.value) return { kind: "column", column: state.labelColumn.value, label };
  return { kind: "predicted", model: state.activeModel.value.name, head: state.head.value, label };
}

/** Cells of higher entropy than 95% of those that the model was tested on. */
export function uncertainCells(scores: HeadScores, head: HeadInfo): Cells {
  const limit = (head.doubt?.threshold ?? Infinity) * Math.log(head.classes.length);
  return where(scores.entropy.length, (cell) => scores.entropy[cell]! > limit);
}

function where(cells: number, test: (cell: number) => boolean): Cells {
  const found: number[] = [];
  for (let cell = 0; cell < cells; cell++) if (test(cell)) found.push(cell);
  return Uint32Array.from(found);
}

/** The cells of a rule in the open file; none where a class or a label of it is not there. */
async function cellsOf(wanted: SelectionRule): Promise<Cells> {
  const none: Cells = new Uint32Array();
  switch (wanted.kind) {
    case "cells":
      return unpackCells(wanted.cells)?.filter((cell) => cell < (state.info.value?.cells ?? 0)) ?? none;
    case "column": {
      const column = await call("column", { name: wanted.column });
      if (column.kind === "number") return none;
      const code = column.categories.indexOf(wanted.label);
      return code < 0 ? none : where(column.codes.length, (cell) => column.codes[cell] === code);
    }
    case "confused": {
      const { model, head, label, predicted } = wanted;
      return call("confused", { ...question(head), model, label, predicted });
    }
    case "predicted":
    case "doubt": {
      const head = state.modelByName.value.get(wanted.model)?.heads.find(({ phenotype }) => phenotype === wanted.head);
      if (!head) return none;
      const scores = await call("scores", { model: wanted.model, phenotype: wanted.head });
      if (wanted.kind === "doubt") return uncertainCells(scores, head);
      const code = head.classes.findIndex(({ label }) => label === wanted.label);
      return code < 0 ? none : where(scores.cells, (cell) => scores.top[cell * scores.k] === code);
    }
  }
}

/** Whether what a rule asks of has been computed. */
function isReady(wanted: SelectionRule): boolean {
  if (!state.survey.value) return false;
  if (wanted.kind === "cells" || wanted.kind === "column") return true;
  const isOver = !state.isRunning.value && state.report.value !== null;
  return state.runByModel.value.get(wanted.model)?.finished === true || isOver;
}

/** Selects what a link or a session asks for, once it can be known. */
export function startSelection(): void {
  effect(() => {
    const wanted = wantedRule.value;
    if (!wanted || !isReady(wanted)) return;
    untracked(() => {
      wantedRule.value = null;
      const file = state.info.value;
      cellsOf(wanted).then(
        (cells) => {
          if (state.info.value?.fingerprint !== file?.fingerprint) return;
          if (cells.length > 0) selectCells(cells, wanted);
          else showMessage("The link selects cells, but no cell of this file matches.");
        },
        () => {
          showMessage("The link selects cells by a model, column or class that this file does not have.");
        },
      );
    });
  });
}
