/*
 * Objects of R as far as they are kept: https://cran.r-project.org/doc/manuals/r-release/R-ints.html#Serialization-Formats
 */

export type Attributes = ReadonlyMap<string, RValue>;
export const NO_ATTRIBUTES: Attributes = new Map();

/** A vector of numbers. Those of `lgl` are 0, 1 or NA_INTEGER. */
export interface RNumbers {
  kind: "int" | "lgl" | "real";
  /** Its place among all such vectors of the file, by which it is found again. */
  id: number;
  length: number;
  /** Null where there was no memory for it. */
  values: Int32Array | Float64Array | null;
  attributes: Attributes;
}
export interface RText {
  kind: "text";
  /** NA is null. */
  values: (string | null)[];
  attributes: Attributes;
}
export interface RList {
  kind: "list";
  items: RValue[];
  attributes: Attributes;
}
export interface RPairs {
  kind: "pairs";
  items: { name: string; value: RValue }[];
  attributes: Attributes;
}
export interface RObject {
  kind: "s4";
  attributes: Attributes;
}
export interface REnvironment {
  kind: "environment";
  entries: Map<string, RValue>;
  attributes: Attributes;
}
export type RValue =
  | RNumbers
  | RText
  | RList
  | RPairs
  | RObject
  | REnvironment
  | { kind: "null"; attributes: Attributes }
  | { kind: "symbol"; name: string; attributes: Attributes }
  /** What is known by its kind alone: a function, a call, a pointer, or what was passed over. */
  | { kind: "other"; what: string; attributes: Attributes };

/** NA of whole numbers and of truth values. */
export const NA_INTEGER = -(2 ** 31);
export const R_NULL: RValue = { kind: "null", attributes: NO_ATTRIBUTES };

/** An attribute, which a slot of an S4 object is, too; NULL where there is none. */
export function slot(value: RValue, name: string): RValue {
  const found = value.attributes.get(name) ?? R_NULL;
  // Slots that hold NULL are written as this symbol.
  return found.kind === "symbol" && found.name === "\u0001NULL\u0001" ? R_NULL : found;
}

/** An attribute within attributes. */
export const within = (value: RValue, ...names: string[]): RValue => names.reduce(slot, value);

/** Texts, NA as ''; empty for anything else. */
export const texts = (value: RValue): string[] => (value.kind === "text" ? value.values.map((text) => text ?? "") : []);
export const text = (value: RValue): string => texts(value)[0] ?? "";

/** Whole numbers that were kept; empty for anything else. */
export function numbers(value: RValue): Int32Array | Float64Array {
  return ("values" in value && value.kind !== "text" && value.values) || new Int32Array(0);
}

export const classes = (value: RValue): string[] => texts(slot(value, "class"));
/** The package that defines the class of an S4 object. */
export const packageOf = (value: RValue): string => text(within(value, "class", "package"));

/** Items of a list, a pairlist or an environment by their names; those without are left out. */
export function named(value: RValue): Map<string, RValue> {
  if (value.kind === "environment") return value.entries;
  if (value.kind === "pairs") return new Map(value.items.map((item) => [item.name, item.value]));
  if (value.kind !== "list") return new Map();
  const names = texts(slot(value, "names"));
  return new Map(value.items.flatMap((item, at): [string, RValue][] => (names[at] ? [[names[at], item]] : [])));
}
