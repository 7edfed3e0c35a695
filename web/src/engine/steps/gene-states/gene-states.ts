import { AnalysisError } from "../../../contract/errors";
import type { GeneStatesReport, GeneStatesRequest } from "../../../contract/operations/gene-states";
import type { ChosenBlock } from "../../pool/blocks";
import { unwrap, type CoreModule } from "../../base/core";
import { readBlocks } from "../../../contract/unread";
import { unreadBy } from "../../file/coverage";
import { GeneIndex } from "../../genes/gene-index";
import { MeasuredIn } from "../../file/study/measured";
import { groupsOf } from "../../file/groups";
import type { Job } from "../../pool/job";
import type { LanePool } from "../../pool/lane-pool";
import { pass } from "../../pool/pass";
import { prepared, type Prepared } from "../../pool/prepared";
import { sample, seeded, shuffle } from "../../base/random";
import { alikeness, meanState, nearestGenes, spreadOf, type GeneStatesSums } from "./states";

/** Cells a context needs to have a mean, contexts shown at most, genes of either kind whose states are gathered. */
const LEAST = 5;
const MOST_CONTEXTS = 12;
const WATCHED = 1000;
const NEAREST = 10;
/** Genes read about as often, that controls are drawn from, for each wanted. */
const POOL = 4;
const TOGETHER = 16;
/** Fewer points lie on their components. */
const UMAP_FROM = 40;

