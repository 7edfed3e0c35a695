import type { Annotation, AnnotationBy, AppliedAnnotation, NamedGroup } from "../../../contract/annotation";
import { groupsOfAnnotation, writtenName } from "../../../contract/annotation-cells";
import { packCodes } from "../../../contract/packed-codes";
import { AnalysisError } from "../../../contract/errors";
import type { Job } from "../../pool/job";
import { checkedAnnotation } from "../../../contract/annotation-json";
import { sizesOf } from "../../../contract/numbers";
import { barcodesOf, likeness, readBarcodes } from "./reference";
import { startAnnotation } from "./start";

/** Share of the open file's cells whose barcodes must be known for it to be of the same cells; unrelated samples share a few per cent. */
const SAME_CELLS = 0.9;
/**
 * Correlation of centred means under which nothing is alike, by which the best must lead the next, and by which a group may be less like a
 * name than another group is: one of a type that the annotation lacks is most like a relative of it, but less than the relative itself.
 */
const ALIKE = { least: 0.5, lead: 0.1, behind: 0.1 };

type Match = AppliedAnnotation["matches"][number];
type Said = Pick<NamedGroup, "name" | "ontologyId" | "mark" | "source" | "confidence" | "note" | "isAccepted">;

const saidOf = ({ name, ontologyId, mark, source, confidence, note, isAccepted }: NamedGroup): Said => ({
  name,
  ontologyId,
  mark,
  source,
  confidence,
  note,
  isAccepted,
});

const count = (cells: number) => cells.toLocaleString("en");

/** An annotation of this or another file on the open one, and how its groups were matched. Throws AnalysisError("bad-input"). */
export async function applyAnnotation(
  job: Job,
  asked: { annotation: Annotation; by?: AnnotationBy },
  madeBy: string,
): Promise<AppliedAnnotation> {
  const { file, matrix } = job;
  const annotation = checkedAnnotation(asked.annotation, "This");
  const isSame = annotation.file.fingerprint === file.info.fingerprint && annotation.file.cells === file.info.cells;
  if (isSame && annotation.codes !== "") return asItIs(annotation);
  const byBarcodes = annotation.reference && annotation.codes !== "" ? await onSameCells(job, annotation) : null;
  if (byBarcodes) return byBarcodes;
  const { grouping } = annotation;
  const hasColumn = grouping.kind === "column" && file.info.columns.some(({ name }) => name === grouping.by);
  const by: AnnotationBy = asked.by ?? (hasColumn ? { kind: "column", column: grouping.by } : { kind: "clusters" });
  const started = await startAnnotation(file, matrix, by, madeBy);
  const named = new Set(annotation.start.map(({ name }) => name));
  const common = started.groups.filter(({ id }) => named.has(id)).length;
  if (isSame && grouping.kind === by.kind && annotation.splits.length === 0) return byNames(annotation, started);
  if (grouping.kind === "column" && by.kind === "column" && common * 2 > started.groups.length) return byNames(annotation, started);
  return byNearest(job, annotation, started);
}

function asItIs(annotation: Annotation): AppliedAnnotation {
  const groups = groupsOfAnnotation(annotation);
  const sizes = sizesOf(groups.codes, groups.names.length);
  const matches = groups.names.map((group, at): Match => ({ group, from: group, cells: sizes[at]!, score: null }));
  return { annotation, how: "same file", matches, unused: [], notes: [] };
}

/** Names that count the rows of a file: two files share them without sharing a cell. */
const ROW_NUMBER = /^\d+$/;

/** Cells with a known barcode go where that one was; null where too few have one. A barcode of two cells tells nothing. */
async function onSameCells({ file, matrix }: Job, annotation: Annotation): Promise<AppliedAnnotation | null> {
  const known = readBarcodes(annotation.reference!);
  const groups = groupsOfAnnotation(annotation);
  if (known.length !== groups.codes.length) return null;
  const place = new Map<number, number>();
  known.forEach((hash, cell) => place.set(hash, place.has(hash) ? -1 : cell));
  const names = await file.cellIds();
  if (names.every((name) => ROW_NUMBER.test(name))) return null;
  const own = await barcodesOf(file);
  const times = new Map<number, number>();
  for (const hash of own) times.set(hash, (times.get(hash) ?? 0) + 1);
  const from = Array.from(own, (hash) => (times.get(hash) === 1 ? (place.get(hash) ?? -1) : -1));
  const matched = from.filter((cell) => cell >= 0).length;
  if (matched < SAME_CELLS * file.info.cells) return null;
  const codes = Int32Array.from(from, (cell) => (cell < 0 ? -1 : groups.codes[cell]!));
  const sizes = sizesOf(codes, groups.names.length);
  const kept = annotation.groups.filter((_, group) => sizes[group]! > 0);
  const lost = file.info.cells - matched;
  return {
    annotation: {
      ...annotation,
      file: { name: file.info.name, fingerprint: file.info.fingerprint, cells: file.info.cells, matrix },
      grouping: { ...annotation.grouping, kind: "cells", by: `groups of ${annotation.file.name}` },
      start: annotation.groups.map(({ id, color }) => ({ name: id, color })),
      codes: packCodes(codes),
      splits: [],
      groups: kept.map((group) => ({ ...group, members: [group.id] })),
      reference: null,
    },
    how: "barcodes",
    matches: kept.map(({ id }): Match => {
      const cells = sizes[annotation.groups.findIndex((group) => group.id === id)]!;
      return { group: id, from: id, cells, score: matched / file.info.cells };
    }),
    unused: annotation.groups.filter((_, group) => sizes[group] === 0).map(({ id }) => id),
    notes:
      lost > 0
        ? [`${count(lost)} of ${count(file.info.cells)} cells have a barcode that is not in ${annotation.file.name}: they are in no group.`]
        : [],
  };
}

