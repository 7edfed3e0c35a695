import { isMissing } from "../../contract/missing";
import { numberText } from "../../contract/number-text";
import type { OpenedFile } from "./opened-file";

/** A word per cell by its place among the words; -1: none. */
export interface Words {
  codes: Int32Array<ArrayBuffer>;
  categories: string[];
}

/** A column of text and numbers alike, each value that a cell has one word; words that are none (`isNone`) have code -1 and no place. */
export async function wordsOf(file: OpenedFile, name: string, isNone: (word: string) => boolean): Promise<Words> {
  const column = await file.column(name);
  if (column.kind === "number") {
    const known = new Map<string, number>();
    const codeOf = (word: string) => {
      if (isNone(word)) return -1;
      let code = known.get(word);
      if (code === undefined) known.set(word, (code = known.size));
      return code;
    };
    const codes = Int32Array.from({ length: file.info.cells }, (_, cell) => codeOf(numberText(column, cell)));
    return { codes, categories: [...known.keys()] };
  }
  const { codes, categories } = column;
  const isUsed = new Uint8Array(categories.length);
  for (const code of codes) if (code >= 0) isUsed[code] = 1;
  const kept = [...categories.keys()].filter((code) => isUsed[code] && !isNone(categories[code]!));
  if (kept.length === categories.length) return { codes: Int32Array.from(codes), categories };
  const place = new Int32Array(categories.length).fill(-1);
  kept.forEach((code, i) => (place[code] = i));
  return { codes: Int32Array.from(codes, (code) => (code < 0 ? -1 : place[code]!)), categories: kept.map((code) => categories[code]!) };
}

/** A column of donors: text and numbers alike, each value one donor. Cells without one, or with a word that means none, have code -1. */
export const donorsOf = (file: OpenedFile, name: string): Promise<Words> => wordsOf(file, name, isMissing);
