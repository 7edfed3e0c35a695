import type { Ontology } from "../trust/is-a";

/** Terms of what a cell does or has rather than what it is: cells of any type can share them, and nothing is agreed on by that. */
const UNTELLING = new Set(
  (
    "cell|eukaryotic cell|animal cell|somatic cell|native cell|electrically active cell|electrically responsive cell|" +
    "electrically signaling cell|secretory cell|nucleate cell|motile cell|single nucleate cell|multinucleate cell|" +
    "stuff accumulating cell|contractile cell|precursor cell|progenitor cell|neuron associated cell|phagocyte|" +
    "phagocyte (sensu Vertebrata)|anucleate cell|ciliated cell|supporting cell|defensive cell"
  ).split("|"),
);

/** What several models agree on. */
export interface CommonTerm {
  term: string;
  /** Models whose label is this term or lies below it. */
  models: number;
}

/** The finest terms that most of several models' labels lie below, found once for each combination of labels. */
export class CommonTerms {
  private readonly known = new Map<string, CommonTerm | null>();
  private readonly upward = new Map<string, ReadonlySet<string>>();

  constructor(private readonly ontology: Ontology) {}

  /**
   * The finest term that more than half of the labels are or lie below; null where there is none that says anything. Of
   * two equally fine the one of more models, then the first by id.
   */
  of(terms: readonly string[]): CommonTerm | null {
    const key = [...terms].sort().join(" ");
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    const best = this.finest(counts, (models) => models * 2 > terms.length);
    const found = best && { term: best.term, models: best.count };
    this.known.set(key, found);
    return found;
  }

  /**
   * The finest term, of those that say anything, that enough of some counted terms are or lie below; null where there is none. Of two
   * equally fine that of more, then the first by id.
   */
  finest(counts: ReadonlyMap<string, number>, isEnough: (count: number) => boolean): { term: string; count: number } | null {
    const support = new Map<string, number>();
    for (const [term, count] of counts) for (const one of this.selfAndAbove(term)) support.set(one, (support.get(one) ?? 0) + count);
    const below = this.ontology.sizes();
    const size = (term: string) => below.get(term) ?? 0;
    const [best] = [...support]
      .filter(([term, count]) => isEnough(count) && !UNTELLING.has(this.ontology.nameOf(term)))
      .sort(([a, m], [b, n]) => size(a) - size(b) || n - m || a.localeCompare(b));
    return best ? { term: best[0], count: best[1] } : null;
  }

  /** Whether a label is a term or lies below it. */
  isBelow(label: string, term: string): boolean {
    return this.selfAndAbove(label).has(term);
  }

  private selfAndAbove(term: string): ReadonlySet<string> {
    let found = this.upward.get(term);
    if (!found) this.upward.set(term, (found = this.ontology.above(term).add(term)));
    return found;
  }
}
