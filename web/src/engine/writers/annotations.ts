import type { Consensus } from "../../contract/consensus";
import { chosenHead, LEAST_PROBABILITY, type ChosenHead, type ObsColumns } from "../../contract/obs-columns";
import { SPECIES_COLUMN, speciesShareColumn } from "../../contract/species-columns";
import type { Coverage, StudyInfo } from "../../contract/types";
import type { CoreModule } from "../base/core";
import type { OpenedFile } from "../file/opened-file";
import { ANALYZED } from "../file/analyzed";
import { DOUBLETS, predictedOf } from "../file/doublets";
import { sexColumns } from "../file/sex";
import { speciesColumn } from "../file/species-columns";
import { lastSurvey } from "../steps/survey/state";
import { clustersName, clustersOf, type Clusters } from "./cluster-columns";
import type { ModelResults } from "../file/scores";
import { knownLabels, type KnownLabels } from "../results/known-labels";
import type { Models } from "../model/models";
import { chosenColumns, headColumns, voteColumns } from "./model-columns";
import { category, free, identifier, identifiers, type NewColumn } from "./new-column";

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
  /** Of obs; made one at a time as they are taken: a million cells have many columns. */
  columns: Iterable<NewColumn>;
  /** A table of obsm with what else is known of each cell; null where all is in obs. */
  table: { name: string; columns: Iterable<NewColumn> } | null;
  embeddings: NewEmbedding[];
  models: ModelNote[];
  facts: Record<string, string>;
  /** What the names that groups were given rest on; null where none were. */
  named: Record<string, string> | null;
  /** CSS colours of categories, by column. */
  colors: Map<string, string[]>;
}

/** What was found over all models: names that groups were given, and what the models agree on; and which of all that goes into obs. */
export interface Found {
  names: NamesWritten | null;
  consensus: Consensus | null;
  obs: ObsColumns;
}

/**
 * Everything that was found of the cells, as columns and arrays of an .h5ad whose names can follow a dot in Python.
 *
 * obs: of several files the column of samples; the names that groups were given; `leiden`, the clusters found last (`PREFIX_leiden`
 * where the file has a column of that name); of the chosen head `PREFIX_HEAD` (label), `..._probability`, `..._entropy` (nats) and
 * `..._known`; of two models and more `PREFIX_consensus`; where doublets were scored `PREFIX_doublet_score` and
 * `PREFIX_predicted_doublet`; `PREFIX_sex` (the donor's, by counted genes); in a file that mixes species `PREFIX_species`.
 *
 * The table `PREFIX` of obsm, or obs too where asked for (then each name begins with `PREFIX_`): of every head of every model
 * `MODEL_HEAD`, `..._ontology_term_id`, `..._probability`, `..._entropy`, where asked for `..._prob_match` (all classes above a
 * threshold), `MODEL_majority_voting` and `..._over_clustering`; `consensus_ontology_term_id`, `consensus_share` (of the models),
 * `SPECIES_share` (of the counts), `sex_of_cell` and the counts that sex rests on.
 *
 * obsm: `X_PREFIX_MODEL`, `..._umap`, and `X_umap`, the layout of the survey (`X_PREFIX_umap` where the file has one).
 */
