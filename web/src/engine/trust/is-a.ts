import type { ClassInfo } from "../../pipeline/types";
import { IS_A } from "./is-a-table";
import { plainLabel } from "./label-match";

const byName = new Map<string, string>();
for (const [term, [name, , also]] of Object.entries(IS_A)) for (const one of [name, ...also]) byName.set(plainLabel(one), term);

/** The term a label or its ontology id stands for, where the table has it. */
export function termOf(label: string, id = ""): string | undefined {
  for (const one of [id, label]) if (one.toUpperCase() in IS_A) return one.toUpperCase();
  return byName.get(plainLabel(label));
}

/** Whether a term is another one or below it. */
export function isA(term: string, other: string): boolean {
  return term === other || (IS_A[term]?.[1].some((parent) => isA(parent, other)) ?? false);
}

/** Codes of the classes that are right answers for a term: itself and what is below it. */
export function acceptedFor(term: string, classes: readonly ClassInfo[]): number[] {
  return [...classes.keys()].filter((code) => isA(classes[code]!.ontologyId.toUpperCase() || "none", term));
}

/** Row-major (classes, then broader terms) x classes: 1 where the answer is right for the label. */
export function acceptedAnswers(classes: readonly ClassInfo[], broader: readonly string[]): Uint8Array<ArrayBuffer> {
  const n = classes.length;
  const table = new Uint8Array((n + broader.length) * n);
  classes.forEach(({ ontologyId }, row) => {
    table[row * n + row] = 1;
    if (ontologyId) for (const code of acceptedFor(ontologyId.toUpperCase(), classes)) table[row * n + code] = 1;
  });
  broader.forEach((term, i) => {
    for (const code of acceptedFor(term, classes)) table[(n + i) * n + code] = 1;
  });
  return table;
}

export const nameOfTerm = (term: string): string => IS_A[term]?.[0] ?? term;
