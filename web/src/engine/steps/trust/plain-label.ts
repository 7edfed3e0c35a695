/** A label without what does not matter: case, spaces, underscores, a plural s. */
export function plainLabel(label: string): string {
  return label
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim()
    .split(" ")
    .map((word) => (word.length > 2 && /[^su]s$/.test(word) ? word.slice(0, -1) : word))
    .join(" ");
}

/** Said of a label's cells, not of their type: `Oligodendrocytes (non-malignant)`. Malignant cells are of no healthy type. */
const ASIDE = /\s*\((non[- ]?malignant|normal|healthy|benign)\)/g;

/** A label as its words alone, in alphabetical order and without `cell`: `T_CD4`, `CD4 T cells` and `CD4+ T-cell` are one. */
export function wordsOf(label: string): string {
  const words = plainLabel(
    label
      .toLowerCase()
      .replace(ASIDE, "")
      .replace(/[-./,+]/g, " "),
  ).split(" ");
  return words
    .filter((word) => word !== "" && word !== "cell")
    .sort()
    .join(" ");
}
