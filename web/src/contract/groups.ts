import type { Phenotype } from "./basics";
import type { LightColor } from "./trust";

/** Groups of cells that a model's labels are looked at in: the clusters found last, a column of obs, or the labels themselves. */
export type GroupsBy = { kind: "clusters" } | { kind: "column"; column: string } | { kind: "classes" };

/** Marker genes of the user's own: GMT or GMX (a set a class), or a table with a column of cell types and one of genes. */
export interface MarkerFile {
  name: string;
  text: string;
}

/** How a class's markers stand among a group's top genes. */
export interface MarkerHits {
  label: string;
  /** Those measured, in the order of the list. */
  found: string[];
  missing: string[];
}

/** A class that a group's top genes fit better than its label's: `surprise` is by how much more of its markers are there than expected. */
export interface Rather extends MarkerHits {
  surprise: number;
}

/** What a model says of one group of cells, and what speaks against it. */
export interface GroupRow {
  group: string;
  /** Cells of the group that have a label. */
  cells: number;
  /** Donors they come from; null where no column of donors was named. */
  donors: number | null;
  /** The commonest label, and the share of the cells that have it. */
  label: string;
  ontologyId: string;
  share: number;
  /** Means over the cells: entropy in nats, probability of the first label. */
  entropy: number;
  probability: number;
  /** Share of the cells to which the other models give the same label; null where none can be compared. */
  agreement: number | null;
  /** Share of the cells farther from every class than 95% of held-out training cells; null where that is not measured. */
  far: number | null;
  /** Genes with the largest difference of mean log-normalized expression to all other cells, largest first. */
  topGenes: string[];
  /** The label's own markers; null where too few are measured or the group has no others to be compared with. */
  markers: MarkerHits | null;
  /** Another class whose markers the top genes fit clearly better. */
  rather: Rather | null;
  /** 0 to 1: one less the product of what each sign leaves standing. Rows are in its order. */
  suspicion: number;
  color: LightColor;
  /** What speaks against the label, in words; empty where nothing does. */
  reasons: string[];
}

export interface GroupsReport {
  model: string;
  phenotype: Phenotype;
  by: string;
  donors: string | null;
  rows: GroupRow[];
  /** Where the markers are from, and how many of the head's classes have some. */
  markers: { source: string; classes: number };
  seconds: number;
  notes: string[];
}
