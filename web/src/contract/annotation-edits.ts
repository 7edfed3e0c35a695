import type { Annotation, GroupMark, LeafSplit, NamedGroup, Suggestion } from "./annotation";
import { groupsOfAnnotation, leafCodes } from "./annotation-cells";
import { AnalysisError } from "./errors";
import { packCodes } from "./packed-codes";

// Each edit gives a new annotation and leaves the old one as it is: to undo is to go back to it.

const lacking = (id: string) => new AnalysisError("bad-input", `The annotation has no group ${id}.`);

function edited(annotation: Annotation, id: string, change: Partial<NamedGroup>): Annotation {
  if (!annotation.groups.some((group) => group.id === id)) throw lacking(id);
  return { ...annotation, groups: annotation.groups.map((group) => (group.id === id ? { ...group, ...change } : group)) };
}

/** Takes what is suggested for a group. */
export const acceptName = (annotation: Annotation, id: string, { name, ontologyId, source, confidence, mark }: Suggestion): Annotation =>
  edited(annotation, id, { name, ontologyId, source, confidence, mark, isAccepted: true });

/** Puts suggestions on groups that the user has not settled: a first draft. */
export const draftNames = (annotation: Annotation, suggestions: ReadonlyMap<string, Suggestion>): Annotation => ({
  ...annotation,
  groups: annotation.groups.map((group) => {
    const found = suggestions.get(group.id);
    return found && !group.isAccepted ? { ...group, ...found } : group;
  }),
});

/** Gives a group a name of the user's own; `ontologyId` empty for free text. */
export function renameGroup(annotation: Annotation, id: string, name: string, ontologyId = ""): Annotation {
  if (name.trim() === "") throw new AnalysisError("bad-input", "A name has at least one letter.");
  return edited(annotation, id, { name: name.trim(), ontologyId, mark: "named", source: "user", confidence: null, isAccepted: true });
}

/** Marks a group as no type, or as one again. */
export const markGroup = (annotation: Annotation, id: string, mark: GroupMark): Annotation =>
  edited(annotation, id, { mark, ...(mark === "named" ? {} : { source: "user", confidence: null }), isAccepted: true });

export const noteGroup = (annotation: Annotation, id: string, note: string): Annotation => edited(annotation, id, { note });

export const colorGroup = (annotation: Annotation, id: string, color: string): Annotation => edited(annotation, id, { color });

/** An id that no group and no leaf has or had. */
function freeId(annotation: Annotation, wanted: string): string {
  const taken = new Set([
    ...annotation.start.map(({ name }) => name),
    ...annotation.splits.flatMap(({ parts }) => parts),
    ...annotation.groups.map(({ id }) => id),
  ]);
  for (let n = 0; ; n++) {
    const id = n === 0 ? wanted : `${wanted} (${n + 1})`;
    if (!taken.has(id)) return id;
  }
}

/** Makes one group of several, at the place of the first, with what the first of `ids` is called. Groups are taken together by id. */
export function mergeGroups(annotation: Annotation, ids: readonly string[]): Annotation {
  const wanted = new Set(ids);
  const merged = annotation.groups.filter(({ id }) => wanted.has(id));
  const lost = ids.find((id) => !merged.some((group) => group.id === id));
  if (lost !== undefined) throw lacking(lost);
  if (merged.length < 2) throw new AnalysisError("bad-input", "To merge takes two groups or more.");
  const first = merged.find(({ id }) => id === ids[0])!;
  const notes = [...new Set(merged.map(({ note }) => note).filter(Boolean))];
  const one: NamedGroup = {
    ...first,
    id: freeId(annotation, merged.map(({ id }) => id).join(" + ")),
    members: merged.flatMap(({ members }) => members),
    // A share of some of its cells is none of all.
    confidence: null,
    note: notes.join("; "),
  };
  const at = annotation.groups.indexOf(merged[0]!);
  const groups = annotation.groups.flatMap((group, i) => (i === at ? [one] : wanted.has(group.id) ? [] : [group]));
  return { ...annotation, groups };
}

const unnamed = (id: string, members: string[]): NamedGroup => ({
  id,
  members,
  name: "",
  ontologyId: "",
  mark: "named",
  source: "",
  confidence: null,
  note: "",
  color: "",
  isAccepted: false,
});

