// Doublets: droplets with two cells, told by how many simulated ones lie near a cell (Scrublet; Wolock et al. 2019).

/** Fewer cells of a sample than this are too few to simulate doublets from, and more are no one sample. */
export const DOUBLET_CELLS = { fewest: 100, most: 100_000 } as const;

/** Expected share of doublets unless another is given, scanpy's. */
export const DOUBLET_RATE = 0.05;

/** Columns that the engine makes of the scores; no column of obs goes by these names. */
export const DOUBLET_SCORE_COLUMN = "Doublet score (Scrublet)";
export const PREDICTED_DOUBLET_COLUMN = "Predicted doublet (Scrublet)";

/** Cells that doublets formed among, and what was found there. */
export interface DoubletSample {
  name: string;
  cells: number;
  /** Why there are no scores; null where there are. The figures below are then 0 or null. */
  why: string | null;
  /** Genes, components and neighbours (simulated ones among them) the scores rest on. */
  genes: number;
  components: number;
  neighbors: number;
  /** Between the two modes of the simulated doublets' scores; null where these have not two. */
  automatic: number | null;
  /** Above the threshold: cells, and the share of simulated doublets (what could be detected at all). */
  flagged: number;
  detectable: number | null;
}

/** Which cells are called doublets. */
export interface DoubletCall {
  /** The same for all samples; null: each sample's automatic one. */
  threshold: number | null;
  /** Cells with a score, and those of them above the threshold. */
  scored: number;
  flagged: number;
  samples: DoubletSample[];
  notes: string[];
}

export interface DoubletReport extends DoubletCall {
  matrix: string;
  /** The obs column of samples; null: all cells as one. */
  column: string | null;
  rate: number;
  seed: number;
  /** `edges` from 0; cells and simulated doublets between one and the next. */
  histogram: { edges: number[]; observed: number[]; simulated: number[] };
  seconds: number;
}

/** Doublets of one group of cells. */
export interface DoubletGroup {
  name: string;
  cells: number;
  scored: number;
  flagged: number;
  /** Of the cells with a score; NaN without any. */
  medianScore: number;
}

/** What is written of one cell. */
export interface CellDoublet {
  score: number;
  isPredicted: boolean;
}
