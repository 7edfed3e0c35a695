import { computed, signal } from "@preact/signals";
import { firstNamed, guessDonors } from "../../../contract/donor-columns";
import type { LabelQuestion, ProtocolResult, Scoring } from "../../../contract/trust";
import type { ColumnInfo } from "../../../contract/types";
import type { Section } from "../../share/link";
import { guessColumn } from "../../../contract/guess-column";
import * as state from "../../store";

export { SECTIONS, type Section } from "../../share/link";

export const section = signal<Section>("accuracy");
export const scoring = signal<Scoring>("strict");
/** obs column of donors; "" for none. Intervals and tests, those of markers too, are then over donors. */
export const donors = signal("");
/** Confidence asked for before a cell is labelled. */
export const threshold = signal(0.5);
/** Column whose groups the entropy is shown over; "" until chosen or guessed. */
export const landscapeBy = signal("");
export const breakdownBy = signal("");

/** Where two models agree, cell by cell, once asked for; written by run.ts. */
export const agreement = signal<{ models: [string, string]; hasLabels: boolean; codes: Uint8Array<ArrayBuffer> } | null>(null);
/** What running models with the other phenotypes given has shown, for the open file. */
export const protocolResults = signal<ProtocolResult[]>([]);

const AGE_NAMES = [
  "development_stage",
  "developmental_stage",
  "age",
  "age_group",
  "age_years",
  "life_stage",
  "stage",
  "donor_age",
  "decade",
  "condition",
  "disease",
  "tissue",
];

/** Columns of a file that look like donors, like what entropy changes over, and like groups to break scores down by. */
export function guessedTrustColumns(
  columns: readonly ColumnInfo[],
  cellTypes = guessColumn("cell_type", columns),
): { donors: string; over: string; groups: string } {
  const labels = columns.filter((column) => column.kind !== "number");
  return {
    donors: guessDonors(columns),
    over: firstNamed(AGE_NAMES, columns) || cellTypes || (labels.find((column) => column.categories !== 1)?.name ?? ""),
    groups: guessDonors(labels) || (labels.find((column) => column.categories !== undefined && column.categories > 1)?.name ?? ""),
  };
}

/** Takes the guesses for the open file. */
export function guessTrustColumns(columns: readonly ColumnInfo[]): void {
  const guessed = guessedTrustColumns(columns);
  donors.value = guessed.donors;
  landscapeBy.value = guessed.over;
  breakdownBy.value = guessed.groups;
  scoring.value = "strict";
  protocolResults.value = [];
}

/** The column that tells the healthy from the diseased, where the file has one. */
export const diseaseColumn = computed(() => state.labelColumns.value.disease ?? "");

/** The question of the labels now asked, for any call. */
export function question(head = state.head.value): LabelQuestion {
  const byHand = state.byHand.value[head];
  return {
    phenotype: head,
    column: state.labelColumns.value[head] ?? "",
    scoring: scoring.value,
    ...(byHand ? { byHand } : {}),
    ...(donors.value ? { donors: donors.value } : {}),
  };
}
