import { damaged, PickleFailure } from "./failure";
import type { PickleValue } from "./values";

/** Values a pickle may make: models hold a few for each gene and class. Each takes a byte of the file and some tens of memory. */
const MOST_VALUES = 500_000;
/** Containers begun within one another. */
const DEEPEST = 1_000;

/** The values at hand, the marks among them, and those kept by number. */
export class PickleStack {
  readonly values: PickleValue[] = [];
  private readonly marks: number[] = [];
  private readonly memo = new Map<number, PickleValue>();
  private made = 0;

  push(value: PickleValue): void {
    if (++this.made > MOST_VALUES)
      throw new PickleFailure(
        "memory",
        `holds more than ${MOST_VALUES.toLocaleString("en")} values outside its arrays, which no classifier does`,
      );
    this.values.push(value);
  }

  pop(): PickleValue {
    if (this.values.length <= this.floor) damaged("it takes a value where there is none");
    return this.values.pop()!;
  }

  get top(): PickleValue {
    if (this.values.length <= this.floor) damaged("it takes a value where there is none");
    return this.values.at(-1)!;
  }

  set top(value: PickleValue) {
    this.values[this.values.length - 1] = value;
  }

  mark(): void {
    if (this.marks.length >= DEEPEST)
      throw new PickleFailure(
        "memory",
        `nests more than ${DEEPEST.toLocaleString("en")} containers in one another, which no classifier does`,
      );
    this.marks.push(this.values.length);
  }

  /** What lies above the last mark, taken off with it. */
  popMark(): PickleValue[] {
    const from = this.marks.pop();
    if (from === undefined) damaged("it ends a container that was not begun");
    return this.values.splice(from);
  }

  /** Python's POP takes a mark where it is on top. */
  drop(): void {
    if (this.marks.at(-1) === this.values.length) this.marks.pop();
    else this.pop();
  }

  put(key: number, value = this.top): void {
    this.memo.set(key, value);
  }

  memoize(): void {
    this.memo.set(this.memo.size, this.top);
  }

  get(key: number): void {
    const value = this.memo.get(key);
    if (value === undefined) damaged(`it refers to its value ${key}, which it has not made`);
    this.push(value);
  }

  private get floor(): number {
    return this.marks.at(-1) ?? 0;
  }
}
