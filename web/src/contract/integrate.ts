// Batches laid over each other, and what that did.

/**
 * harmony: soft clusters whose batches are mixed (Korsunsky et al. 2019). mnn: batches merged one by one by mutual nearest neighbours
 * (Haghverdi et al. 2018).
 */
export const METHODS = ["harmony", "mnn"] as const;
export type IntegrationMethod = (typeof METHODS)[number];

/** How the cells lie before or after: of the cells drawn, 89 neighbours of each (scib-metrics' 90 with the cell itself). */
export interface Mixing {
  /** scib's graph iLISI of batches: 0 for neighbours of one batch, 1 for all alike. */
  batchLisi: number;
  /** kBET: share of cells whose neighbours have the batches in their shares among all. */
  kbet: number;
  /** scib's cLISI of labels: 1 where neighbours have one label; null without labels, as all below. */
  labelLisi: number | null;
  /** scib's silhouette_label, and silhouette_batch (1: batches lie over each other within labels; null too where no label has two). */
  labelSilhouette: number | null;
  batchSilhouette: number | null;
  /** Labels and Leiden clusters (15 neighbours, resolution 1). */
  ari: number | null;
  nmi: number | null;
  /** Of each batch: the share of its cells' neighbours with the cell's own label, and what chance would give. */
  ownLabel: { batch: string; cells: number; share: number; expected: number }[] | null;
}

export interface IntegrationReport {
  method: IntegrationMethod;
  /** Columns of batches; the first is what mixing is measured by. */
  columns: string[];
  batches: string[];
  /** What labels are of: a column, or a model that predicted them; null: none. */
  labels: string | null;
  /** Cells laid out, and those drawn to measure by. */
  cells: number;
  drawn: number;
  /** Rounds or merges made; whether Harmony settled (MNN: null). */
  rounds: number;
  converged: boolean | null;
  before: Mixing;
  after: Mixing;
  /** Labels of one batch alone; a condition that lies as the batches do. A sentence each. */
  warnings: string[];
  /** What the correction did, and what it may have removed. */
  says: string;
  seconds: number;
}