/**
 * Splits a group by codes of the file's cells (a part per cell; -1: stays in the group as it is). The parts take its place, unnamed; what
 * stays keeps its name.
 */
export function splitGroupBy(annotation: Annotation, id: string, parts: Int32Array, how: LeafSplit["how"]): Annotation {
  const at = annotation.groups.findIndex((group) => group.id === id);
  if (at < 0) throw lacking(id);
  const old = annotation.groups[at]!;
  const cells = cellsOf(annotation, at);
  if (parts.length !== annotation.file.cells) throw new AnalysisError("bad-input", "A split has a code for every cell of the file.");
  const used = [...new Set(cells.map((cell) => parts[cell]!))].filter((code) => code >= 0).sort((a, b) => a - b);
  const staying = cells.some((cell) => parts[cell]! < 0);
  if (used.length + Number(staying) < 2) throw new AnalysisError("bad-input", `All cells of ${id} are of one part: it stays whole.`);
  const leaves = used.map((code) => freeId(annotation, `${id}.${code}`));
  return dealt(
    annotation,
    old.members,
    cells,
    (cell) => used.indexOf(parts[cell]!),
    leaves,
    how,
    (groups) =>
      groups.flatMap((group, i) => (i === at ? [...leaves.map((leaf) => unnamed(leaf, [leaf])), ...(staying ? [old] : [])] : [group])),
  );
}

/** Takes some cells out of their groups into one of their own, the last; groups that are left without cells go. */
export function takeOut(annotation: Annotation, selected: Uint32Array, name = "selection"): Annotation {
  const chosen = new Set(selected);
  const { names, codes } = leafCodes(annotation);
  const touched = new Set<number>();
  for (const cell of chosen) if ((codes[cell] ?? -1) >= 0) touched.add(codes[cell]!);
  if (touched.size === 0) throw new AnalysisError("bad-input", "None of the selected cells is in a group.");
  const of = [...touched].map((leaf) => names[leaf]!);
  const cells = [...codes.keys()].filter((cell) => touched.has(codes[cell]!));
  if (touched.size === 1 && cells.length === chosen.size && isWhole(annotation, of[0]!))
    throw new AnalysisError("bad-input", `The selected cells are all of ${of[0]!}: it stays as it is.`);
  const leaf = freeId(annotation, name);
  const next = dealt(
    annotation,
    of,
    cells,
    (cell) => (chosen.has(cell) ? 0 : -1),
    [leaf],
    { kind: "lasso" },
    (groups) => [...groups, unnamed(leaf, [leaf])],
  );
  const left = new Set(groupsOfAnnotation(next).codes);
  return { ...next, groups: next.groups.filter((_, group) => left.has(group)) };
}

const isWhole = ({ groups }: Annotation, leaf: string) => groups.some(({ members }) => members.length === 1 && members[0] === leaf);

function cellsOf(annotation: Annotation, group: number): number[] {
  const { codes } = groupsOfAnnotation(annotation);
  return [...codes.keys()].filter((cell) => codes[cell] === group);
}

/** A split written down: cells to `leaves` by `part`, or (-1) to stay in their own leaf. */
function dealt(
  annotation: Annotation,
  of: string[],
  cells: readonly number[],
  part: (cell: number) => number,
  leaves: string[],
  how: LeafSplit["how"],
  regroup: (groups: NamedGroup[]) => NamedGroup[],
): Annotation {
  const { names, codes } = leafCodes(annotation);
  const stay = new Map<number, number>();
  const parts = [...leaves];
  const packed = Int32Array.from(cells, (cell) => {
    const to = part(cell);
    if (to >= 0) return to;
    const own = codes[cell]!;
    let at = stay.get(own);
    if (at === undefined) stay.set(own, (at = parts.push(names[own]!) - 1));
    return at;
  });
  const splits = [...annotation.splits, { of: [...of], parts, codes: packCodes(packed), how }];
  return { ...annotation, splits, groups: regroup(annotation.groups) };
}

/** The annotation without cells, for a link: `withCells` gives those of the same grouping back. */
export const withoutCells = (annotation: Annotation): Annotation => ({ ...annotation, codes: "", reference: null });

export const withCells = (annotation: Annotation, codes: Int32Array): Annotation => ({ ...annotation, codes: packCodes(codes) });
