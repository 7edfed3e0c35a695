import type { Annotation, AnnotationNames } from "../../contract/annotation";
import { groupsOfAnnotation, writtenNames } from "../../contract/annotation-cells";
import { withoutCells } from "../../contract/annotation-edits";
import { unpackCodes } from "../../contract/packed-codes";
import { AnalysisError } from "../../contract/errors";
import { UNKNOWN } from "../../contract/obs-columns";
import type { OpenedFile } from "../file/opened-file";
import type { NamesWritten } from "./annotations";
import type { NewColumn } from "./new-column";

/** Names of schema 5 of CELLxGENE. */
const CELLXGENE = ["cell_type", "cell_type_ontology_term_id"];

/** Codes over the words that some group has, in the order of the groups; an empty word is missing. */
function category(name: string, groups: Int32Array, words: readonly string[]): NewColumn {
  const used = new Uint8Array(words.length);
  for (const group of groups) if (group >= 0) used[group] = 1;
  const categories = [...new Set(words.filter((word, group) => used[group] && word))];
  const of = words.map((word) => categories.indexOf(word));
  return { name, kind: "category", codes: groups.map((group) => (group < 0 ? -1 : of[group]!)), categories };
}

/**
 * Columns of an annotation: `NAME` (what cells are called; marks such as `doublet` too), `NAME_ontology_term_id`, `NAME_confidence` (the
 * share of the group's cells that go by it) and `NAME_source`; with CELLxGENE's names `cell_type` and `cell_type_ontology_term_id` beside
 * them (schema 5: cells without a term are `unknown`), or `NAME_cell_type` and so on where the file has such columns.
 * Throws AnalysisError(bad-input) where the file has one of the others, or the annotation is of another.
 */
export function annotationColumns(file: OpenedFile, annotation: Annotation, { name, isCellxgene }: AnnotationNames): NamesWritten {
  const { groups } = annotation;
  if (annotation.file.cells !== file.info.cells)
    throw new AnalysisError(
      "bad-input",
      `The annotation is of ${annotation.file.cells} cells, but ${file.info.name} has ${file.info.cells}.`,
    );
  const { codes } = groupsOfAnnotation(annotation);
  const { names, of, colors } = writtenNames(annotation);
  const ids = groups.map(({ mark, name: given, ontologyId }) => (mark === "named" && given ? ontologyId : ""));
  const confidence = groups.map((group, i) => (of[i]! < 0 ? NaN : (group.confidence ?? NaN)));
  const columns: NewColumn[] = [
    category(
      name,
      codes,
      of.map((at) => names[at] ?? ""),
    ),
    category(`${name}_ontology_term_id`, codes, ids),
    { name: `${name}_confidence`, kind: "number", values: Float32Array.from(codes, (group) => (group < 0 ? NaN : confidence[group]!)) },
    category(
      `${name}_source`,
      codes,
      groups.map(({ source }, i) => (of[i]! < 0 ? "" : source)),
    ),
  ];
  const isTaken = (one: string) => file.reader.columns.some((column) => column.name === one);
  const taken = columns.find((column) => isTaken(column.name));
  if (taken)
    throw new AnalysisError(
      "bad-input",
      `${file.info.name} has a column ${taken.name} already, and nothing of it is replaced: choose another name.`,
    );
  let says = "";
  if (isCellxgene) {
    // A cell of no group is unknown too: the schema has no empty ones.
    const whole = codes.map((group) => (group < 0 ? groups.length : group));
    const isTerm = ids.map((id) => /^CL:\d+$/.test(id));
    const isFree = !CELLXGENE.some(isTaken);
    const [label, term] = CELLXGENE.map((one) => (isFree ? one : `${name}_${one}`)) as [string, string];
    columns.push(
      category(label, whole, [...groups.map((group, i) => (isTerm[i] ? group.name : UNKNOWN)), UNKNOWN]),
      category(term, whole, [...ids.map((id, i) => (isTerm[i] ? id : UNKNOWN)), UNKNOWN]),
    );
    if (!isFree)
      says =
        `${file.info.name} has ${CELLXGENE.filter(isTaken).join(" and ")} already, and nothing of it is replaced: the names for ` +
        `CELLxGENE are in ${label} and ${term}.`;
  }
  const first = columns[0] as Extract<NewColumn, { kind: "category" }>;
  const shown = first.categories.map((word) => colors[names.indexOf(word)] ?? "");
  const all = (list: string[]) => (list.length > 0 && list.every(Boolean) ? list : null);
  return { columns, colors: all(shown), clusters: clustersNamed(annotation, all), facts: factsOf(annotation, name), says };
}

/** The clusters that were named, before anything was merged or split. */
function clustersNamed({ grouping, start, codes }: Annotation, all: (list: string[]) => string[] | null): NamesWritten["clusters"] {
  if (grouping.kind !== "clusters") return null;
  const { resolution, seed } = grouping;
  return {
    codes: unpackCodes(codes),
    names: start.map(({ name }) => name),
    resolution,
    seed,
    colors: all(start.map(({ color }) => color)),
  };
}

/** What the names rest on, for uns. */
function factsOf(annotation: Annotation, name: string): Record<string, string> {
  const { grouping, models, thresholds, markers, madeBy } = annotation;
  return {
    column: name,
    groups_of: grouping.by,
    ...(grouping.resolution === null ? {} : { resolution: String(grouping.resolution) }),
    ...(grouping.seed === null ? {} : { seed: String(grouping.seed) }),
    models: models.map((one) => `${one.name} ${one.version} sha256:${one.sha256}`).join("; "),
    thresholds: JSON.stringify(thresholds),
    markers,
    phenolens: madeBy,
    annotation: JSON.stringify(withoutCells(annotation)),
  };
}
