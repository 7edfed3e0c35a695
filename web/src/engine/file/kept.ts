import { AnalysisError } from "../../contract/errors";

/** What is kept of a file: the matrix it is of, and how to let it go. */
export interface Held {
  matrix: string;
  value: unknown;
  free(): void;
}

/** A file that things are kept with; when it is closed they are freed. */
export interface Keeper {
  readonly kept: Map<object, Held>;
}

/**
 * What a step found last, kept with the file and the matrix it is of: asked for of another matrix it is not there, and what is found of
 * another takes its place. One `Kept` a step, for all files.
 */
export class Kept<T> {
  /** `absent`: the sentence that says nothing was found yet. `free` lets go what the core holds for it. */
  constructor(
    private readonly absent: string,
    private readonly free: (value: T) => void = () => {},
  ) {}

  put(file: Keeper, matrix: string, value: T): T {
    this.forget(file);
    file.kept.set(this, { matrix, value, free: () => this.free(value) });
    return value;
  }

  find(file: Keeper, matrix: string): T | undefined {
    const held = file.kept.get(this);
    return held?.matrix === matrix ? (held.value as T) : undefined;
  }

  /** The same; throws AnalysisError(bad-input) where it is not there. */
  of(file: Keeper, matrix: string): T {
    const found = this.find(file, matrix);
    if (found !== undefined) return found;
    const other = file.kept.get(this)?.matrix;
    throw new AnalysisError(
      "bad-input",
      other === undefined ? this.absent : `${this.absent} What is known is of ${other}, not of ${matrix}.`,
    );
  }

  /** What was found last, of whichever matrix. */
  last(file: Keeper): T | undefined {
    return file.kept.get(this)?.value as T | undefined;
  }

  forget(file: Keeper): void {
    file.kept.get(this)?.free();
    file.kept.delete(this);
  }
}
