import { AnalysisError } from "../pipeline/errors";
import type { Handlers, Operations } from "../pipeline/protocol";
import type { Source } from "../pipeline/types";
import { analyze } from "./analyze";
import { planBlocks } from "./blocks";
import { loadCore } from "./core";
import { coverageOf, describe } from "./describe";
import type { Environment } from "./environment";
import { evaluate } from "./evaluate";
import { geneColumn } from "./gene-column";
import { layOut } from "./layout";
import { defaultLanes, LanePool, type Lane } from "./lane-pool";
import { Models } from "./models";
import { OpenedFile } from "./opened-file";
import type { ByteSource } from "./readers/byte-source";
import { loadHdf5 } from "./readers/hdf5";
import { openReader } from "./readers/open";
import { Pace } from "./pace";
import { sweep } from "./sweep";
import { cellRows, summarize } from "./tables";
import { annotate } from "./writers/annotated-h5ad";

export interface Conductor {
  handlers: Handlers<Operations>;
  models: Models;
  /** Ends the lanes: nothing of the engine keeps running. */
  terminate(): Promise<void>;
}

/** Answers the page (or the command line): keeps the file and its results, and has the lanes work. */
export function startConductor(environment: Environment): Conductor {
  const models = new Models(environment);
  let pool: Promise<LanePool> | undefined;
  let source: Source | undefined;
  let bytes: ByteSource | undefined;
  let file: OpenedFile | undefined;
  let isAnalyzing = false;
  let settling: AbortController | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const opened = (): OpenedFile => {
    if (!file) throw new AnalysisError("bad-input", "No file is open.");
    return file;
  };
  /** Opening, analysing and closing wait for each other; one that fails does not stop the next. */
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const result = turn.catch(() => {}).then(run);
    turn = result;
    return result;
  };
  const startPool = (count: number): Promise<LanePool> => {
    pool = LanePool.start(environment, count);
    pool.catch(() => undefined);
    return pool;
  };
  /** Lanes with the file open; fresh ones where theirs have died or another number is wanted. */
  const lanes = async (wanted: number): Promise<LanePool> => {
    const count = wanted || defaultLanes(environment);
    let ready = await pool?.catch(() => undefined);
    if (ready?.size !== count) {
      ready?.terminate();
      ready = await startPool(count);
    }
    if (source && !laneFiles.has(ready)) laneFiles.set(ready, ready.all("open", { source }));
    await laneFiles.get(ready);
    return ready;
  };
  /** Pools whose lanes have the file open, or are opening it. */
  const laneFiles = new WeakMap<LanePool, Promise<unknown>>();
  const close = async () => {
    settling?.abort();
    file?.close();
    file = undefined;
    source = undefined;
    const ready = await pool?.catch(() => undefined);
    if (ready && laneFiles.delete(ready)) await ready.all("release", {}).catch(() => drop(ready));
  };
  /** Lanes that failed are ended: the next call gets fresh ones. */
  const drop = (failed: LanePool) => {
    failed.terminate();
    pool = undefined;
  };

  const handlers: Handlers<Operations> = {
    async models({ base }) {
      environment.base = base.replace(/models\/$/, "");
      // While the page is being looked at, the lanes can load their libraries.
      if (!pool && environment.kind === "browser") void startPool(defaultLanes(environment)).catch(() => undefined);
      void loadHdf5();
      const [infos] = await Promise.all([models.list(), loadCore(environment)]);
      // What the first file will need; failures are met, and told, when it is asked for.
      for (const { name } of infos) models.laneModel(name).catch(() => undefined);
      return infos;
    },
    addModel: ({ files }) => inTurn(async () => {
      const model = await models.addFiles(files);
      if (file) file.info.coverage = await coverageOf(await loadCore(environment), file.reader, file.info, models);
      return { model, coverage: file?.info.coverage ?? null };
    }),
    open: (request, context) => inTurn(async () => {
      await close();
      let pace: Pace | undefined;
      const report = (done: number, total: number) => {
        pace ??= new Pace("download", total, "bytes");
        const { rate, secondsLeft } = pace.add(done - pace.done);
        context.progress({ step: "download", done, total, unit: "bytes", rate, secondsLeft: total > 0 ? secondsLeft : null, source: "network" });
      };
      const core = await loadCore(environment);
      bytes = await environment.openSource(request.source, report);
      const reader = await openReader(bytes, (path) => environment.asset(path), core);
      try {
        file = new OpenedFile(reader, await describe(core, reader, models), bytes.shared?.kind === "url");
      } catch (error) {
        reader.close();
        throw error;
      }
      source = bytes.shared ?? request.source;
      if (bytes.note) file.info.notices.unshift({ code: "link", message: bytes.note });
      // The lanes open it too while the page looks at what it holds.
      if (environment.kind === "browser") lanes(0).catch(() => undefined);
      return file.info;
    }),
    analyze: (options, context) => inTurn(async () => {
      const current = opened();
      settling?.abort();
      isAnalyzing = true;
      const ready = await lanes(options.lanes);
      try {
        return await analyze({ environment, core: await loadCore(environment), models, pool: ready, file: current, options, context });
      } catch (error) {
        drop(ready);
        throw error;
      } finally {
        isAnalyzing = false;
      }
    }),
    column: ({ name }) => opened().column(name),
    async gene({ gene }, { signal }) {
      const current = opened();
      const columns = (await current.geneNames()).find(gene);
      if (!columns) throw new AnalysisError("bad-input", `${current.info.name} has no gene named ${gene}.`);
      const values = new Float32Array(current.info.cells);
      const request = { matrix: current.matrix, columns, values: current.values };
      const matrix = current.reader.matrix(current.matrix);
      // Lanes that are busy would answer only after their blocks.
      const workers: (Lane | null)[] = isAnalyzing || settling || matrix.shape.stored < 4e6 ? [null] : (await lanes(0)).lanes;
      await sweep<Float32Array>({
        lanes: workers as Lane[],
        groups: planBlocks(matrix, { lanes: workers.length, cells: 0, run: current.run }),
        signal,
        visit: async (lane: Lane | null, range) =>
          lane ? lane.call("gene", { ...request, range }) : geneColumn(await current.reader.block(current.matrix, range.first, range.count), columns, current.values),
        take: (range, part) => values.set(part, range.first),
      });
      return { gene, values };
    },
    suggestGenes: async ({ prefix, limit }) => (await opened().geneNames()).suggest(prefix, limit),
    scores({ model, phenotype }) {
      const scores = opened().result(model).scores(phenotype);
      if (!scores) throw new AnalysisError("bad-input", `${model} does not predict ${phenotype}.`);
      return scores;
    },
    async positions({ by }) {
      const current = opened();
      if (current.results.has(by)) return { by, xy: current.result(by).positions(await loadCore(environment)) };
      return { by, xy: await current.reader.embedding(by.replace(/^obsm\//, "")) };
    },
    async layout({ model, seed }, context) {
      const results = opened().result(model);
      settling?.abort();
      const mine = (settling = new AbortController());
      context.signal.addEventListener("abort", () => mine.abort());
      try {
        const { lanes: [lane] } = await lanes(0);
        const xy = await layOut(await loadCore(environment), lane!, results, seed, { ...context, signal: mine.signal });
        results.umap = xy.slice();
        return { xy };
      } finally {
        if (settling === mine) settling = undefined;
      }
    },
    async summary({ model, phenotype, selection }) {
      const core = await loadCore(environment);
      const result = opened().result(model);
      if (!result.head(phenotype)) throw new AnalysisError("bad-input", `${model} does not predict ${phenotype}.`);
      return { all: summarize(core, result, phenotype), selected: selection ? summarize(core, result, phenotype, selection) : null };
    },
    cells: ({ model, first, count, order }) => cellRows(opened(), opened().result(model), first, count, order),
    embedding({ model, first, count }) {
      const kept = opened().result(model).wholeEmbedding();
      return kept && { dims: kept.dims, values: kept.values.slice(first * kept.dims, (first + count) * kept.dims) };
    },
    evaluate: async (request) => evaluate(await loadCore(environment), opened(), request),
    annotate: async () => annotate(await loadCore(environment), opened(), bytes!, models),
    close: () => inTurn(async () => {
      await close();
      return null;
    }),
  };

  return {
    handlers,
    models,
    async terminate() {
      file?.close();
      file = undefined;
      (await pool?.catch(() => undefined))?.terminate();
      pool = undefined;
    },
  };
}

/** The conductor where nobody ends it but its worker's own end. */
export const conductorHandlers = (environment: Environment): Handlers<Operations> => startConductor(environment).handlers;
