import { AnalysisError } from "../../../contract/errors";
import type { RowBlock } from "../../contract/cells";
import type { ReadPlan, StudyPart } from "../read-plan";
import { restrictedBlock } from "../features";
import { asStudyValues } from "./blocks";
import type { OpenReaders } from "./open-readers";
import { ALL_GENES, partsOf, SHARED_GENES, startsOf, type StudyPlan } from "./plan";

/** What lanes and the engine read of a study alike: blocks of its matrices, each of one file. */
export class StudyMatrices {
  readonly starts: number[];
  private parts: StudyPart[] | undefined;
  private readonly sharedPlaces = new Map<number, Int32Array>();

  constructor(
    readonly name: string,
    readonly plan: StudyPlan,
    private readonly readers: OpenReaders,
  ) {
    this.starts = startsOf(plan.files);
  }

  get cells(): number {
    return this.starts.at(-1)!;
  }

  get paths(): string[] {
    return this.plan.shared ? [ALL_GENES, SHARED_GENES] : [ALL_GENES];
  }

  genes(matrix: string): number {
    const { shared, genes } = this.plan;
    return shared && matrix === SHARED_GENES ? shared.reduce((count, place) => count + Number(place >= 0), 0) : genes;
  }

  /** The cells of each file; of the genes that all measure, nothing is told apart. */
  partsOf(matrix: string): StudyPart[] {
    this.check(matrix);
    return matrix === ALL_GENES ? (this.parts ??= partsOf(this.plan)) : [];
  }

  /** How the matrix wants to be read: file by file. */
  reading(matrix: string): ReadPlan {
    this.check(matrix);
    const parts = this.plan.files.map(({ shape, grain, span }, i) => ({ first: this.starts[i]!, shape, grain, span }));
    const stored = parts.reduce((sum, { shape }) => sum + shape.stored, 0);
    const [first] = this.plan.files;
    const shape = { path: matrix, layout: first!.shape.layout, dtype: "float32", cells: this.cells, genes: this.genes(matrix), stored };
    return { shape, grain: 0, span: 0, parts };
  }

  /**
   * Cells of one file, their genes at their places in the study; with `own` values as the file itself is read, else as the study is.
   * Throws AnalysisError(internal) where they are of several files.
   */
  async block(matrix: string, first: number, count: number, as: "own" | "study" = "study"): Promise<RowBlock> {
    this.check(matrix);
    const at = this.fileOf(first);
    const start = this.starts[at]!;
    if (first + count > this.starts[at + 1]!) throw new AnalysisError("internal", `A block spans several files of ${this.name}.`);
    const file = this.plan.files[at]!;
    const block = await this.readers.use(at, (reader) => reader.block(file.matrix, first - start, count));
    const values = as === "own" ? block : asStudyValues(block, file.values, this.plan.values);
    const places = this.placesOf(at, matrix);
    return { ...(places ? restrictedBlock(values, places, this.genes(matrix)) : values), first };
  }

  /** The file that holds a cell. */
  fileOf(cell: number): number {
    let [low, high] = [0, this.starts.length - 2];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= cell) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Places of a file's genes in a matrix; null where they are its genes in order. */
  private placesOf(file: number, matrix: string): Int32Array | null {
    const { shared, files } = this.plan;
    const { places } = files[file]!;
    if (!shared || matrix === ALL_GENES) return places;
    if (!places) return shared;
    let known = this.sharedPlaces.get(file);
    if (!known) this.sharedPlaces.set(file, (known = places.map((place) => shared[place]!)));
    return known;
  }

  private check(matrix: string): void {
    if (!this.paths.includes(matrix))
      throw new AnalysisError("bad-input", `${this.name} has no matrix ${matrix}; it has ${this.paths.join(", ")}.`);
  }
}
