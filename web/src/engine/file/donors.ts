import { numberText } from "../../contract/number-text";
import { isMissing } from "../steps/trust/labels";
import type { OpenedFile } from "./opened-file";

/** A column of donors: text and numbers alike, each value one donor. Cells without one, or with a word that means none, have code -1. */
export async function donorsOf(file: OpenedFile, name: string): Promise<{ codes: Int32Array<ArrayBuffer>; categories: string[] }> {
  const column = await file.column(name);
  const textOf = column.kind === "number" ? (cell: number) => numberText(column, cell) : null;
  const known = new Map<string, number>();
  const codeOf = (word: string) => {
    if (isMissing(word)) return -1;
    let code = known.get(word);
    if (code === undefined) known.set(word, (code = known.size));
    return code;
  };
  if (textOf) {
    const codes = Int32Array.from({ length: file.info.cells }, (_, cell) => codeOf(textOf(cell)));
    return { codes, categories: [...known.keys()] };
  }
  const { codes, categories } = column as Exclude<typeof column, { kind: "number" }>;
  if (!categories.some(isMissing)) return { codes: Int32Array.from(codes), categories };
  const map = Int32Array.from(categories, (label, code) => (isMissing(label) ? -1 : code));
  return { codes: Int32Array.from(codes, (code) => (code < 0 ? -1 : map[code]!)), categories };
}
