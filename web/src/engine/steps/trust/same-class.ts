import type { HeadInfo } from "../../../contract/types";
import type { Ontology } from "./is-a";

/** Two models' classes: the same, two, or not to be compared. */
export const SAME = 0;
export const OTHER = 1;
export const NOT_COMPARED = 255;

const plain = (label: string) => label.trim().toLowerCase();

/**
 * How each class of a first model stands to each of a second: row-major, first x second.
 *
 * Classes of one ontology term, or of one name, are the same. A model that knows a cell type only as finely as another term (`T cell`
 * beside `CD8 T cell`) does not contradict it: where one of the models lacks the other's class, a class that is the other or lies below
 * or above it is the same. A class of the first model that nothing in the second is related to is not compared.
 */
export function sameClasses(first: HeadInfo, second: HeadInfo, ontology: Ontology): Uint8Array<ArrayBuffer> {
  const keysOf = (head: HeadInfo) =>
    head.classes.map(({ label, ontologyId }) => ({ name: plain(label), term: ontology.termOf(ontologyId, ontologyId) ?? null }));
  const [a, b] = [keysOf(first), keysOf(second)];
  const holds = (list: typeof a, { name, term }: (typeof a)[number]) =>
    list.some((one) => one.name === name || (term !== null && one.term === term));
  const isFirstKnown = a.map((one) => holds(b, one));
  const isSecondKnown = b.map((one) => holds(a, one));
  const upward = (list: typeof a) => list.map(({ term }) => (term === null ? null : ontology.above(term).add(term)));
  const [aboveA, aboveB] = [upward(a), upward(b)];
  const out = new Uint8Array(a.length * b.length).fill(OTHER);
  a.forEach((one, i) => {
    let isComparable = isFirstKnown[i]!;
    b.forEach((other, j) => {
      const isEqual = one.name === other.name || (one.term !== null && one.term === other.term);
      const bothKnown = isFirstKnown[i]! && isSecondKnown[j]!;
      const isRelated = !bothKnown && other.term !== null && one.term !== null && (aboveA[i]!.has(other.term) || aboveB[j]!.has(one.term));
      if (!isEqual && !isRelated) return;
      out[i * b.length + j] = SAME;
      isComparable = true;
    });
    if (!isComparable) out.fill(NOT_COMPARED, i * b.length, (i + 1) * b.length);
  });
  return out;
}
