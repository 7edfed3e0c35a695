import type { MajorityVote } from "../../contract/votes";
import type { CoreModule } from "../base/core";
import type { OpenedFile } from "../file/opened-file";
import { sexColumns } from "../file/sex";
import { NO_CLASS, type ModelResults } from "../file/scores";
import type { Models } from "../model/models";

/** A column to be added to obs. `codes` index `categories`, -1 is missing. */
export type NewColumn =
  | { name: string; kind: "category"; codes: Int32Array; categories: string[] }
  | { name: string; kind: "number"; values: Float32Array };

/** An array to be added to obsm, row-major cells x dims. */
export interface NewEmbedding {
  name: string;
  dims: number;
  values: Float32Array;
}

/** What was run, to be found under uns. */
export interface ModelNote {
  name: string;
  facts: Record<string, string>;
  heads: { name: string; labels: string[]; ontologyIds: string[] }[];
}

/** The names of groups as they are written: columns of obs, colours of the first of them, and what they rest on. */
export interface NamesWritten {
  columns: NewColumn[];
  /** CSS colours of the categories of `columns[0]`; null where not all of them have one. */
  colors: string[] | null;
  facts: Record<string, string>;
}

export interface Annotations {
  /** Made one at a time as they are taken: a million cells have many columns. */
  columns: Iterable<NewColumn>;
  embeddings: NewEmbedding[];
  models: ModelNote[];
  facts: Record<string, string>;
  /** Names that groups were given; null where none were. */
  names: NamesWritten | null;
}

/** A name that is one link in HDF5. */
const link = (text: string) => text.replaceAll("/", "_");

/**
 * Everything the models said of the cells, as columns and arrays of an .h5ad:
 * `PREFIX_MODEL_HEAD` (label), `..._ontology_term_id`, `..._probability`, `..._entropy` (nats) in obs,
 * where asked for `..._prob_match` (all classes above a threshold), `PREFIX_MODEL_majority_voting` and `..._over_clustering`;
 * the columns of `names` before them;
 * `PREFIX_sex` (the donor's, by counted genes), `PREFIX_sex_of_cell` and the counts both rest on; `X_PREFIX_MODEL`, `..._umap` in obsm.
 */
export function annotations(
  core: CoreModule,
  file: OpenedFile,
  models: Models,
  version: string,
  prefix: string,
  names: NamesWritten | null,
): Annotations {
  const ran = [...file.analyzed.results.values()].filter((results) => results.done > 0);
  return {
    columns: allColumns(file, ran, prefix, names?.columns ?? []),
    names,
    embeddings: ran.flatMap((results) => embeddings(core, results, `X_${prefix}_${link(results.model)}`)),
    models: ran.map((results) => note(results, models)),
    facts: { phenolens: version, file: file.info.name, fingerprint: file.info.fingerprint, matrix: file.analyzed.matrix },
  };
}

function* allColumns(file: OpenedFile, ran: ModelResults[], prefix: string, named: readonly NewColumn[]): Generator<NewColumn> {
  yield* named;
  for (const results of ran) {
    for (const store of results.heads)
      yield* headColumns(results.cells, store, `${prefix}_${link(results.model)}_${link(store.head.phenotype)}`);
    for (const [phenotype, vote] of results.votes)
      yield* voteColumns(vote, `${prefix}_${link(results.model)}${results.votes.size > 1 ? `_${link(phenotype)}` : ""}`);
  }
  const sex = sexColumns(file, file.analyzed.matrix);
  if (!sex) return;
  yield { name: `${prefix}_sex`, kind: "category", ...sex.donor };
  yield { name: `${prefix}_sex_of_cell`, kind: "category", ...sex.cell };
  yield { name: `${prefix}_xist_counts`, kind: "number", values: sex.x };
  yield { name: `${prefix}_y_counts`, kind: "number", values: sex.y };
}

function* voteColumns({ labels, codes, clusters, clusterCodes }: MajorityVote, name: string): Generator<NewColumn> {
  yield { name: `${name}_majority_voting`, ...category(codes, labels) };
  yield { name: `${name}_over_clustering`, ...category(clusterCodes, clusters) };
}

function* headColumns(cells: number, store: ModelResults["heads"][number], name: string): Generator<NewColumn> {
  const { head, k, top, probability, entropy } = store;
  const first = Int32Array.from({ length: cells }, (_, cell) => (top[cell * k] === NO_CLASS ? -1 : top[cell * k]!));
  yield {
    name,
    ...category(
      first,
      head.classes.map(({ label }) => label),
    ),
  };
  if (head.classes.some(({ ontologyId }) => ontologyId)) {
    yield {
      name: `${name}_ontology_term_id`,
      ...category(
        first,
        head.classes.map(({ ontologyId }) => ontologyId),
      ),
    };
  }
  const { labels, codes } = store.labelled();
  if (store.hasMatches) yield { name: `${name}_prob_match`, ...category(Int32Array.from(codes), labels) };
  const { fits } = store;
  if (fits) {
    yield { name: `${name}_score`, kind: "number", values: fits.score };
    yield { name: `${name}_delta`, kind: "number", values: fits.delta };
    const pruned = store.pruned()!;
    yield {
      name: `${name}_pruned`,
      ...category(
        first.map((code, cell) => (code < 0 ? -1 : pruned[cell]!)),
        ["False", "True"],
      ),
    };
  }
  const unknown = (cell: number) => first[cell]! < 0;
  yield {
    name: `${name}_probability`,
    kind: "number",
    values: Float32Array.from({ length: cells }, (_, cell) => (unknown(cell) ? NaN : probability[cell * k]!)),
  };
  yield {
    name: `${name}_entropy`,
    kind: "number",
    values: Float32Array.from({ length: cells }, (_, cell) => (unknown(cell) ? NaN : entropy[cell]!)),
  };
}

/** Codes over the labels that occur, each once and in the order of the model's classes; '' is missing. */
function category(codes: Int32Array, labels: string[]): { kind: "category"; codes: Int32Array; categories: string[] } {
  const seen = new Uint8Array(labels.length);
  for (const code of codes) if (code >= 0) seen[code] = 1;
  const categories = [...new Set(labels.filter((label, code) => seen[code] && label))];
  const place = new Map(categories.map((label, code) => [label, code]));
  const toNew = Int32Array.from(labels, (label) => place.get(label) ?? -1);
  return { kind: "category", codes: codes.map((code) => (code < 0 ? -1 : toNew[code]!)), categories };
}

function embeddings(core: CoreModule, results: ModelResults, name: string): NewEmbedding[] {
  const found: NewEmbedding[] = [];
  const whole = results.wholeEmbedding();
  // Beyond a million cells or so only the first two components were kept.
  if (whole) found.push({ name, ...whole });
  else found.push({ name: `${name}_pca`, dims: 2, values: results.positions(core) });
  if (results.umap) found.push({ name: `${name}_umap`, dims: 2, values: results.umap });
  return found;
}

function note(results: ModelResults, models: Models): ModelNote {
  const { info } = models.folder(results.model);
  return {
    name: link(results.model),
    facts: {
      title: info.title,
      version: info.version,
      license: info.license,
      sha256: info.hashes?.[info.kind === "onnx" ? "predict" : "weights"] ?? "",
    },
    heads: results.heads.map(({ head }) => ({
      name: link(head.phenotype),
      labels: head.classes.map(({ label }) => label),
      ontologyIds: head.classes.map(({ ontologyId }) => ontologyId),
    })),
  };
}
