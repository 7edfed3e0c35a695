import type { CellRange, ScorePart } from "../../contract/types";

/** A model with phenotype tokens, told some of a cell's phenotypes. */
export interface KnownPhenotypesLane {
  /**
   * Runs the cells of a block that are `asked` (0 or 1 each) once per target head: its token masked, the others as `given` (count x heads,
   * class code + 1, 0 masked). Scores of each target head, in order; cells not asked have none.
   */
  predictWithKnownPhenotypes: {
    request: { model: number; range: CellRange; asked: Uint8Array; given: Int32Array; targets: number[] };
    reply: ScorePart[];
    part: never;
  };
}
