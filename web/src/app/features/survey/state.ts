import { computed, signal } from "@preact/signals";
import type {
  ClusterAgreement,
  ClusterReport,
  ComponentScale,
  ComponentsReport,
  GeneGroups,
  GeneViolin,
  Grouping,
  MarkerList,
  MarkerOrder,
  MarkersReport,
  NeighborsReport,
  QualityLimits,
  QualityMask,
  QualityMetric,
  QualityReport,
  Representation,
  VariableFlavour,
  VariableGenes,
} from "../../../contract/survey";
import type { PARTS, View } from "../../share/link";
import type { IntegrationMethod, IntegrationReport } from "../../../contract/integrate";
import * as state from "../../store";

/** The parts of the Survey step. */
export { PARTS as SECTIONS } from "../../share/link";
export type Section = (typeof PARTS)[number];
export const section = signal<Section>("quality");

export type Doing = "quality" | "variable" | "components" | "neighbors" | "integration" | "layout" | "clusters" | "markers" | "genes";
/** What is being computed, if anything. */
export const busy = signal<Doing | null>(null);

/** What is set unless somebody sets another. */
export const USUAL = { mads: 3, resolution: 1 } as const;

/* Quality. */
export const mads = signal<number>(USUAL.mads);
export const quality = signal<QualityReport | null>(null);
/** Per-cell values beyond those that every analysis brings. */
export const qualityValues = signal<ReadonlyMap<QualityMetric, Float32Array>>(new Map());
/** What a link asks to be set, until the step is opened. */
export type SurveyView = Pick<View, "mads" | "limits" | "filter" | "resolution" | "batch" | "per" | "correct" | "beside">;
export const askedFor = signal<SurveyView | null>(null);
/** A link or a session shows the survey's map, which is to be made again. */
export const wantsMap = signal(false);
/** What the user set; metrics left out have no limit. `null`: the automatic ones. */
export const ownLimits = signal<QualityLimits | null>(null);
export const mask = signal<QualityMask | null>(null);
/** The column of samples that a study has; "" for one file. */
export const studyColumn = computed(() => {
  const study = state.info.value?.study;
  return study && study.samples.length > 1 ? study.column : "";
});
/** A column chosen, or none (""); null where none was, or the file at hand has no such column. */
const chosenColumn = (name: string | null): string | null =>
  name === "" || state.info.value?.columns.some((one) => one.name === name) ? name : null;
/** Within whose groups automatic limits are found, as chosen; null: samples of a study. "" for all cells together. */
export const ownLimitsWithin = signal<string | null>(null);
export const limitsWithin = computed(() => chosenColumn(ownLimitsWithin.value) ?? studyColumn.value);
/** Cells beyond the limits take no part in the steps below; else they are only counted. */
export const isFiltered = signal(false);

export const automaticLimits = computed<QualityLimits>(() =>
  Object.fromEntries(
    quality.value?.metrics.filter(({ sides }) => sides !== "none").map(({ metric, automatic }) => [metric, automatic]) ?? [],
  ),
);
export const limits = computed<QualityLimits>(() => ownLimits.value ?? automaticLimits.value);
/** The mask that later steps are given: null where every cell takes part. */
export const usedMask = computed(() =>
  isFiltered.value && mask.value && mask.value.kept < mask.value.mask.length ? mask.value.mask : null,
);

/* Genes that vary, and components of them. */
/** What the user chose; null: `seurat_v3` of counts, else `seurat`. */
export const ownFlavour = signal<VariableFlavour | null>(null);
export const flavour = computed<VariableFlavour>(
  () => ownFlavour.value ?? (state.matrixInfo.value?.values === "counts" ? "seurat_v3" : "seurat"),
);
export const top = signal(2000);
/** Labels of anova. */
export const anovaColumn = signal("");
export const variable = signal<VariableGenes | null>(null);
export const scale = signal<ComponentScale>("log1p");
export const componentCount = signal(50);
export const components = signal<ComponentsReport | null>(null);

/* Batches. */
/** Batches that genes are chosen across and that are laid over each other, as chosen; null: samples of a study. "" for none. */
export const ownBatch = signal<string | null>(null);
export const batchColumn = computed(() => chosenColumn(ownBatch.value) ?? studyColumn.value);
/** Further covariates that Harmony takes. */
export const covariates = signal<string[]>([]);
export const usedCovariates = computed(() => covariates.value.filter((name) => chosenColumn(name) !== null));
export const method = signal<IntegrationMethod | "none">("none");
export const integration = signal<IntegrationReport | null>(null);
/** The space of neighbours: components are corrected where a method is chosen. */
export const space = computed<Representation>(() =>
  representation.value.kind === "components" && method.value !== "none" && batchColumn.value !== ""
    ? { kind: "integrated" }
    : representation.value,
);

