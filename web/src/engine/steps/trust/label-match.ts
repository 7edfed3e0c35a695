import type { ClassInfo, Column, LabelMatch } from "../../../contract/types";
import { plainLabel, wordsOf } from "./plain-label";
import { synonymsOf, synonymsOfWords } from "./label-synonyms";

const ONTOLOGY_ID = /^[A-Za-z_]+:\d+$/;

type Codes = Extract<Column, { codes: Int32Array }>;

/**
 * How a column's labels map onto a head's classes: by ontology id first, then by name, then by a table of common names, then by
 * their words alone (`T_CD4`), a label of several names (`Microglia/Macrophage`) by its first where every one is a class.
 * `ids` is the column's companion of ontology ids where the file has one; `byHand` wins over everything, -1 meaning none.
 */
export function matchLabels(column: Codes, classes: ClassInfo[], ids: Codes | null, byHand: Record<string, number>): LabelMatch[] {
  const byId = new Map(classes.flatMap(({ ontologyId }, code) => (ontologyId ? [[ontologyId.toUpperCase(), code] as const] : [])));
  const byName = new Map(classes.map(({ label }, code) => [plainLabel(label), code]));
  const byWords = new WordMatch(classes);
  const counts = new Float64Array(column.categories.length);
  for (let cell = 0; cell < column.codes.length; cell++) if (column.codes[cell]! >= 0) counts[column.codes[cell]!]!++;
  const companion = ids ? commonest(column, ids) : [];
  return column.categories
    .map((label, i): LabelMatch => {
      const cells = counts[i]!;
      const hand = byHand[label];
      if (hand !== undefined) return { label, cells, code: hand, by: hand < 0 ? "none" : "hand" };
      const id = (ONTOLOGY_ID.test(label) ? label : companion[i]) || undefined;
      const known = id === undefined ? undefined : byId.get(id.toUpperCase());
      if (known !== undefined) return { label, cells, code: known, by: "ontology" };
      const named = byName.get(plainLabel(label));
      if (named !== undefined) return { label, cells, code: named, by: "name" };
      for (const synonym of synonymsOf(plainLabel(label))) {
        const code = byName.get(plainLabel(synonym));
        if (code !== undefined) return { label, cells, code, by: "synonym" };
      }
      const alike = byWords.of(label);
      if (alike !== undefined) return { label, cells, code: alike, by: "synonym" };
      return { label, cells, code: -1, by: "none", ...(id && { id }) };
    })
    .filter(({ cells }) => cells > 0)
    .sort((a, b) => b.cells - a.cells);
}

/** Classes by the words of their names. */
class WordMatch {
  private readonly codes = new Map<string, number>();

  constructor(classes: readonly ClassInfo[]) {
    const words = classes.map(({ label }) => wordsOf(label));
    // Words that two classes share name neither.
    words.forEach((name, code) => {
      if (words.indexOf(name) === words.lastIndexOf(name)) this.codes.set(name, code);
    });
  }

  of(label: string): number | undefined {
    const parts = label.split("/");
    const found = [this.one(label), ...(parts.length > 1 ? parts.map((part) => this.one(part)) : [])];
    if (found[0] !== undefined) return found[0];
    return parts.length > 1 && found.slice(1).every((code) => code !== undefined) ? found[1] : undefined;
  }

  private one(label: string): number | undefined {
    const words = wordsOf(label);
    const own = this.codes.get(words);
    if (own !== undefined) return own;
    for (const synonym of synonymsOfWords(words)) {
      const code = this.codes.get(wordsOf(synonym));
      if (code !== undefined) return code;
    }
    return undefined;
  }
}

/** The ontology id most cells of each label have. */
function commonest(column: Codes, ids: Codes): string[] {
  const tallies = column.categories.map(() => new Map<number, number>());
  column.codes.forEach((code, cell) => {
    const id = ids.codes[cell]!;
    if (code >= 0 && id >= 0) tallies[code]!.set(id, (tallies[code]!.get(id) ?? 0) + 1);
  });
  return tallies.map((tally) => {
    const best = [...tally].sort((a, b) => b[1] - a[1])[0];
    return best ? ids.categories[best[0]]! : "";
  });
}

/** Class code of every cell by the matches; -1 where the head does not know its label. */
export function truthOf(column: Codes, matches: LabelMatch[]): Int32Array {
  const codes = new Map(matches.map(({ label, code }) => [label, code]));
  const map = column.categories.map((label) => codes.get(label) ?? -1);
  return column.codes.map((code) => (code < 0 ? -1 : map[code]!));
}
