import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { guessColumn } from "../web/src/contract/guess-column";
import { encodeSnapshot } from "../web/src/app/open/snapshot";
import { startConductor } from "../web/src/engine/conductor";
import { nodeEnvironment } from "../web/src/engine/platform/environment.node";
import { threadEndpoint } from "../web/src/engine/workers/endpoints.node";
import type { CallContext } from "../web/src/contract/protocol";
import type { HeadSummary, ModelInfo } from "../web/src/contract/types";

const context: CallContext<never> = { signal: new AbortController().signal, part: () => {}, progress: () => {} };
const HEAD = "cell_type";
/** Cells that a first screen draws at most. */
const SHOWN = 20_000;
/** Cells whose results are stored at most; see the engine's stored results. */
const STORED = 300_000;

export interface Precomputed {
  cells: number;
  model: string;
  /** The text of a snapshot: what the first screen shows. */
  snapshot: string;
  /** What the transformers said of every cell, or null where there are too many cells or no transformer. */
  stored: Uint8Array | null;
}

export interface Wanted {
  root: string;
  file: string;
  /** Folders of models; those that come with the page unless said. */
  models?: string[];
  /** What the first screen calls the cells. */
  caption?: (cells: number) => string;
  store?: boolean;
}

/** The model whose result is shown first: the transformer where there is one. */
function choose(models: ModelInfo[]): ModelInfo {
  const found = models.find(({ kind }) => kind === "onnx") ?? models[0];
  if (!found) throw new Error("No model that predicts cell types fits the file.");
  return found;
}

/** Of the classes with more than a few cells, the one the model doubts most. */
function mostUndecided(summary: HeadSummary): string {
  const often = summary.classes.filter(({ cells }) => cells >= 0.02 * summary.cells);
  return often.reduce((worst, one) => (one.meanEntropy > worst.meanEntropy ? one : worst), often[0]!).label;
}

/** Analyses a file with the real engine: what a page shows of it before it has computed anything. */
export async function precompute({ root, file, models: only, caption, store = true }: Wanted): Promise<Precomputed> {
  const lane = pathToFileURL(join(root, "dist-cli/lane.node.mjs"));
  const { handlers: engine, terminate } = startConductor(nodeEnvironment(() => threadEndpoint(lane)));
  try {
    const models = await engine.models({ base: "", ...(only ? { only } : {}) }, context);
    const info = await engine.open({ source: { kind: "path", path: file } }, context);
    const fitting = models.filter(({ name }) => info.coverage.find(({ model }) => model === name)?.verdict !== "refused");
    const model = choose(fitting.filter((one) => one.heads.some(({ phenotype }) => phenotype === HEAD)));
    await engine.analyze(
      { matrix: info.matrix, models: fitting.map(({ name }) => name), backend: "wasm", lanes: 2, seed: 1, blockCells: 0 },
      context,
    );
    const scores = await engine.scores({ model: model.name, phenotype: HEAD }, context);
    const { xy } = await engine.positions({ by: model.name }, context);
    const { all } = await engine.summary({ model: model.name, phenotype: HEAD }, context);
    const column = guessColumn(HEAD, info.columns);
    const evaluation = column ? await engine.evaluate({ phenotype: HEAD, column, models: [model.name] }, context) : null;
    const { classes } = model.heads.find(({ phenotype }) => phenotype === HEAD)!;
    const stride = Math.ceil(info.cells / SHOWN);
    const shown = Array.from({ length: Math.ceil(info.cells / stride) }, (_, i) => i * stride);
    const first = shown.map((cell) => scores.top[cell * scores.k]!);
    // Only labels that occur travel.
    const used = [...new Set(first)].filter((code) => code !== 65_535).sort((a, b) => a - b);
    const place = new Map(used.map((code, i) => [code, i]));
    const snapshot = encodeSnapshot({
      caption:
        caption?.(info.cells) ??
        `${info.cells.toLocaleString("en")} cells${stride > 1 ? `, ${shown.length.toLocaleString("en")} shown` : ""}`,
      file: info.name,
      model: model.title,
      phenotype: HEAD,
      cells: info.cells,
      genes: info.genes,
      labels: used.map((code) => classes[code]!.label),
      xy: Float32Array.from(shown.flatMap((cell) => [xy[2 * cell]!, xy[2 * cell + 1]!])),
      codes: Uint16Array.from(first, (code) => place.get(code) ?? 65_535),
      probability: Float32Array.from(shown, (cell) => scores.probability[cell * scores.k]!),
      entropyNorm: Float32Array.from(shown, (cell) => scores.entropy[cell]! / Math.log(classes.length)),
      top1: evaluation?.metrics[0]?.topK[0] ?? null,
      mostUndecided: mostUndecided(all),
    });
    const slow = fitting.filter(({ kind }) => kind === "onnx").map(({ name }) => name);
    const stored = store && slow.length > 0 && info.cells <= STORED ? await engine.store({ models: slow }, context) : null;
    return { cells: info.cells, model: model.title, snapshot, stored };
  } finally {
    await terminate();
  }
}
