import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { encodeSnapshot } from "../web/src/app/snapshot";
import { startConductor } from "../web/src/engine/conductor";
import { nodeEnvironment } from "../web/src/engine/environment.node";
import { threadEndpoint } from "../web/src/engine/workers/endpoints.node";
import type { CallContext } from "../web/src/pipeline/protocol";
import type { HeadScores, HeadSummary, ModelInfo } from "../web/src/pipeline/types";

const context: CallContext<never> = { signal: new AbortController().signal, part: () => {}, progress: () => {} };
const HEAD = "cell_type";

/** The model whose result is shown first: the transformer where there is one. */
function choose(models: ModelInfo[]): ModelInfo {
  const able = models.filter((model) => model.heads.some(({ phenotype }) => phenotype === HEAD));
  const found = able.find(({ kind }) => kind === "onnx") ?? able[0];
  if (!found) throw new Error("No released model predicts cell types.");
  return found;
}

function normalized(scores: HeadScores, classes: number): Float32Array {
  return scores.entropy.map((entropy) => entropy / Math.log(classes));
}

/** Of the classes with more than a few cells, the one the model doubts most. */
function mostUndecided(summary: HeadSummary): string {
  const often = summary.classes.filter(({ cells }) => cells >= 0.02 * summary.cells);
  return often.reduce((worst, one) => (one.meanEntropy > worst.meanEntropy ? one : worst), often[0]!).label;
}

/** Analyses the demo with the real engine and writes what of it the first screen shows. */
export async function makeResult(root: string): Promise<void> {
  const lane = pathToFileURL(join(root, "dist-cli/lane.node.mjs"));
  const { handlers: engine, terminate } = startConductor(nodeEnvironment(() => threadEndpoint(lane)));
  const model = choose(await engine.models({ base: "" }, context));
  const info = await engine.open({ source: { kind: "path", path: join(root, "web/public/demo/demo.h5ad") } }, context);
  await engine.analyze({ matrix: info.matrix, models: [model.name], backend: "wasm", lanes: 2, seed: 1, blockCells: 0 }, context);
  const scores = await engine.scores({ model: model.name, phenotype: HEAD }, context);
  const { xy } = await engine.positions({ by: model.name }, context);
  const { all } = await engine.summary({ model: model.name, phenotype: HEAD }, context);
  const evaluation = await engine.evaluate({ phenotype: HEAD, column: HEAD, models: [model.name] }, context);
  const { classes } = model.heads.find(({ phenotype }) => phenotype === HEAD)!;

  const first = Uint16Array.from({ length: scores.cells }, (_, cell) => scores.top[cell * scores.k]!);
  // Only labels that occur travel.
  const used = [...new Set(first)].filter((code) => code !== 65_535).sort((a, b) => a - b);
  const place = new Map(used.map((code, i) => [code, i]));
  const text = encodeSnapshot({
    caption: `${info.cells.toLocaleString("en")} simulated blood cells`,
    file: info.name,
    model: model.title,
    phenotype: HEAD,
    cells: info.cells,
    genes: info.genes,
    labels: used.map((code) => classes[code]!.label),
    xy,
    codes: first.map((code) => place.get(code) ?? 65_535),
    probability: Float32Array.from({ length: scores.cells }, (_, cell) => scores.probability[cell * scores.k]!),
    entropyNorm: normalized(scores, classes.length),
    top1: evaluation.metrics[0]?.topK[0] ?? null,
    mostUndecided: mostUndecided(all),
  });
  const path = join(root, "web/public/demo/result.json");
  writeFileSync(path, text);
  await terminate();
  process.stderr.write(`phenolens: web/public/demo/result.json: ${info.cells} cells by ${model.title}, ${(statSync(path).size / 1000).toFixed(0)} kB\n`);
}
