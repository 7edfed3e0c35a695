import type { Held } from "./held";
import { NA_INTEGER, numbers, slot, type Attributes, type RValue } from "./values";

/**
 * A vector that R writes by how it is made: a run of numbers, numbers to be written as text, one wrapped in another. Null for any other.
 * https://github.com/wch/r-source/blob/trunk/src/main/altclasses.c
 */
export function resolved(about: RValue, state: RValue, attributes: Attributes, held: Held): RValue | null {
  const made = about.kind === "pairs" ? about.items[0]?.value : undefined;
  const name = made?.kind === "symbol" ? made.name : "";
  if (name === "compact_intseq" || name === "compact_realseq") return run(name, state, attributes, held);
  const inner = state.kind === "pairs" ? state.items[0]?.value : state.kind === "list" ? state.items[0] : undefined;
  if (!inner) return null;
  if (name === "deferred_string") return written(inner, attributes, held);
  if (!name.startsWith("wrap_")) return null;
  return attributes.size > 0 ? { ...inner, attributes } : inner;
}

function run(name: string, state: RValue, attributes: Attributes, held: Held): RValue | null {
  const [length = -1, first = 0, step = 0] = numbers(state);
  if (state.kind !== "real" || !Number.isInteger(length) || length < 0 || length > 2 ** 40) return null;
  const isInt = name === "compact_intseq";
  // It has no bytes in the file: its length alone would be believed.
  held.take(length * (isInt ? 4 : 8));
  const values = isInt ? new Int32Array(length) : new Float64Array(length);
  for (let at = 0; at < length; at++) values[at] = first + at * step;
  return { kind: isInt ? "int" : "real", id: -1, length, values, attributes };
}

function written(inner: RValue, attributes: Attributes, held: Held): RValue | null {
  if ((inner.kind !== "int" && inner.kind !== "real") || !inner.values) return inner.kind === "text" ? inner : null;
  held.take(inner.length * 32);
  const values = Array.from(inner.values, (value) => {
    if (Number.isNaN(value) || (inner.kind === "int" && value === NA_INTEGER)) return null;
    return inner.kind === "int" ? String(value) : asText(value);
  });
  const names = slot(inner, "names");
  return { kind: "text", values, attributes: attributes.size > 0 || names.kind === "null" ? attributes : new Map([["names", names]]) };
}

/** A real number as R writes it, to 15 digits: 100000 is 1e+05. */
function asText(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? "Inf" : "-Inf";
  const plain = String(Number(value.toPrecision(15)));
  const [digits, exponent] = Number(plain).toExponential().split("e") as [string, string];
  const scientific = `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, "0")}`;
  return !plain.includes("e") && plain.length <= scientific.length ? plain : scientific;
}