/* Neighbours, map, clusters. */
export const representation = signal<Representation>({ kind: "components" });
export const neighbors = signal<NeighborsReport | null>(null);
/** The settled layout of the neighbours, x and y interleaved. */
export const layout = signal<Float32Array<ArrayBuffer> | null>(null);
export const resolution = signal<number>(USUAL.resolution);
export const clusters = signal<ClusterReport | null>(null);
export const agreementColumn = signal("");
export const agreement = signal<ClusterAgreement | null>(null);

/* Markers and chosen genes. */
/** `clusters`, or a column's name after `column:`; empty: clusters where there are any, else the labels. */
export const groupsBy = signal("");
/** Groups put together on the page, chosen by `given`. */
export const ownGroups = signal<Extract<Grouping, { kind: "given" }> | null>(null);
export const markers = signal<MarkersReport | null>(null);
/** The grouping that `markers` are of. */
export const markersOf = signal<Grouping | null>(null);
/** Whether markers of clusters are tested by count splitting too. */
export const isSplit = signal(false);
export const focus = signal(0);
export const order = signal<MarkerOrder>("effect");
/** The least log2 fold change of a marker; null for any. */
export const leastChange = signal<number | null>(null);
/** Leaves mitochondrial genes and those of ribosomal proteins out of lists of genes: of markers, and under Why. */
export const withoutHousekeeping = signal(false);
/** Which genes lists of markers hold, and in which order. */
export const markerList = computed<MarkerList>(() => ({
  order: order.value,
  ...(leastChange.value === null ? {} : { least: leastChange.value }),
  ...(withoutHousekeeping.value ? { withoutHousekeeping: true } : {}),
}));
export const wanted = signal<string[]>([]);
export const groups = signal<GeneGroups | null>(null);
export const gene = signal<string | null>(null);
export const violin = signal<GeneViolin | null>(null);

export const columns = computed(
  () => state.info.value?.columns.filter(({ kind, categories }) => kind !== "number" && categories !== 1) ?? [],
);

export const keyOfGroups = (one: Grouping): string => (one.kind === "column" ? `column:${one.column}` : one.kind);

/** The groups that markers and plots are asked for now. */
export const grouping = computed<Grouping | null>(() => {
  const asked = groupsBy.value;
  if (asked === "given" && ownGroups.value) return ownGroups.value;
  if (asked.startsWith("column:")) return { kind: "column", column: asked.slice(7) };
  if (clusters.value) return { kind: "clusters" };
  const labels = state.labelColumns.value.cell_type || columns.value[0]?.name;
  return labels ? { kind: "column", column: labels } : null;
});
export const groupingKey = computed(() => {
  const now = grouping.value;
  return now ? keyOfGroups(now) : "";
});

/** Forgets the steps after one: what they rest on has changed. */
export function forgetFrom(step: "mask" | "variable" | "components" | "neighbors" | "clusters" | "markers"): void {
  const steps = ["mask", "variable", "components", "neighbors", "clusters", "markers"];
  const isAfter = (name: string) => steps.indexOf(step) <= steps.indexOf(name);
  if (isAfter("variable")) variable.value = null;
  if (isAfter("components")) {
    components.value = null;
    integration.value = null;
  }
  if (isAfter("neighbors")) {
    neighbors.value = null;
    layout.value = null;
  }
  if (isAfter("clusters")) {
    clusters.value = null;
    agreement.value = null;
  }
  if (isAfter("markers")) {
    markers.value = null;
    markersOf.value = null;
    groups.value = null;
    violin.value = null;
  }
}

/** Forgets everything of the file that was open. */
export function forget(): void {
  forgetFrom("mask");
  quality.value = null;
  qualityValues.value = new Map();
  ownLimits.value = null;
  mask.value = null;
  isFiltered.value = false;
  ownFlavour.value = null;
  anovaColumn.value = "";
  agreementColumn.value = "";
  groupsBy.value = "";
  ownGroups.value = null;
  representation.value = { kind: "components" };
  focus.value = 0;
  wanted.value = [];
  gene.value = null;
}
