import type { Phenotype } from "./types";

/** Where a vote's clusters come from: Leiden of the file's own components, finer the more cells there are; or a column of the file. */
export type OverClustering = { kind: "leiden" } | { kind: "column"; column: string };

/** Each cluster's commonest label, given to all of its cells. */
export interface MajorityVote {
  model: string;
  phenotype: Phenotype;
  over: OverClustering;
  /** Of Leiden; null for a column. */
  resolution: number | null;
  /** Clusters whose commonest label has a smaller share are called heterogeneous. */
  minProp: number;
  /** Names of the clusters and, per cell of the file, which it is in; -1: none. */
  clusters: string[];
  clusterCodes: Int32Array<ArrayBuffer>;
  /** Labels given and, per cell, which; -1 for a cell in no cluster. */
  labels: string[];
  codes: Int32Array<ArrayBuffer>;
  /** Cells whose label is another than they were predicted, and cells called heterogeneous. */
  changed: number;
  heterogeneous: number;
  seconds: number;
}

/** What a cluster without a clear majority is called. */
export const HETEROGENEOUS = "Heterogeneous";
/** What a cell is called of which no class is above the threshold. */
export const UNASSIGNED = "Unassigned";
