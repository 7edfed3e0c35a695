import type { ClassInfo } from "../../../contract/types";
import type { Environment } from "../../base/environment";
import { plainLabel } from "./plain-label";

interface Term {
  name: string;
  parents: readonly string[];
  /** Other names. */
  also: readonly string[];
}

/** Terms of Cell Ontology, Uberon and Mondo with what they are (and, for anatomy, are part of). */
export class Ontology {
  private readonly terms = new Map<string, Term>();
  private below: Map<string, number> | undefined;
  /** Plain name -> term; null where two terms share a synonym. */
  private readonly byName = new Map<string, string | null>();

  /**
   * `table` has a line on where it is from, one of headings and a line a term: id, name, parents and other names, apart
   * by tabs, several by bars.
   */
  constructor(table: string) {
    const others: [string, string][] = [];
    for (const line of table.trimEnd().split("\n").slice(2)) {
      const [id = "", name = "", parents = "", also = ""] = line.split("\t");
      const term = { name, parents: parents ? parents.split("|") : [], also: also ? also.split("|") : [] };
      this.terms.set(id, term);
      this.byName.set(plainLabel(name), id);
      for (const one of term.also) others.push([plainLabel(one), id]);
    }
    const names = new Set(this.byName.keys());
    for (const [name, id] of others)
      if (!names.has(name)) this.byName.set(name, (this.byName.get(name) ?? id) === id && this.byName.get(name) !== null ? id : null);
  }

  /** The term that an ontology id or, failing that, a label stands for. */
  termOf(label: string, id = ""): string | undefined {
    for (const one of [id, label]) if (this.terms.has(one.toUpperCase())) return one.toUpperCase();
    return this.byName.get(plainLabel(label)) ?? undefined;
  }

  /** Every term of the Cell Ontology with its names. */
  *cellTypes(): Generator<{ id: string; name: string; also: readonly string[] }> {
    for (const [id, { name, also }] of this.terms) if (id.startsWith("CL:")) yield { id, name, also };
  }

  nameOf(term: string): string {
    return this.terms.get(term)?.name ?? term;
  }

  parentsOf(term: string): readonly string[] {
    return this.terms.get(term)?.parents ?? [];
  }

  /** Everything above a term, without itself. */
  above(term: string): Set<string> {
    const found = new Set<string>();
    const next = [...this.parentsOf(term)];
    for (let one = next.pop(); one !== undefined; one = next.pop())
      if (!found.has(one)) {
        found.add(one);
        next.push(...this.parentsOf(one));
      }
    return found;
  }

  /** How many terms lie below each, counted once. */
  sizes(): ReadonlyMap<string, number> {
    if (!this.below) {
      this.below = new Map();
      for (const term of this.terms.keys()) for (const one of this.above(term)) this.below.set(one, (this.below.get(one) ?? 0) + 1);
    }
    return this.below;
  }

  /** Whether a term is another one or below it. */
  isA(term: string, other: string): boolean {
    return term === other || this.above(term).has(other);
  }

  /** Codes of the classes that are right answers for a term: itself and what is below it. */
  acceptedFor(term: string, classes: readonly ClassInfo[]): number[] {
    return [...classes.keys()].filter((code) => this.isA(idOf(classes[code]!), term));
  }

  /** The one class that a term lies below, the lowest if several lie above one another; -1 where there is none, or no lowest. */
  classAbove(term: string, classes: readonly ClassInfo[]): number {
    const up = this.above(term);
    const codes = [...classes.keys()].filter((code) => up.has(idOf(classes[code]!)));
    return codes.find((code) => codes.every((other) => this.isA(idOf(classes[code]!), idOf(classes[other]!)))) ?? -1;
  }

  /** Row-major (classes, then broader terms) x classes: 1 where the answer is right for the label. */
  acceptedAnswers(classes: readonly ClassInfo[], broader: readonly string[]): Uint8Array<ArrayBuffer> {
    const n = classes.length;
    const table = new Uint8Array((n + broader.length) * n);
    const accept = (row: number, term: string): void => {
      for (const code of this.acceptedFor(term, classes)) table[row * n + code] = 1;
    };
    classes.forEach((info, row) => {
      table[row * n + row] = 1;
      if (info.ontologyId) accept(row, idOf(info));
    });
    broader.forEach((term, i) => accept(n + i, term));
    return table;
  }
}

const idOf = (info: ClassInfo): string => info.ontologyId.toUpperCase() || "none";

let loaded: Promise<Ontology> | undefined;

/** Where the terms are among the tool's own files; models/is_a.py makes them. */
export const TERMS = "ontology/terms.tsv";

/** The terms, fetched when labels are first judged, once; what could not be fetched is asked for again. */
export function ontology(asset: Environment["asset"]): Promise<Ontology> {
  loaded ??= asset(TERMS).then(
    (bytes) => new Ontology(new TextDecoder().decode(bytes)),
    (error) => {
      loaded = undefined;
      throw error;
    },
  );
  return loaded;
}
