import { partOf, type Part } from "./site-file";

/** Words of a list that name parts of the page; others are left out. */
export const partsOf = (words: string | null): Part[] => (words ?? "").split(",").flatMap((word) => partOf(word.trim()) ?? []);