export function annotations(
  core: CoreModule,
  file: OpenedFile,
  models: Models,
  { version, prefix, known }: { version: string; prefix: string; known: KnownLabels | null },
  found: Found,
): Annotations {
  const analyzed = ANALYZED.last(file);
  const ran = [...(analyzed?.results.values() ?? [])].filter((results) => results.done > 0);
  const { umap } = lastSurvey(file);
  const clusters = clustersOf(file, found.names?.clusters);
  const matrix = analyzed?.matrix ?? file.info.matrix;
  const names = identifiers(ran.map(({ model }) => model));
  const chosen = chosenOf(ran, found.obs);
  const least = found.obs.least ?? LEAST_PROBABILITY;
  // What is found of several files is written into none of them.
  const taken = new Set(file.info.study ? [] : file.reader.columns.map(({ name }) => name));
  const rest = (before: string) => otherColumns(file, ran, names, found, before);
  const hasOthers = !rest("").next().done;
  return {
    columns: found.obs.hasAll
      ? both(taken, mainColumns(file, ran, { prefix, known }, found), rest(`${prefix}_`))
      : both(taken, mainColumns(file, ran, { prefix, known }, found)),
    table: found.obs.hasAll || !hasOthers ? null : { name: prefix, columns: both(new Set(), rest("")) },
    named: found.names?.facts ?? null,
    colors: colorsOf(file, ran, { prefix, known }, found),
    embeddings: [
      ...(umap ? [{ name: file.reader.embeddings.includes("X_umap") ? `X_${prefix}_umap` : "X_umap", dims: 2, values: umap }] : []),
      ...ran.flatMap((results) => embeddings(core, results, `X_${prefix}_${names.get(results.model)!}`)),
    ],
    models: ran.map((results) => {
      const unread = analyzed?.coverage.find(({ model }) => model === results.model)?.unread;
      return note(results, names.get(results.model)!, models, unread);
    }),
    facts: {
      phenolens: version,
      file: file.info.name,
      fingerprint: file.info.fingerprint,
      matrix,
      ...(chosen ? { [identifier(chosen.phenotype)]: `predicted by ${chosen.model}`, least_probability: String(least) } : {}),
      ...(clusters && clusters.resolution !== null ? { leiden_resolution: String(clusters.resolution) } : {}),
      ...(clusters && clusters.seed !== null ? { leiden_seed: String(clusters.seed) } : {}),
      ...(found.consensus ? { consensus_of: found.consensus.models.join(", ") } : {}),
      ...doubletFacts(file),
    },
  };
}

/** Columns one after the other, each under a name of its own: nothing is written over. */
function* both(taken: Set<string>, ...all: Iterable<NewColumn>[]): Generator<NewColumn> {
  for (const columns of all) for (const column of columns) yield { ...column, name: free(column.name, taken) };
}

/** The labels of the head that stands for all, as far as they are known; null where no model has said anything. */
export async function knownOfChosen(core: CoreModule, file: OpenedFile, models: Models, obs: ObsColumns): Promise<KnownLabels | null> {
  const ran = [...(ANALYZED.last(file)?.results.values() ?? [])].filter((results) => results.done > 0);
  const chosen = chosenOf(ran, obs);
  if (!chosen) return null;
  const result = ran.find(({ model }) => model === chosen.model)!;
  return knownLabels(core, file, models, result, chosen.phenotype, obs.least ?? LEAST_PROBABILITY);
}

/** The head that stands for all predictions, as was asked for where it is there. */
function chosenOf(ran: readonly ModelResults[], { chosen }: ObsColumns): ChosenHead | null {
  if (chosen && ran.some((results) => results.model === chosen.model && results.head(chosen.phenotype))) return chosen;
  return chosenHead(ran.map(({ model, heads }) => ({ name: model, heads: heads.map(({ head }) => head) })));
}

/** Grey of cells that are not known. */
const GREY = "#b5b5b5";

/** How columns begin, and the labels of the chosen head as far as they are known. */
interface Written {
  prefix: string;
  known: KnownLabels | null;
}

