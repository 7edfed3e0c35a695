import type { GroupTests, NearestNeighbors, Sums } from "../../../../../wasm/bind/phenolens_core";
import { AnalysisError } from "../../../contract/errors";
import type {
  ClusterReport,
  ComponentScale,
  QualityLimits,
  QualityMetric,
  Representation,
  VariableFlavour,
  VariableGenes,
} from "../../../contract/survey";
import { Kept } from "../../file/kept";
import type { OpenedFile } from "../../file/opened-file";
import type { SurveyGenes } from "./genes";

/** Where every cell lies on the components: row-major cells x components, NaN where a cell has no position. */
export interface ComponentScores {
  components: number;
  values: Float32Array<ArrayBuffer>;
  /** How they were made. */
  recipe: ComponentsRecipe;
}

/** What the same components of other counts are made by. */
export interface ComponentsRecipe {
  scale: ComponentScale;
  /** Null: the variable genes, chosen as `variable` says. */
  genes: Int32Array | null;
  variable: { flavour: VariableFlavour; top: number; column: string | null } | null;
  mask: Uint8Array | null;
}

/** Neighbours of the cells that take part, and where these start a layout from. */
export interface NeighborGraph {
  /** Cells of the file, rising: point i is cells[i]. */
  cells: Int32Array;
  near: NearestNeighbors;
  /** Two coordinates a point. */
  start: Float32Array<ArrayBuffer>;
  /** What the neighbours were sought in, and the cells that took part. */
  of: Representation;
  mask: Uint8Array | null;
}

/** Groups of cells by name. */
export interface Groups {
  by: string;
  names: string[];
  /** A place among the names per cell; -1 for none. */
  codes: Int32Array;
  /** The last name is of cells without a label: they are of every group's rest, as in scanpy, and no group of their own. */
  hasUnlabelled?: boolean;
}

/** Sums of every gene in groups of cells, kept until other groups are asked for: dot plots and tests are read off them. */
export interface KeptGroups extends Groups {
  sums: Sums;
  /** Cells of each group. */
  sizes: Float64Array;
}

/** Counts of every gene, summed over each donor's cells of each group. */
export interface DonorSums {
  column: string;
  /** Donors with cells. */
  count: number;
  /** Cells that have a group, but no donor. */
  without: number;
  sums: Sums;
  /** A group and a donor per sample. */
  groups: Int32Array;
  donors: Int32Array;
}

export interface RankResults {
  /** Row-major genes x groups. */
  z: Float64Array;
  auc: Float32Array;
}

/** Clusters of one half of the counts, and sums of rates in the other half over their cells. */
export interface SplitClusters {
  sums: Sums;
  sizes: number[];
  /** For each cluster of all counts the most alike of the half, and their Jaccard index; NaN where none has a cell of it. */
  best: Int32Array;
  jaccard: Float64Array;
}

/** Tests of one group's genes against the rest. */
export interface GroupTable extends GroupTests {
  donorLogFoldChange: Float64Array;
  donorT: Float64Array;
  donorP: Float64Array;
  donorQ: Float64Array;
  z: Float64Array;
  zP: Float64Array;
  zQ: Float64Array;
  auc: Float64Array;
  splitP: Float64Array;
  splitQ: Float64Array;
}

/** Tests of groups against the rest: each group's are made when they are first looked at. */
export interface KeptMarkers {
  groups: KeptGroups;
  /** Groups tested, as places among all. */
  tested: number[];
  /** Null: no column of donors. */
  donors: DonorSums | null;
  /** Whether each group tested is compared over donors. */
  isOverDonors: boolean[];
  genes: SurveyGenes;
  ranks: RankResults | null;
  /** Null: no count splitting. */
  split: SplitClusters | null;
  tables: Map<number, GroupTable>;
}

/** What the survey's steps have found so far, of one matrix of one file. */
export class SurveyState {
  quality: Record<QualityMetric, Float32Array<ArrayBuffer>> | undefined;
  /** The limits found when quality was measured. */
  automatic: QualityLimits = {};
  /** The same within each sample, and each cell's place among the samples (-1: none); null: of all cells. */
  bySample: { codes: Int32Array; limits: QualityLimits[] } | null = null;
  /** Sums of counts over all cells, left by the pass that measured quality. */
  counts: Sums | undefined;
  variable: VariableGenes | undefined;
  components: ComponentScores | undefined;
  /** The same corrected for batches; gone with other components. */
  integrated: ComponentScores | undefined;
  graph: NeighborGraph | undefined;
  umap: Float32Array<ArrayBuffer> | undefined;
  clusters: ClusterReport | undefined;
  groups: KeptGroups | undefined;
  markers: KeptMarkers | undefined;

  /** Frees what the core holds for it. */
  forget(): void {
    this.counts?.delete();
    this.groups?.sums.delete();
    this.forgetMarkers();
    this.counts = this.groups = undefined;
  }

  forgetMarkers(): void {
    this.markers?.donors?.sums.delete();
    this.markers?.split?.sums.delete();
    this.markers = undefined;
  }

  neighbors(): NeighborGraph {
    if (!this.graph) throw new AnalysisError("bad-input", "The cells' neighbours have not been found yet.");
    return this.graph;
  }

  placed(): ComponentScores {
    if (!this.components) throw new AnalysisError("bad-input", "Components have not been made yet.");
    return this.components;
  }

  measured(): Record<QualityMetric, Float32Array<ArrayBuffer>> {
    if (!this.quality) throw new AnalysisError("bad-input", "The quality of the cells has not been measured yet.");
    return this.quality;
  }
}

const SURVEYED = new Kept<SurveyState>("The file has not been surveyed yet.", (state) => state.forget());

/** The state of the survey of a matrix: that of another is let go. */
export function surveyState(file: OpenedFile, matrix: string): SurveyState {
  return SURVEYED.find(file, matrix) ?? SURVEYED.put(file, matrix, new SurveyState());
}

/** What was surveyed last, of whichever matrix or of the one named; a state with nothing in it where nothing was. */
export function lastSurvey(file: OpenedFile, matrix?: string): SurveyState {
  return (matrix === undefined ? SURVEYED.last(file) : SURVEYED.find(file, matrix)) ?? new SurveyState();
}
