import { computed, signal } from "@preact/signals";
import {
  USUAL_BASELINE,
  type AttributionGroup,
  type AttributionMethod,
  type AttributionReport,
  type AttributionRequest,
} from "../../../contract/operations/attribution";
import type { ModelInfo, Phenotype } from "../../../contract/types";
import type { View } from "../../share/link";
import * as state from "../../store";
import type { Target } from "./question";

/** Which cells are explained: by what was predicted, by a column of the file, or those selected. */
export type Cells = { kind: "prediction" } | { kind: "column"; column: string } | { kind: "selection" };

/** What the user chose. */
export const target = signal<Target>({ code: -1, against: -1 });
export const cells = signal<Cells>({ kind: "prediction" });
export const method = signal<AttributionMethod>("gradient-x-input");
/** `none`, `mean` or `matched`, the latter two with the cells of `contrast` (a class code; -1 all cells). */
export const baseline = signal<"none" | "mean" | "matched">(USUAL_BASELINE);
export const contrast = signal(-1);
export const donors = signal("");
/** Cells a group; 0 = all. */
export const cellsPerGroup = signal<number | null>(null);

/** What a link asks to have explained, until the step is opened. */
export type WhyView = Pick<View, "class" | "against" | "of" | "method" | "baseline" | "contrast" | "units" | "each" | "group" | "gene">;
export const wanted = signal<WhyView | null>(null);
export const wantedGene = signal("");
/** A gene whose attributions are to colour the map, once there are some. */
export const wantedPaint = signal("");

export const report = signal<AttributionReport | null>(null);
/** What the report, or that which is being made, was asked by. */
export const asked = signal<AttributionRequest | null>(null);
/** The group on show, and the gene asked about. */
export const focus = signal("");
export const gene = signal<number | null>(null);
export const attributions = signal<ReadonlyMap<string, Float32Array>>(new Map());

/** The model explained: the active one, where it has heads. */
export const model = computed<ModelInfo | null>(() => {
  const active = state.activeModel.value;
  return active && active.heads.length > 0 ? active : (state.usableModels.value.find((one) => one.heads.length > 0) ?? null);
});
export const head = computed<Phenotype | null>(() => {
  const heads = model.value?.heads ?? [];
  return (heads.find((one) => one.phenotype === state.head.value) ?? heads[0])?.phenotype ?? null;
});
export const classes = computed(() => model.value?.heads.find((one) => one.phenotype === head.value)?.classes ?? []);

/** Cells a group explained when nothing is said: a linear model takes all, a gradient costs. */
export const usualCells = computed(() => (model.value?.kind === "linear" ? 0 : 50));

export const group = computed<AttributionGroup | null>(
  () => report.value?.groups.find((one) => one.name === focus.value) ?? report.value?.groups[0] ?? null,
);

/** Whether the report is of the active model and head. */
export const isCurrent = computed(
  () => report.value !== null && report.value.model === model.value?.name && report.value.phenotype === head.value,
);

/** Forgets everything of the file that was open. */
export function forget(): void {
  report.value = null;
  asked.value = null;
  target.value = { code: -1, against: -1 };
  cells.value = { kind: "prediction" };
  baseline.value = USUAL_BASELINE;
  contrast.value = -1;
  donors.value = "";
  gene.value = null;
  wantedGene.value = "";
  attributions.value = new Map();
}
