/** A column to be added to obs. `codes` index `categories`, -1 is missing. */
export type NewColumn =
  | { name: string; kind: "category"; codes: Int32Array; categories: string[] }
  | { name: string; kind: "number"; values: Float32Array | Float64Array | Int32Array }
  | { name: string; kind: "text"; values: string[] };

/** A name as Python takes it after a dot, which is one link in HDF5 too. */
export function identifier(text: string): string {
  const plain = text.replaceAll(/[^\p{L}\p{N}_]/gu, "_");
  return /^\p{N}/u.test(plain) ? `_${plain}` : plain;
}

/** A name as one link of HDF5, nearly as it is: a slash would part it, dots alone are places. */
export const linkName = (text: string): string => text.replaceAll(/[/\0]/g, "_").replace(/^\.+$/, "_") || "_";

/** Names in order, each as an identifier that no other has. */
export function identifiers(names: Iterable<string>): Map<string, string> {
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) found.set(name, free(identifier(name), taken));
  return found;
}

/** The name, or with a number where it is taken; from now on it is. */
export function free(name: string, taken: Set<string>): string {
  let given = name;
  for (let n = 2; taken.has(given); n++) given = `${name}_${n}`;
  taken.add(given);
  return given;
}

/** Codes over the labels that occur, each once and in their order; '' is missing. */
export function category(codes: Int32Array, labels: readonly string[]): { kind: "category"; codes: Int32Array; categories: string[] } {
  const seen = new Uint8Array(labels.length);
  for (const code of codes) if (code >= 0) seen[code] = 1;
  const categories = [...new Set(labels.filter((label, code) => seen[code] && label))];
  const place = new Map(categories.map((label, code) => [label, code]));
  const toNew = Int32Array.from(labels, (label) => place.get(label) ?? -1);
  return { kind: "category", codes: codes.map((code) => (code < 0 ? -1 : toNew[code]!)), categories };
}
