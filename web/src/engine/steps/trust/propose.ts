import type { ClassInfo } from "../../../contract/types";
import { synonymWords } from "./label-synonyms";
import { plainLabel, wordsOf } from "./plain-label";

/** Cells of these are of no healthy type, whatever else their label names. */
const NO_TYPE = /malignant|tumou?r|cancer|carcinoma|doublet|multiplet|debris|low quality|unknown|unlabelled|unassigned|mixed|hybrid/i;
/** Share of the words of a label and a name that both have, from which the name's class is proposed. */
const ALIKE = 1 / 3;
/** Words that many names have and that tell no type. */
const COMMON = new Set(["positive", "negative", "type", "like", "human", "of", "the"]);

const sides = (words: string): Set<string> => new Set(words.split(" ").filter((word) => word && !COMMON.has(word)));

function alike(one: Set<string>, other: Set<string>): number {
  const both = [...one].filter((word) => other.has(word)).length;
  return both / (one.size + other.size - both);
}

/**
 * The class whose name, or a common synonym of it, shares most words with a label that no class was found for; undefined where none shares
 * a third of them, or several classes are as near. It is for a person to take or not: nothing is scored by it.
 */
export function proposedClass(label: string, classes: readonly ClassInfo[]): number | undefined {
  if (NO_TYPE.test(label)) return undefined;
  const own = sides(wordsOf(label));
  if (own.size === 0) return undefined;
  const codes = new Map(classes.map((one, code) => [plainLabel(one.label), code]));
  const names = [
    ...classes.map((one, code) => ({ words: wordsOf(one.label), code })),
    ...synonymWords().flatMap(({ words, classes: stands }) => {
      const code = stands.map((name) => codes.get(plainLabel(name))).find((found) => found !== undefined);
      return code === undefined ? [] : [{ words, code }];
    }),
  ];
  const best = new Map<number, number>();
  for (const { words, code } of names) best.set(code, Math.max(best.get(code) ?? 0, alike(own, sides(words))));
  const [first, second] = [...best].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= ALIKE && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}
