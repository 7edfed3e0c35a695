import type { Annotation, GroupMark, NamedGroup } from "../../../contract/annotation";
import { unpackCodes } from "../../../contract/packed-codes";
import { joined, parted, type Codec } from "../../share/link-codecs";

/** The names of groups as a link carries them: what the groups are made of, so that they are found again, and what each is called. */
export interface LinkNames {
  by: { kind: "clusters"; resolution: number } | { kind: "column"; column: string };
  /** Groups of the start, and a sum over their sizes: groups of other cells are not these. */
  start: number;
  sum: string;
  groups: Pick<NamedGroup, "name" | "ontologyId" | "mark" | "note" | "isAccepted" | "source" | "confidence">[];
  /** Of each group the places of its members among those of the start. */
  members: number[][];
}

/** Signs of a link that names may take: mail programs and chats cut longer addresses. */
const LONGEST = 3000;

const MARKS: Readonly<Record<GroupMark, string>> = { named: "", unknown: "u", doublet: "d", "low quality": "q" };
const markOf = (letter: string) => (Object.keys(MARKS) as GroupMark[]).find((mark) => MARKS[mark] === letter);

/** FNV-1a of how many cells each group of the start has, in base 36. */
function sumOf({ codes, start }: Annotation): string {
  const sizes = start.map(() => 0);
  for (const code of unpackCodes(codes)) if (code >= 0) sizes[code]!++;
  let sum = 0x811c9dc5;
  for (const letter of sizes.join()) sum = Math.imul(sum ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return sum.toString(36);
}

/** The names for a link; null where parts were split off or groups are selections, whose cells a link has no room for. */
export function namesForLink(annotation: Annotation): LinkNames | null {
  const { grouping, splits, start, groups } = annotation;
  if (splits.length > 0 || grouping.kind === "cells" || groups.every(({ isAccepted }) => !isAccepted)) return null;
  if (grouping.kind === "clusters" && grouping.resolution === null) return null;
  const place = new Map(start.map(({ name }, i) => [name, i]));
  return {
    by: grouping.kind === "column" ? { kind: "column", column: grouping.by } : { kind: "clusters", resolution: grouping.resolution! },
    start: start.length,
    sum: sumOf(annotation),
    groups: groups.map(({ name, ontologyId, mark, note, isAccepted, source, confidence }) => ({
      name,
      ontologyId,
      mark,
      note,
      isAccepted,
      source,
      confidence: confidence === null ? null : Number(confidence.toFixed(3)),
    })),
    members: groups.map(({ members }) => members.map((leaf) => place.get(leaf)!)),
  };
}

/** `clusters:11:1x2y3z:1,0 3:T cell:CL~10000084:::consensus:0.91,...`: what groups are made of, then a part a group. */
export const namesCodec: Codec<LinkNames> = {
  write({ by, start, sum, groups, members }) {
    const first = joined([by.kind, String(start), sum, by.kind === "column" ? by.column : String(by.resolution)]);
    const rest = groups.map((group, i) =>
      joined([
        members[i]!.join(" "),
        group.name,
        group.ontologyId,
        MARKS[group.mark],
        group.isAccepted ? "1" : "",
        group.source,
        group.confidence === null ? "" : String(group.confidence),
        group.note,
      ]),
    );
    const words = [first, ...rest].join(",");
    return encodeURIComponent(words).length > LONGEST ? null : words;
  },
  read(words) {
    const [first, ...rest] = words.split(",").map(parted);
    const [kind, count, sum, of] = first!;
    const start = Number(count);
    if (!of || !sum || !Number.isInteger(start) || start < 1) return undefined;
    const resolution = Number(of);
    if (kind !== "column" && !(kind === "clusters" && resolution > 0)) return undefined;
    const members = rest.map(([places]) => (places ?? "").split(" ").map(Number));
    const all = members.flat();
    const isWhole = all.length === start && new Set(all).size === start && all.every((at) => Number.isInteger(at) && at >= 0 && at < start);
    if (!isWhole || rest.some((parts) => parts.length !== 8 || markOf(parts[3]!) === undefined)) return undefined;
    return {
      by: kind === "column" ? { kind, column: of } : { kind: "clusters", resolution },
      start,
      sum,
      members,
      groups: rest.map(([, name, ontologyId, mark, accepted, source, confidence, note]) => ({
        name: name!,
        ontologyId: ontologyId!,
        mark: markOf(mark!)!,
        note: note!,
        isAccepted: accepted === "1",
        source: source!,
        confidence: confidence === "" || !Number.isFinite(Number(confidence)) ? null : Number(confidence),
      })),
    };
  },
};

/** An annotation of the same groups with the names of a link; null where the groups are not the same. */
export function withNames(fresh: Annotation, names: LinkNames): Annotation | null {
  if (fresh.start.length !== names.start || sumOf(fresh) !== names.sum) return null;
  const groups = names.groups.map((named, i): NamedGroup => {
    const members = names.members[i]!.map((at) => fresh.start[at]!.name);
    const first = fresh.groups.find(({ id }) => id === members[0])!;
    return { ...first, id: members.join(" + "), members, ...named };
  });
  return { ...fresh, groups };
}