/** A gene's hidden states over contexts: the mean in each, how alike these are, and what is nearest. */
export async function geneStates(job: Job, request: GeneStatesRequest): Promise<GeneStatesReport> {
  const started = performance.now();
  const { core, models, pool, file, matrix } = job;
  const folder = models.folder(request.model);
  const { manifest } = folder;
  if (manifest.kind === "linear")
    throw new AnalysisError("unsupported", `${manifest.title} is linear: a gene means the same to it in every cell. Choose a transformer.`);
  if (!manifest.onnx?.gene_states) throw new AnalysisError("unsupported", `${manifest.title} gives no hidden states of genes.`);
  const { symbols, ensemblIds: ids } = await folder.vocabulary();
  const gene = new GeneIndex(symbols, ids).find(request.gene.trim());
  if (gene === undefined) throw new AnalysisError("bad-input", `${manifest.title} does not know a gene named ${request.gene}.`);
  const { of, names } = await groupsOf(
    file,
    matrix,
    request.groupBy.kind === "column" ? request.groupBy : { ...request.groupBy, model: request.model },
  );

  const ready = await prepared(job, { models: [await models.laneModel(manifest.name)], byFile: true });
  const unread = await unreadBy(job, manifest.name);
  const { has, counts } = await find(ready, gene, manifest.genes, unread);
  const read = has.reduce((sum, mark) => sum + mark, 0);
  const columns = await columnsOf(ready, symbols[gene]!, ids[gene]!);
  const expressed = await expressedIn(ready, columns);
  if (read === 0)
    throw new AnalysisError(
      "bad-input",
      `${manifest.title} reads ${symbols[gene]} in no ` +
        `cell${expressed > 0 ? `: it is expressed in ${expressed.toLocaleString("en")}, but other genes stand out more there` : ""}.`,
    );
  const members = names.map((): number[] => []);
  const sizes = new Float64Array(names.length);
  of.forEach((group, cell) => {
    if (group < 0 || unread?.[cell]) return;
    sizes[group]!++;
    if (has[cell]) members[group]!.push(cell);
  });
  const kept = [...members.keys()]
    .filter((group) => members[group]!.length >= LEAST)
    .sort((a, b) => members[b]!.length - members[a]!.length)
    .slice(0, MOST_CONTEXTS);
  if (kept.length === 0)
    throw new AnalysisError(
      "bad-input",
      `${symbols[gene]} is read in ${read.toLocaleString("en")} cells, but in no context in ${LEAST} of them; choose another gene ` +
        `or other contexts.`,
    );
  const random = seeded(request.seed);
  const chosen = kept
    .flatMap((group, context) => [...sample(members[group]!, request.cellsPerGroup, random)].map((cell) => ({ cell, context })))
    .sort((a, b) => a.cell - b.cell);
  const cells = Uint32Array.from(chosen, ({ cell }) => cell);
  const contexts = Int32Array.from(chosen, ({ context }) => context);

  const watched = Int32Array.from(new Set([gene, ...watchedBeside(counts, gene)]));
  await pool.all("start", { model: 0, onnx: await folder.file("predict"), selfTest: null, backend: "wasm" });
  await pool.all("contextStart", { model: 0, gene, contexts: kept.length, genes: watched });
  const dims = manifest.onnx.embedding_size;
  const states = new Float32Array(cells.length * dims);
  await pass<Float32Array, ChosenBlock>(ready, {
    step: `${symbols[gene]} in ${manifest.title}`,
    blocks: ready.blocksOf(cells, TOGETHER, { isModel: true }),
    ifStopped: "Stopped before all states were read.",
    visit: (lane, { first, count, from, to }) =>
      lane.call("context", {
        range: { first, count },
        cells: Int32Array.from(cells.subarray(from, to), (cell) => cell - first),
        contexts: contexts.slice(from, to),
      }),
    take: ({ from }, found) => states.set(found, from * dims),
  });
  const sums = await gathered(pool, kept.length, watched.length, dims);
  await pool.all("stop", { model: 0 });

  const own = sums.map((context) => meanState(context, 0, dims, LEAST)!);
  const alike = alikeness(own);
  const spread = spreadOf(alike);
  const controls = kept.length < 2 ? [] : matched(sums, watched.length, request.controls, random);
  const spreads = controls
    .map((control) => ({
      gene: symbols[watched[control]!]!,
      spread: spreadOf(alikeness(sums.map((context) => meanState(context, control, dims, LEAST)!))),
      cells: sums.reduce((sum, context) => sum + context.counts[control]!, 0),
    }))
    .sort((a, b) => a.spread - b.spread);
  const { without } = new MeasuredIn(file, matrix, columns);
  const notes = without.length > 0 ? [`Not measured, so in no context: ${symbols[gene]} in ${without.join(", ")}.`] : [];
  if (unread) notes.push("Cells of files that the model does not read are left out.");
  if (kept.length > 1 && controls.length < request.controls)
    notes.push(`Only ${controls.length} other genes are read in all of these contexts.`);
  const left = members.filter((cellsOf, group) => cellsOf.length > 0 && !kept.includes(group)).length;
  if (left > 0) notes.push(`${left} ${left === 1 ? "context" : "contexts"} with few cells that read ${symbols[gene]} left out.`);
  const { xy, layout } = placed(core, states, contexts, sums, dims, request.seed);
  return {
    model: manifest.name,
    gene: symbols[gene]!,
    ensemblId: ids[gene]!,
    contexts: kept.map((group, context) => ({
      name: names[group]!,
      cells: sizes[group]!,
      read: members[group]!.length,
      used: sums[context]!.counts[0]!,
      nearest: nearestGenes(sums[context]!, own[context]!, 0, dims, LEAST, NEAREST).map(({ gene: near, ...rest }) => ({
        gene: symbols[watched[near]!]!,
        ...rest,
      })),
    })),
    alike,
    spread: {
      gene: spread,
      controls: spreads,
      p:
        Number.isNaN(spread) || spreads.length === 0
          ? NaN
          : (spreads.filter((one) => one.spread >= spread).length + 1) / (spreads.length + 1),
    },
    cells,
    of: contexts,
    xy,
    layout,
    expressed,
    read,
    dims,
    seconds: (performance.now() - started) / 1000,
    notes,
  };
}

/** In which cells the model reads the gene, and in how many it reads every other. */
async function find(
  ready: Prepared,
  gene: number,
  genes: number,
  unread: Uint8Array | null,
): Promise<{ has: Uint8Array; counts: Float64Array }> {
  const has = new Uint8Array(ready.job.file.info.cells);
  const counts = new Float64Array(genes);
  await pass<{ has: Uint8Array; counts: Int32Array }>(ready, {
    step: "cells that read it",
    blocks: readBlocks(ready.blocks(), unread),
    ifStopped: "Stopped before the gene's cells were found.",
    visit: (lane, range) => lane.call("contextFind", { model: 0, gene, range }),
    take({ first }, found) {
      has.set(found.has, first);
      found.counts.forEach((read, one) => {
        counts[one]! += read;
      });
    },
  });
  return { has, counts };
}

