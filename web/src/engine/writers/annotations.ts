import type { Consensus } from "../../contract/consensus";
import { SPECIES_COLUMN, speciesShareColumn } from "../../contract/species-columns";
import type { MajorityVote } from "../../contract/votes";
import type { CoreModule } from "../base/core";
import type { OpenedFile } from "../file/opened-file";
import { ANALYZED } from "../file/analyzed";
import { DOUBLETS, predictedOf } from "../file/doublets";
import { sexColumns } from "../file/sex";
import { speciesColumn } from "../file/species-columns";
import { NO_CLASS, type ModelResults } from "../file/scores";
import type { Models } from "../model/models";
import { clustersName, clustersOf, type Clusters } from "./cluster-columns";

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
  /** The clusters that were named, with their colours where all have one; null where other groups were. */
  clusters: (Clusters & { colors: string[] | null }) | null;
  /** What is written by another name than was asked for, in a sentence; else empty. */
  says: string;
  facts: Record<string, string>;
}

export interface Annotations {
  /** Made one at a time as they are taken: a million cells have many columns. */
  columns: Iterable<NewColumn>;
  embeddings: NewEmbedding[];
  models: ModelNote[];
  facts: Record<string, string>;
  /** What the names that groups were given rest on; null where none were. */
  named: Record<string, string> | null;
  /** CSS colours of categories, by column. */
  colors: Map<string, string[]>;
}

/** A name that is one link in HDF5. */
const link = (text: string) => text.replaceAll("/", "_");

/** What was found over all models: names that groups were given, and what the models agree on. */
export interface Found {
  names: NamesWritten | null;
  consensus: Consensus | null;
}

/**
 * Everything that was found of the cells, as columns and arrays of an .h5ad: the names that groups were given; `leiden`, the clusters found
 * last (`PREFIX_leiden` where the file has a column of that name);
 * `PREFIX_MODEL_HEAD` (label), `..._ontology_term_id`, `..._probability`, `..._entropy` (nats) in obs,
 * where asked for `..._prob_match` (all classes above a threshold), `PREFIX_MODEL_majority_voting` and `..._over_clustering`;
 * of two models and more `PREFIX_consensus`, `..._ontology_term_id` and `..._share` (of the models); in a file that mixes species
 * `PREFIX_species` and `PREFIX_SPECIES_share` (of the counts);
 * `PREFIX_doublet_score` and `PREFIX_predicted_doublet`, where doublets were scored; `PREFIX_sex` (the donor's, by counted
 * genes), `PREFIX_sex_of_cell` and the counts both rest on; `X_PREFIX_MODEL`, `..._umap` in obsm.
 */
export function annotations(
  core: CoreModule,
  file: OpenedFile,
  models: Models,
  { version, prefix }: { version: string; prefix: string },
  found: Found,
): Annotations {
  const analyzed = ANALYZED.last(file);
  const ran = [...(analyzed?.results.values() ?? [])].filter((results) => results.done > 0);
  const clusters = clustersOf(file, found.names?.clusters);
  const matrix = analyzed?.matrix ?? file.info.matrix;
  return {
    columns: allColumns(file, ran, prefix, found),
    named: found.names?.facts ?? null,
    colors: colorsOf(file, prefix, found.names),
    embeddings: ran.flatMap((results) => embeddings(core, results, `X_${prefix}_${link(results.model)}`)),
    models: ran.map((results) => note(results, models)),
    facts: {
      phenolens: version,
      file: file.info.name,
      fingerprint: file.info.fingerprint,
      matrix,
      ...(clusters && clusters.resolution !== null ? { leiden_resolution: String(clusters.resolution) } : {}),
      ...(clusters && clusters.seed !== null ? { leiden_seed: String(clusters.seed) } : {}),
      ...(found.consensus ? { consensus_of: found.consensus.models.join(", ") } : {}),
      ...doubletFacts(file),
    },
  };
}

function colorsOf(file: OpenedFile, prefix: string, names: NamesWritten | null): Map<string, string[]> {
  const colors = new Map<string, string[]>();
  if (names?.colors) colors.set(names.columns[0]!.name, names.colors);
  if (names?.clusters?.colors) colors.set(clustersName(file, prefix, names?.columns), names.clusters.colors);
  return colors;
}

/** How doublets were scored and called, where they were. */
function doubletFacts(file: OpenedFile): Record<string, string> {
  const found = DOUBLETS.last(file);
  if (!found) return {};
  const { column, rate, seed, threshold, samples } = found;
  const thresholds = samples.map(({ name, automatic }) => [name, threshold ?? automatic]);
  return { doublets: JSON.stringify({ samples: column, expected_rate: rate, seed, thresholds: Object.fromEntries(thresholds) }) };
}

function* allColumns(file: OpenedFile, ran: ModelResults[], prefix: string, { names, consensus }: Found): Generator<NewColumn> {
  yield* names?.columns ?? [];
  const clusters = clustersOf(file, names?.clusters);
  if (clusters)
    yield { name: clustersName(file, prefix, names?.columns), kind: "category", codes: clusters.codes, categories: clusters.names };
  for (const results of ran) {
    for (const store of results.heads)
      yield* headColumns(results.cells, store, `${prefix}_${link(results.model)}_${link(store.head.phenotype)}`);
    for (const [phenotype, vote] of results.votes)
      yield* voteColumns(vote, `${prefix}_${link(results.model)}${results.votes.size > 1 ? `_${link(phenotype)}` : ""}`);
  }
  if (consensus) yield* consensusColumns(consensus, `${prefix}_consensus`);
  yield* speciesColumns(file, prefix);
  const doublets = DOUBLETS.last(file);
  if (doublets) {
    yield { name: `${prefix}_doublet_score`, kind: "number", values: doublets.scores };
    yield { name: `${prefix}_predicted_doublet`, ...predictedOf(doublets) };
  }
  const sex = ran.length > 0 ? sexColumns(file, file.analyzed.matrix) : null;
  if (!sex) return;
  yield { name: `${prefix}_sex`, kind: "category", ...sex.donor };
  yield { name: `${prefix}_sex_of_cell`, kind: "category", ...sex.cell };
  yield { name: `${prefix}_xist_counts`, kind: "number", values: sex.x };
  yield { name: `${prefix}_y_counts`, kind: "number", values: sex.y };
}

function* consensusColumns({ terms, codes, share }: Consensus, name: string): Generator<NewColumn> {
  yield {
    name,
    ...category(
      codes,
      terms.map((term) => term.name),
    ),
  };
  yield {
    name: `${name}_ontology_term_id`,
    ...category(
      codes,
      terms.map(({ id }) => id),
    ),
  };
  yield { name: `${name}_share`, kind: "number", values: share };
}

/** What each cell of a file that mixes species is. */
function* speciesColumns(file: OpenedFile, prefix: string): Generator<NewColumn> {
  const told = ANALYZED.last(file)?.cellSpecies;
  if (!told) return;
  const is = speciesColumn(told, SPECIES_COLUMN);
  if (is && is.kind !== "number") yield { name: `${prefix}_species`, kind: "category", codes: is.codes, categories: is.categories };
  const { species } = told.genomes[0]!;
  const share = speciesColumn(told, speciesShareColumn(species));
  if (share?.kind === "number") yield { name: `${prefix}_${species}_share`, kind: "number", values: Float32Array.from(share.values) };
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
