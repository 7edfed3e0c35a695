import type { CellRange } from "../../contract/types";
import { unwrap, type CoreModule } from "../base/core";
import type { Prediction } from "../contract/predict";

/** How well each cell fits the label that a reference gave it, as SingleR tells it; NaN where a cell has none. */
export class LabelFits {
  /** Correlation with the label's profiles; that less the next label's, after fine tuning; that less the median over all labels. */
  readonly score: Float32Array<ArrayBuffer>;
  readonly delta: Float32Array<ArrayBuffer>;
  private readonly overMedian: Float32Array<ArrayBuffer>;
  private marked: Uint8Array<ArrayBuffer> | null = null;

  constructor(
    private readonly core: CoreModule,
    cells: number,
  ) {
    const empty = () => new Float32Array(cells).fill(NaN);
    [this.score, this.delta, this.overMedian] = [empty(), empty(), empty()];
  }

  put({ first }: CellRange, { score, delta, overMedian }: NonNullable<Prediction["fit"]>): void {
    this.score.set(score, first);
    this.delta.set(delta, first);
    this.overMedian.set(overMedian, first);
    this.marked = null;
  }

  withhold(cell: number): void {
    for (const values of [this.score, this.delta, this.overMedian]) values[cell] = NaN;
    this.marked = null;
  }

  /** Cells that SingleR's pruneScores would leave unlabelled: outliers among the cells of their label. `label` is -1 for none. */
  pruned(label: Int32Array): Uint8Array<ArrayBuffer> {
    return (this.marked ??= unwrap(this.core.prune_scores({ label, overMedian: this.overMedian })));
  }
}
