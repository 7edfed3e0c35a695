import type { Sums } from "../../../../../wasm/bind/phenolens_core";
import { AnalysisError } from "../../../contract/errors";
import type { ClusterReport, QualityLimits, QualityMetric, VariableGenes } from "../../../contract/survey";
import type { OpenedFile } from "../../file/opened-file";
import type { ComponentScores } from "./components";
import type { KeptGroups } from "./group-pass";
import type { KeptMarkers } from "./markers";
import type { NeighborGraph } from "./neighbors";

/** What the survey's steps have found so far, of one matrix of one file. */
export class SurveyState {
  quality: Record<QualityMetric, Float32Array<ArrayBuffer>> | undefined;
  /** The limits found when quality was measured. */
  automatic: QualityLimits = {};
  /** Sums of counts over all cells, left by the pass that measured quality. */
  counts: Sums | undefined;
  variable: VariableGenes | undefined;
  components: ComponentScores | undefined;
  graph: NeighborGraph | undefined;
  umap: Float32Array<ArrayBuffer> | undefined;
  clusters: ClusterReport | undefined;
  groups: KeptGroups | undefined;
  markers: KeptMarkers | undefined;

  constructor(readonly matrix: string) {}

  /** Frees what the core holds for it. */
  forget(): void {
    this.counts?.delete();
    this.groups?.sums.delete();
    this.counts = this.groups = this.markers = undefined;
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

const kept = new WeakMap<OpenedFile, SurveyState>();

/** A file is closed: what the core holds for it is freed. */
export function forgetSurvey(file: OpenedFile): void {
  kept.get(file)?.forget();
  kept.delete(file);
}

/** The state of the open file's survey; asked for with another matrix it starts afresh. */
export function surveyState(file: OpenedFile, matrix?: string): SurveyState {
  const old = kept.get(file);
  if (old && (matrix === undefined || old.matrix === matrix)) return old;
  old?.forget();
  const fresh = new SurveyState(matrix ?? file.matrix);
  kept.set(file, fresh);
  return fresh;
}