function colorsOf(
  file: OpenedFile,
  ran: readonly ModelResults[],
  { prefix, known }: Written,
  { names, obs }: Found,
): Map<string, string[]> {
  const colors = new Map<string, string[]>();
  if (names?.colors) colors.set(names.columns[0]!.name, names.colors);
  const clusters = clustersOf(file, names?.clusters);
  const ofClusters = names?.clusters?.colors ?? obs.clusterColors;
  if (clusters && ofClusters && ofClusters.length >= clusters.names.length)
    colors.set(clustersName(file, prefix, names?.columns), ofClusters.slice(0, clusters.names.length));
  const chosen = chosenOf(ran, obs);
  if (!chosen || !known || !obs.colors) return colors;
  const store = ran.find(({ model }) => model === chosen.model)!.head(chosen.phenotype)!;
  const name = `${prefix}_${identifier(chosen.phenotype)}`;
  const classes = new Set(store.head.classes.map(({ label }) => label));
  for (const column of chosenColumns(store, name, known)) {
    if (column.kind !== "category") continue;
    // A wider term than a class has no colour of its own.
    const shown = column.categories.map((label) => obs.colors![label] ?? (classes.has(label) ? "" : GREY));
    if (shown.every(Boolean)) colors.set(column.name, shown);
  }
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

function* mainColumns(
  file: OpenedFile,
  ran: ModelResults[],
  { prefix, known }: Written,
  { names, consensus, obs }: Found,
): Generator<NewColumn> {
  const { study } = file.info;
  if (study) yield { name: study.column, ...samplesOf(study) };
  yield* names?.columns ?? [];
  const clusters = clustersOf(file, names?.clusters);
  if (clusters)
    yield { name: clustersName(file, prefix, names?.columns), kind: "category", codes: clusters.codes, categories: clusters.names };
  const chosen = chosenOf(ran, obs);
  if (chosen && known) {
    const store = ran.find(({ model }) => model === chosen.model)!.head(chosen.phenotype)!;
    yield* chosenColumns(store, `${prefix}_${identifier(chosen.phenotype)}`, known);
  }
  if (consensus) {
    const terms = consensus.terms.map(({ name }) => name);
    yield { name: `${prefix}_consensus`, ...category(consensus.codes, terms) };
  }
  const told = ANALYZED.last(file)?.cellSpecies;
  const is = told && speciesColumn(told, SPECIES_COLUMN);
  if (is && is.kind !== "number") yield { name: `${prefix}_species`, kind: "category", codes: is.codes, categories: is.categories };
  const doublets = DOUBLETS.last(file);
  if (doublets) {
    yield { name: `${prefix}_doublet_score`, kind: "number", values: doublets.scores };
    yield { name: `${prefix}_predicted_doublet`, ...predictedOf(doublets) };
  }
  const sex = ran.length > 0 ? sexColumns(file, file.analyzed.matrix) : null;
  if (sex) yield { name: `${prefix}_sex`, kind: "category", ...sex.donor };
}

/** Which file each cell is from. */
function samplesOf({ samples }: StudyInfo) {
  const codes = Int32Array.from(samples.flatMap(({ cells }, sample) => Array.from({ length: cells }, () => sample)));
  return category(
    codes,
    samples.map(({ sample }) => sample),
  );
}

/** What obs has no room for; names begin with `before`. */
function* otherColumns(
  file: OpenedFile,
  ran: ModelResults[],
  names: ReadonlyMap<string, string>,
  { consensus }: Found,
  before: string,
): Generator<NewColumn> {
  for (const results of ran) {
    const name = `${before}${names.get(results.model)!}`;
    for (const store of results.heads) yield* headColumns(store, `${name}_${identifier(store.head.phenotype)}`);
    for (const [phenotype, vote] of results.votes)
      yield* voteColumns(vote, results.votes.size > 1 ? `${name}_${identifier(phenotype)}` : name);
  }
  if (consensus) {
    const ids = consensus.terms.map(({ id }) => id);
    yield { name: `${before}consensus_ontology_term_id`, ...category(consensus.codes, ids) };
    yield { name: `${before}consensus_share`, kind: "number", values: consensus.share };
  }
  const told = ANALYZED.last(file)?.cellSpecies;
  if (told) {
    const { species } = told.genomes[0]!;
    const share = speciesColumn(told, speciesShareColumn(species));
    if (share?.kind === "number")
      yield { name: `${before}${identifier(species)}_share`, kind: "number", values: Float32Array.from(share.values) };
  }
  const sex = ran.length > 0 ? sexColumns(file, file.analyzed.matrix) : null;
  if (!sex) return;
  yield { name: `${before}sex_of_cell`, kind: "category", ...sex.cell };
  yield { name: `${before}xist_counts`, kind: "number", values: sex.x };
  yield { name: `${before}y_counts`, kind: "number", values: sex.y };
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

function note(results: ModelResults, name: string, models: Models, unread: Coverage["unread"]): ModelNote {
  const { info } = models.folder(results.model);
  return {
    name,
    facts: {
      name: results.model,
      title: info.title,
      version: info.version,
      license: info.license,
      sha256: info.hashes?.[info.kind === "onnx" ? "predict" : "weights"] ?? "",
      ...(unread ? { not_read: unread.map(({ file, reason }) => `${file}: ${reason}`).join(" ") } : {}),
    },
    heads: results.heads.map(({ head }) => ({
      name: identifier(head.phenotype),
      labels: head.classes.map(({ label }) => label),
      ontologyIds: head.classes.map(({ ontologyId }) => ontologyId),
    })),
  };
}
