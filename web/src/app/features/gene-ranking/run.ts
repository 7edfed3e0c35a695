import { signal } from "@preact/signals";
import { attributionRankings } from "../../../contract/attribution-rankings";
import type { AttributionReport } from "../../../contract/operations/attribution";
import type { ComparedRanking, RankingMethod, GeneRankingReport } from "../../../contract/operations/gene-ranking";
import { callIn } from "../../engine-client";
import * as state from "../../store";
import { task } from "../../task";
import { donorColumn } from "../train/state";
import * as why from "../why/state";

const METHODS: RankingMethod[] = ["anova", "rank-sum", "mutual-information", "variance", "seurat_v3", "weights", "attribution", "random"];
/** Genes kept of each ranking. */
const SIZES = [5, 10, 20, 50, 100, 200, 500, 1000];
const FOLDS = 5;
/** Cells the comparison reads: enough for narrow intervals, few enough for a minute. */
const CELLS = 3000;

/** What the user chose; null where the page's guess stands. */
export const column = signal<string | null>(null);
export const donors = signal<string | null>(null);
export const result = signal<GeneRankingReport | null>(null);

export const labels = (): string => column.value ?? state.labelColumns.value[why.head.value ?? ""] ?? "";
export const heldOut = (): string => donors.value ?? donorColumn.value;

/** Rankings of genes by their attribution, in its variants. */
function rankingsOf({ method, symbols, ensemblIds, groups, seen }: AttributionReport): ComparedRanking[] {
  const titles: Partial<Record<typeof method, string>> = {
    "closed-form": "the model's attribution",
    occlusion: "occlusion",
    "leave-one-out": "SingleR, genes left out",
  };
  const title = titles[method] ?? "gradient";
  return attributionRankings(title, symbols, ensemblIds, groups, seen);
}

/** Compares ways of ranking genes by how well a classifier does on the first of each. */
export const comparison = task(
  (run, attributions: AttributionReport, matrix: string) =>
    callIn(run, "rankGenes", {
      matrix,
      column: labels(),
      donors: heldOut() || null,
      methods: METHODS,
      given: rankingsOf(attributions),
      sizes: SIZES,
      folds: FOLDS,
      cells: CELLS,
      seed: 1,
      lanes: 0,
    }),
  (report) => {
    result.value = report;
  },
);

state.forgetWith("results", () => {
  result.value = null;
});
state.forgetWith("file", () => {
  column.value = null;
  donors.value = null;
});
