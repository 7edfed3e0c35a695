import type {
  ClusterAgreement,
  ClusterReport,
  ComponentScale,
  ComponentsReport,
  GeneGroups,
  GeneMatch,
  GeneViolin,
  Grouping,
  MarkerList,
  MarkerRow,
  MarkersReport,
  NeighborsReport,
  QualityLimits,
  QualityMask,
  QualityMetric,
  QualityReport,
  Representation,
  VariableFlavour,
  VariableGenes,
} from "../survey";
import type { MadePart } from "../parts";
import type { CellRange, PartSource } from "../types";
import type { LayoutPart } from "./analysis";

/** What every step that passes over the matrix is asked with. */
export interface SurveyStep {
  /** `X`, `raw/X`, `layers/NAME`. */
  matrix: string;
  /** One byte per cell, 0: left out; null: every cell. */
  mask: Uint8Array | null;
  /** 0: one per core. */
  lanes: number;
}

/**
 * The survey in full, step by step. Steps that pass over the file wait for their turn, tell progress and can be stopped (`cancelled`).
 * The engine keeps the last result of each step for the steps after it: variable genes for components, components for neighbours,
 * neighbours for the map and the clusters, clusters for markers. A step whose forerunner is missing says so (`bad-input`).
 * Another matrix, or opening a file, forgets them all; a mask asked for anew has to be given to each step again.
 */
export interface SurveyOperations {
  /**
   * One pass: the five metrics of every cell, and the limits that `mads` (3, as scran) scaled median absolute
   * deviations set: on ln(1 + x) for totals and detected, both sides; mitochondrial upper. `samples`: a column within whose
   * groups they are found (scran's batch); null: over all cells. `parts`: what `surveyPart` found of all cells; no pass is made.
   */
  surveyQuality: {
    request: { matrix: string; mads: number; lanes: number; samples?: string | null; parts?: PartSource[] };
    reply: QualityReport;
    part: never;
  };
  /** The same of a run of cells, kept apart: the metrics of its cells, and sums of counts over sections of them. */
  surveyPart: {
    request: { matrix: string; lanes: number; range: CellRange };
    reply: { cells: MadePart; sums: MadePart };
    part: never;
  };
  /** One metric of every cell, for colouring. After `surveyQuality`. */
  qualityValues: { request: { metric: QualityMetric }; reply: { values: Float32Array<ArrayBuffer> }; part: never };
  /**
   * Which cells lie within limits: `automatic`, or those given (metrics left out have none). At once, for sliders.
   * After `surveyQuality`.
   */
  qualityMask: { request: { limits: QualityLimits | "automatic" }; reply: QualityMask; part: never };
  /** Genes that vary, the first `top` chosen. `column` names the labels of anova; `batch` the batches that genes are chosen across. */
  variableGenes: {
    request: SurveyStep & { flavour: VariableFlavour; top: number; column: string | null; batch?: string | null };
    reply: VariableGenes;
    part: never;
  };
  /** Exact leading components of some genes (places in the matrix); null: those that `variableGenes` chose. */
  /**
   * `keptBytes`: what a lane keeps of the cells' chosen scores at most, so that they need not be read twice; some 50 MB
   * unless said. No result depends on it.
   */
  surveyComponents: {
    request: SurveyStep & { genes: Int32Array | null; scale: ComponentScale; components: number; keptBytes?: number };
    reply: ComponentsReport;
    part: never;
  };
  /** Positions of all cells on two components, counted from 0, x and y interleaved; NaN where a cell is left out. */
  componentPositions: { request: { x: number; y: number }; reply: { xy: Float32Array<ArrayBuffer> }; part: never };
  /** Positions of all cells on components, row-major cells x `components`, as kept; for files. */
  componentScores: { request: Record<string, never>; reply: { components: number; scores: Float32Array<ArrayBuffer> }; part: never };
  /**
   * The `k` nearest neighbours (15: itself and 14 others) and their fuzzy graph. Cells outside the mask, or without a
   * position, take no part.
   */
  surveyNeighbors: {
    request: { matrix: string; of: Representation; mask: Uint8Array | null; k: number; seed: number; lanes: number };
    reply: NeighborsReport;
    part: never;
  };
  /**
   * A UMAP layout of the neighbours, sent as it settles; NaN for cells that take no part. Another layout or pass over
   * the file ends it. `epochs` 0: 500 up to 10,000 cells, else 200.
   */
  surveyLayout: {
    request: { seed: number; minDist: number; epochs: number };
    reply: { xy: Float32Array<ArrayBuffer>; seconds: number };
    part: LayoutPart;
  };
  /** Leiden clusters of the neighbours' graph: modularity with a resolution (1: the usual). */
  surveyClusters: { request: { resolution: number; seed: number }; reply: ClusterReport; part: never };
  clusterAgreement: { request: { column: string }; reply: ClusterAgreement; part: never };
  /**
   * Every gene in every group against the rest: t-test, fold change and, where `ranks`, Wilcoxon and AUC. Groups of
   * fewer than two cells are left out and named. `donors`: the column of donors to test over, null for none.
   * `most`: cells ranked at most (0: 100,000); more are drawn, balanced over groups, which the report says.
   * `split`: markers of clusters by count splitting too, in some six more passes; where it is not possible a note says why.
   */
  surveyMarkers: {
    request: SurveyStep & {
      by: Grouping;
      donors: string | null;
      ranks: boolean;
      most: number;
      seed: number;
      split?: boolean;
    } & MarkerList;
    reply: MarkersReport;
    part: never;
  };
  /**
   * Rows of the last markers: one group's (place in the report) genes by `order`, largest first. `find` keeps genes
   * whose symbol or id contains it. `total`: rows there are.
   */
  markerRows: {
    request: { group: number; first: number; count: number; find?: string } & MarkerList;
    reply: { rows: MarkerRow[]; total: number };
    part: never;
  };
  /**
   * Mean and fraction expressing of some genes by group: at once where markers of the same cells and groups are kept,
   * else by a pass over the file.
   */
  geneGroups: { request: SurveyStep & { genes: string[]; by: Grouping }; reply: GeneGroups; part: never };
  /** Distribution of one gene in each group; `bins` bars. */
  geneViolin: { request: SurveyStep & { gene: string; by: Grouping; bins: number }; reply: GeneViolin; part: never };
  /** What genes are by their names, as bits (MITOCHONDRIAL, RIBOSOMAL): genes of any list, by symbol or Ensembl id. */
  geneKinds: { request: { symbols: string[]; ensemblIds: string[] }; reply: Uint8Array<ArrayBuffer>; part: never };
  /** Genes by symbol, Ensembl id or alias, then by beginnings and parts of names; best first. */
  findGenes: { request: { matrix: string; text: string; limit: number }; reply: GeneMatch[]; part: never };
}
