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