/** Columns of the matrix that hold a gene. */
async function columnsOf({ job: { file, matrix } }: Prepared, symbol: string, id: string): Promise<number[]> {
  const names = await file.geneNames(matrix);
  return names.find(id) ?? names.find(symbol) ?? [];
}

/** Cells in which the file has the gene at all. */
async function expressedIn(ready: Prepared, columns: number[]): Promise<number> {
  const { file, matrix } = ready.job;
  if (columns.length === 0) return 0;
  const { values } = file.matrixInfo(matrix);
  let expressed = 0;
  await pass<Float32Array>(ready, {
    step: "cells that express it",
    ifStopped: "Stopped before the gene's cells were counted.",
    visit: (lane, range) => lane.call("gene", { matrix, columns, values, range }),
    take: (_, found) => {
      for (const value of found) if (value > 0) expressed++;
    },
  });
  return expressed;
}

/** Genes whose states are gathered beside the one asked for: those read most, and those read about as often. */
function watchedBeside(counts: Float64Array, gene: number): number[] {
  const others = Array.from(counts.keys()).filter((one) => one !== gene && counts[one]! > 0);
  const distance = (one: number) => Math.abs(Math.log(counts[one]! / counts[gene]!));
  return [
    ...[...others].sort((a, b) => counts[b]! - counts[a]! || a - b).slice(0, WATCHED),
    ...others.sort((a, b) => distance(a) - distance(b) || a - b).slice(0, WATCHED),
  ];
}

/** Places of genes read about as often as the first in every context: `wanted` drawn from those nearest in number. */
function matched(sums: GeneStatesSums[], genes: number, wanted: number, random: () => number): number[] {
  const distance = (one: number) => sums.reduce((sum, { counts }) => sum + Math.abs(Math.log(counts[one]! / counts[0]!)), 0);
  const able = Array.from({ length: genes - 1 }, (_, i) => i + 1).filter((one) => sums.every(({ counts }) => counts[one]! >= LEAST));
  return shuffle(able.sort((a, b) => distance(a) - distance(b) || a - b).slice(0, POOL * wanted), random).slice(0, wanted);
}

async function gathered(pool: LanePool, contexts: number, genes: number, dims: number): Promise<GeneStatesSums[]> {
  const parts = await pool.all("contextSums", {});
  const add = (of: (part: (typeof parts)[number]) => Float64Array, context: number, width: number) =>
    Float64Array.from({ length: width }, (_, i) => parts.reduce((sum, part) => sum + of(part)[context * width + i]!, 0));
  return Array.from({ length: contexts }, (_, context) => ({
    counts: add(({ counts }) => counts, context, genes),
    sums: add(({ sums }) => sums, context, genes * dims),
    tokens: add(({ tokens }) => tokens, context, 1)[0]!,
    total: add(({ total }) => total, context, dims),
  }));
}

/** The states on a plane, each without its context's mean of all tokens: a UMAP that starts from two components, or these. */
function placed(
  core: CoreModule,
  states: Float32Array,
  contexts: Int32Array,
  sums: GeneStatesSums[],
  dims: number,
  seed: number,
): { xy: Float32Array<ArrayBuffer>; layout: "umap" | "components" } {
  const values = Float32Array.from(states, (value, i) => {
    const { total, tokens } = sums[contexts[Math.floor(i / dims)]!]!;
    return value - total[i % dims]! / tokens;
  });
  const points = contexts.length;
  const components = Math.min(2, dims);
  const { mean, rotation } = unwrap(core.principal_components({ rows: points, dims, values, components }));
  const start = unwrap(core.project({ rows: points, values, mean, rotation }));
  if (points < UMAP_FROM) return { xy: start, layout: "components" };
  const layout = new core.Layout();
  try {
    const epochs = unwrap(layout.start({ points, dims, values, start, seed }));
    return { xy: unwrap(layout.step(epochs)).xy, layout: "umap" };
  } finally {
    layout.delete();
  }
}
