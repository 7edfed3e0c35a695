/** What a pickle holds, as data: nothing of it can run. Tuples, lists and sets are arrays; bytes are Uint8Arrays. */
export type PickleValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | PickleValue[]
  | PickleDict
  | PickleClass
  | PickleObject
  | PickleType
  | NdArray;

/** A dict; keys keep the order in which they were stored. */
export type PickleDict = Map<PickleValue, PickleValue>;

/** A class or function by its name, from the list of those that are known. */
export class PickleClass {
  constructor(
    readonly module: string,
    readonly name: string,
  ) {}

  toString(): string {
    return `${this.module}.${this.name}`;
  }
}

/** An instance of a known class: its fields, and nothing of what it could do. */
export class PickleObject {
  fields: PickleDict = new Map();

  constructor(readonly of: PickleClass) {}

  /** A field, or undefined where there is none. */
  get(name: string): PickleValue | undefined {
    return this.fields.get(name);
  }
}

/** A numpy dtype of one number, or of text: its letter, its bytes an item, and their order. */
export class PickleType {
  isBig = false;

  constructor(
    readonly kind: string,
    readonly bytes: number,
  ) {}
}

/** A numpy array as it was stored: bytes of its type, or for the type of objects a list. */
export class NdArray {
  shape: number[] = [0];
  type = new PickleType("u", 1);
  /** Stored column by column. */
  isFortran = false;
  data: Uint8Array | PickleValue[] = [];

  get size(): number {
    return this.shape.reduce((product, length) => product * length, 1);
  }
}
