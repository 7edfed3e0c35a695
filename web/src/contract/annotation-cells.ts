import type { Annotation, GivenGroups, NamedGroup } from "./annotation";
import { AnalysisError } from "./errors";
import { unpackCodes } from "./packed-codes";

/** A leaf per cell (-1: none), after all splits; `names` are the leaves that there ever were. Throws AnalysisError("bad-input"). */
export function leafCodes({ start, codes: packed, splits, file }: Annotation): { names: string[]; codes: Int32Array<ArrayBuffer> } {
  const names = start.map(({ name }) => name);
  const codes = unpacked(packed, "groups");
  if (codes.length !== file.cells || codes.some((code) => code >= names.length))
    throw new AnalysisError("bad-input", `The annotation's groups are not of its ${file.cells.toLocaleString("en")} cells.`);
  const place = new Map(names.map((name, i) => [name, i]));
  for (const { of, parts, codes: dealt } of splits) {
    const from = new Set(of.map((leaf) => place.get(leaf)));
    const to = parts.map((leaf) => {
      const known = place.get(leaf);
      if (known !== undefined) return known;
      place.set(leaf, names.length);
      return names.push(leaf) - 1;
    });
    const part = unpacked(dealt, "split groups");
    let at = 0;
    codes.forEach((code, cell) => {
      if (!from.has(code)) return;
      const next = to[part[at++]!];
      if (next === undefined) throw new AnalysisError("bad-input", `The annotation's split of ${of.join(", ")} is not of its cells.`);
      codes[cell] = next;
    });
    if (at !== part.length) throw new AnalysisError("bad-input", `The annotation's split of ${of.join(", ")} is not of its cells.`);
  }
  return { names, codes };
}

function unpacked(text: string, what: string): Int32Array<ArrayBuffer> {
  try {
    return unpackCodes(text);
  } catch (error) {
    throw new AnalysisError("bad-input", `The annotation's ${what} cannot be read (${(error as Error).message})`, { cause: error });
  }
}

/** The groups of an annotation as they are now, each cell's an index of `annotation.groups`; names are the groups' ids. */
export function groupsOfAnnotation(annotation: Annotation): GivenGroups & { codes: Int32Array<ArrayBuffer> } {
  const { names, codes } = leafCodes(annotation);
  const groupOf = new Map(annotation.groups.flatMap(({ members }, group) => members.map((leaf) => [leaf, group] as const)));
  const toGroup = names.map((leaf) => groupOf.get(leaf) ?? -1);
  return {
    by: annotation.grouping.by,
    names: annotation.groups.map(({ id }) => id),
    codes: codes.map((leaf) => (leaf < 0 ? -1 : toGroup[leaf]!)),
  };
}

/** What a group's cells are called in obs: its mark where it is of no type, else its name; empty where it has none yet. */
export const writtenName = ({ mark, name }: Pick<NamedGroup, "mark" | "name">): string => (mark === "named" ? name : mark);

/** The names that are written, each once, in the order of the groups; and of each group which it is (-1: not named). */
export function writtenNames({ groups }: Annotation): { names: string[]; ontologyIds: string[]; colors: string[]; of: number[] } {
  const place = new Map<string, number>();
  const [ontologyIds, colors]: [string[], string[]] = [[], []];
  const of = groups.map((group) => {
    const name = writtenName(group);
    if (name === "") return -1;
    let at = place.get(name);
    if (at === undefined) {
      place.set(name, (at = place.size));
      ontologyIds.push(group.mark === "named" ? group.ontologyId : "");
      colors.push(group.color);
    }
    return at;
  });
  return { names: [...place.keys()], ontologyIds, colors, of };
}
