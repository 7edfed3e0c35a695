import type { Phenotype } from "./basics";
import type { TermInfo } from "./types";

/** What several models agree on, cell by cell: the finest term of Cell Ontology that most of their labels are or lie below. */
export interface Consensus {
  phenotype: Phenotype;
  /** Models compared, and those left out as too few of their classes have a term. */
  models: string[];
  leftOut: string[];
  /** Terms agreed on, most cells first. */
  terms: (TermInfo & { cells: number })[];
  /** Per cell an index of `terms`; -1 where most models agree on nothing that says what the cell is, or fewer than two label it. */
  codes: Int32Array<ArrayBuffer>;
  /** Per cell the share of the models that agree on it; NaN without a term. */
  share: Float32Array<ArrayBuffer>;
  /** Cells that at least two models label, and their share on which all agree. */
  cells: number;
  all: number;
}

/** A cluster or category, and what the models agree on in it. */
export interface ConsensusGroup {
  group: string;
  cells: number;
  /** The finest term that most of its cells' terms are or lie below; empty where there is none. */
  id: string;
  name: string;
  /** Share of its cells that go by the term, and mean share of the models that agree on it. */
  share: number;
  models: number;
}