/** Groups of a column get what those of the same name are called; what was split there cannot be told here. */
function byNames(annotation: Annotation, started: Annotation): AppliedAnnotation {
  const split = new Set(annotation.splits.flatMap(({ of }) => of));
  const sizes = startSizes(started);
  const matches: Match[] = [];
  const notes: string[] = [];
  const used = new Set<string>();
  const into = new Map<NamedGroup, NamedGroup[]>();
  const alone: NamedGroup[] = [];
  for (const group of started.groups) {
    const from = annotation.groups.find(({ members }) => members.includes(group.id));
    const isSplit = split.has(group.id);
    const taken = from && !isSplit ? from : null;
    matches.push({ group: group.id, from: taken?.id ?? null, cells: sizes.get(group.id)!, score: null });
    if (taken) {
      used.add(taken.id);
      into.set(taken, [...(into.get(taken) ?? []), group]);
      continue;
    }
    alone.push(group);
    notes.push(
      isSplit
        ? `${group.id} was split in ${annotation.file.name}, by cells that this file does not have: it is not named.`
        : `${group.id} is no group of ${annotation.file.name}: it is not named.`,
    );
  }
  const named = [...into].map(([from, parts]): NamedGroup => ({
    ...saidOf(from),
    // A share of another file's cells is none of these.
    confidence: null,
    id: parts.length > 1 ? parts.map(({ id }) => id).join(" + ") : parts[0]!.id,
    members: parts.flatMap(({ members }) => members),
    color: from.color || parts[0]!.color,
  }));
  const first = (group: NamedGroup) => started.start.findIndex(({ name }) => name === group.members[0]);
  return {
    annotation: {
      ...kept(annotation, started),
      groups: [...named, ...alone].sort((a, b) => first(a) - first(b)),
    },
    how: "names",
    matches,
    unused: annotation.groups.filter(({ id }) => !used.has(id)).map(({ id }) => id),
    notes,
  };
}

/** What names rest on goes with them. */
const kept = (annotation: Annotation, started: Annotation): Annotation => ({
  ...started,
  models: annotation.models,
  thresholds: annotation.thresholds,
  markers: annotation.markers,
});

function startSizes(started: Annotation): Map<string, number> {
  const { names, codes } = groupsOfAnnotation(started);
  const sizes = sizesOf(codes, names.length);
  return new Map(names.map((name, group) => [name, sizes[group]!]));
}

/** Each group gets the name of the one it is most like, where it is like one and clearly so: names to be looked at, not accepted ones. */
async function byNearest(job: Job, annotation: Annotation, started: Annotation): Promise<AppliedAnnotation> {
  const { reference } = annotation;
  if (!reference)
    throw new AnalysisError(
      "bad-input",
      `The annotation of ${annotation.file.name} holds neither its cells' barcodes nor its groups' expression, so it can be applied to ` +
        `that file alone, or to a file with a column ${annotation.grouping.by} of the same groups. Save it from Annotate to have them.`,
    );
  const groups = groupsOfAnnotation(started);
  const { values, genes } = await likeness(job, groups, reference);
  if (genes < 10)
    throw new AnalysisError(
      "bad-input",
      `The open file has ${genes} of the ${reference.genes.length} genes that tell the annotation's groups apart.`,
    );
  const sizes = sizesOf(groups.codes, groups.names.length);
  const notes: string[] = [];
  const used = new Set<string>();
  const matches: Match[] = [];
  const most = new Map(
    reference.groups.map((id, other) => [id, Math.max(...values.map((row) => row[other]!).filter((r) => !Number.isNaN(r)))]),
  );
  const groupsNamed = started.groups.map((group, at): NamedGroup => {
    const order = values[at]!.map((r, other) => ({ r, from: reference.groups[other]! })).filter(({ r }) => !Number.isNaN(r));
    order.sort((a, b) => b.r - a.r);
    const named = (id: string) => annotation.groups.find((one) => one.id === id);
    const [best] = order;
    const from = best && named(best.from);
    // Of two that are called the same it matters not which it is like.
    const next = from && order.find((one) => writtenName(named(one.from)!) !== writtenName(from));
    const isAlike = best !== undefined && best.r >= ALIKE.least;
    const leads = isAlike && (next === undefined || best.r - next.r >= ALIKE.lead);
    const isClear = leads && most.get(best.from)! - best.r <= ALIKE.behind;
    matches.push({ group: group.id, from: isClear ? best.from : null, cells: sizes[at]!, score: best?.r ?? null });
    if (!best || !from || !isClear) {
      const r = best?.r.toFixed(2);
      notes.push(
        leads
          ? `${group.id} is most like ${best.from} (r ${r}), but another group is much more so ` +
              `(r ${most.get(best.from)!.toFixed(2)}): it may be of a type that ${annotation.file.name} lacks, and is not named.`
          : isAlike
            ? `${group.id} is as much like ${best.from} (r ${r}) as like ${next!.from} (r ${next!.r.toFixed(2)}): it is not named.`
            : `${group.id} is like no group of ${annotation.file.name}${best ? ` (r ${r} at most)` : ""}: it is not named.`,
      );
      return group;
    }
    used.add(from.id);
    const note = `Most like ${from.id} of ${annotation.file.name} (r ${best.r.toFixed(2)}).`;
    return { ...group, ...saidOf(from), confidence: null, isAccepted: false, note, color: from.color || group.color };
  });
  return {
    annotation: { ...kept(annotation, started), groups: groupsNamed },
    how: "nearest",
    matches,
    unused: annotation.groups.filter(({ id }) => !used.has(id)).map(({ id }) => id),
    notes: [`Groups were matched by the mean expression of ${count(genes)} genes: look at each name before it is used.`, ...notes],
  };
}
