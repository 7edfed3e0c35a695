import type { TermHit } from "../../../contract/annotation";
import type { Ontology } from "../trust/is-a";
import { plainLabel } from "../trust/plain-label";

/** Best first. */
const RANKS = ["id", "exact", "beginning", "whole words", "prefix", "word prefix", "words"] as const;

interface Name {
  id: string;
  name: string;
  /** Empty: the name itself. */
  synonym: string;
  plain: string;
  words: string[];
}

const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Terms of the Cell Ontology by what is typed. */
export class TermSearch {
  private readonly names: Name[] = [];

  constructor(ontology: Ontology) {
    const add = (id: string, name: string, synonym: string) => {
      const plain = plainLabel(synonym || name);
      this.names.push({ id, name, synonym, plain, words: wordsOf(plain) });
    };
    for (const { id, name, also } of ontology.cellTypes()) {
      add(id, name, "");
      for (const one of also) add(id, name, one);
    }
  }

  /**
   * Terms whose id is what is typed, then those with a name or synonym that is the same, has all of its words, begins with
   * its letters, has words that begin with all of its words, or has all of them anywhere. Within each come first the terms
   * that the models know (`known`, ids), then those that begin with the words, names before synonyms, then short ones.
   * Each term once.
   */
  find(typed: string, limit: number, known: ReadonlySet<string> = new Set()): TermHit[] {
    const wanted = plainLabel(typed);
    const words = wordsOf(wanted);
    if (words.length === 0) return [];
    const id = typed.trim().toUpperCase();
    const hits = this.names.flatMap((one) => {
      const rank = rankOf(one, id, wanted, words);
      return rank < 0 ? [] : [{ ...one, rank }];
    });
    hits.sort(
      (a, b) =>
        tierOf(a.rank) - tierOf(b.rank) ||
        Number(known.has(b.id)) - Number(known.has(a.id)) ||
        a.rank - b.rank ||
        Number(a.synonym !== "") - Number(b.synonym !== "") ||
        a.plain.length - b.plain.length ||
        a.id.localeCompare(b.id),
    );
    const seen = new Set<string>();
    const found: TermHit[] = [];
    for (const { id: term, name, synonym, rank } of hits) {
      if (found.length >= limit) break;
      if (seen.has(term)) continue;
      seen.add(term);
      found.push({ id: term, name, synonym, how: RANKS[rank]! });
    }
    return found;
  }
}

/** Names that begin with the words and those that have them elsewhere go together: what the models know comes first of both. */
const tierOf = (rank: number) => (RANKS[rank] === "whole words" ? rank - 1 : rank);

/** A place among the ranks; -1: it does not match. */
function rankOf({ id: own, synonym, plain, words: ownWords }: Name, id: string, wanted: string, words: readonly string[]): number {
  if (own === id) return synonym === "" ? 0 : -1;
  if (plain === wanted) return 1;
  if (words.every((word, i) => ownWords[i] === word)) return 2;
  if (words.every((word) => ownWords.includes(word))) return 3;
  if (plain.startsWith(wanted)) return 4;
  if (words.every((word) => ownWords.some((one) => one.startsWith(word)))) return 5;
  return words.every((word) => plain.includes(word)) ? 6 : -1;
}
