import type { Analyzed } from "../../file/analyzed";
import { knownCells } from "../../file/carried";
import type { Known } from "../../file/known";
import type { OpenedFile } from "../../file/opened-file";
import type { ModelResults } from "../../file/scores";
import { SEX_COUNTS } from "../../file/sex";
import type { LaneModel } from "../../contract/model";
import type { CellRange } from "../../../contract/types";

/** Cells that were analysed before they were joined with others: what they need no more. */
export class Adopted {
  constructor(
    private readonly file: OpenedFile,
    private readonly known: Known[],
  ) {}

  static of(file: OpenedFile, analyzed: Analyzed): Adopted {
    return new Adopted(file, analyzed.measured === 0 ? knownCells(file, analyzed) : []);
  }

  /** What a model said of them, by the same files; null where it has to be asked again. */
  resultsOf(model: LaneModel, results: ModelResults): ModelResults | null {
    const before = this.known.length > 0 ? this.file.carried?.analyzed.finished(model) : undefined;
    return before && results.canAdopt(before) ? before : null;
  }

  /** Takes what is known of a model. */
  take(results: ModelResults, before: ModelResults): void {
    for (const known of this.known) results.adopt(before, known);
  }

  /** Takes their quality and counts of the genes of sex. */
  takeQuality(analyzed: Analyzed): void {
    const before = this.file.carried?.analyzed;
    if (!before) return;
    const sex = SEX_COUNTS.find(this.file, analyzed.matrix);
    for (const { from, first, count } of this.known) {
      for (const metric of ["totals", "detected", "mitochondrial"] as const)
        analyzed.quality[metric].set(before.quality[metric].subarray(from, from + count), first);
      analyzed.whole.set(before.whole.subarray(from, from + count), first);
      analyzed.measured += count;
      const old = this.file.carried!.sex;
      if (!sex || !old) continue;
      sex.x.set(old.x.subarray(from, from + count), first);
      sex.y.set(old.y.subarray(from, from + count), first);
    }
  }

  get cells(): number {
    return this.known.reduce((sum, { count }) => sum + count, 0);
  }

  get parts(): readonly Known[] {
    return this.known;
  }

  /** Blocks of the cells that are not known: no block holds cells of both. */
  rest(blocks: CellRange[][]): CellRange[][] {
    const isKnown = ({ first }: CellRange) => this.known.some((part) => part.first <= first && first < part.first + part.count);
    return blocks.map((group) => group.filter((block) => !isKnown(block))).filter(({ length }) => length > 0);
  }
}
