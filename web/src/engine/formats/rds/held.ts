import { AnalysisError } from "../../../contract/errors";
import type { RNumbers } from "./values";

export type Numbers = Int32Array | Float64Array;

/** Memory for names, columns and short vectors; beyond it a file is refused. */
const MOST_HELD = 1.5e9;
/** Memory for vectors of matrices that are kept from the first reading; others are read again. */
const MOST_KEPT = 1 << 30;
/** Elements beyond which a vector that is no part of a sparse matrix is passed over. */
const MOST_DENSE = 1 << 25;
/** Elements of a short vector, and of a long one as it begins: a length is believed as far as its bytes are there. */
const SHORT = 1 << 20;

/** The memory that the objects of a file may take, in bytes. */
export class Held {
  private short = 0;
  private long = 0;

  /** `mostKept`: bytes of long vectors. `shortest`: elements from which one is long. */
  constructor(
    private readonly name: string,
    private readonly mostKept = MOST_KEPT,
    private readonly shortest = SHORT,
  ) {}

  /** Takes memory that is needed. Throws AnalysisError where it is more than a page can have. */
  take(bytes: number): void {
    this.short += bytes;
    if (this.short > MOST_HELD)
      throw new AnalysisError(
        "unsupported",
        `${this.name} holds more than ${MOST_HELD / 1e6} MB of names and annotations, too many to be read here. In R, keep fewer ` +
          "columns of the cells' annotation, or write the counts alone: DropletUtils::write10xCounts.",
      );
  }

  /** Takes memory for a vector, where there is some. */
  hasRoom(elements: number, width: number, ofMatrix: boolean): boolean {
    if (elements <= this.shortest) {
      this.take(elements * width + 64);
      return true;
    }
    if ((!ofMatrix && elements > MOST_DENSE) || this.long + elements * width > this.mostKept) return false;
    this.long += elements * width;
    return true;
  }

  growing(kind: RNumbers["kind"], length: number): Growing {
    return new Growing(kind, length);
  }
}

/** A vector whose memory grows with what is read of it. */
class Growing {
  private values: Numbers;
  private used = 0;

  constructor(
    private readonly kind: RNumbers["kind"],
    private readonly length: number,
  ) {
    this.values = empty(kind, Math.min(length, SHORT));
  }

  append(bytes: DataView, count: number): void {
    if (this.used + count > this.values.length) {
      const before = this.values;
      this.values = empty(this.kind, Math.min(this.length, Math.max(this.used + count, 2 * before.length)));
      this.values.set(before);
    }
    decodeInto(this.kind, bytes, count, this.values, this.used);
    this.used += count;
  }

  whole(): Numbers {
    return this.values;
  }
}

const empty = (kind: RNumbers["kind"], length: number): Numbers => (kind === "real" ? new Float64Array(length) : new Int32Array(length));

/** Values that are stored with the highest byte first. */
export function decoded(kind: RNumbers["kind"], bytes: DataView, count: number): Numbers {
  const values = empty(kind, count);
  decodeInto(kind, bytes, count, values, 0);
  return values;
}

function decodeInto(kind: RNumbers["kind"], bytes: DataView, count: number, into: Numbers, from: number): void {
  if (kind === "real") for (let at = 0; at < count; at++) into[from + at] = bytes.getFloat64(8 * at);
  else for (let at = 0; at < count; at++) into[from + at] = bytes.getInt32(4 * at);
}
