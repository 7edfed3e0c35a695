import { pathToFileURL } from "node:url";
import { startEngine } from "../../web/src/cli/engine";
import type { AttributionMethod, AttributionRequest } from "../../web/src/contract/operations/attribution";
import { knownMarkers, readMarkers } from "../web/support/known-markers";
import { released } from "./files";
import type { Options } from "./main";
import { dataFile } from "./peer";
import { row, type Row } from "./table";

const ZERO: AttributionRequest["baseline"] = { kind: "none" };
const MEAN: AttributionRequest["baseline"] = { kind: "mean", of: { kind: "all" } };

/** Known markers of pbmc3k (PanglaoDB) in rankings by attribution: both models, both baselines, several methods. */
export async function markers({ only }: Options): Promise<Row[]> {
  const [path, known] = [dataFile("labelled/pbmc3k_counts.h5ad"), dataFile("genesets/markers/PanglaoDB_markers_27_Mar_2020.tsv")];
  if (!path || !known) return [];
  const of = readMarkers(known);
  const engine = startEngine(pathToFileURL("dist-cli/lane.node.mjs"), () => {});
  const rows: Row[] = [];
  try {
    const ask = async (
      model: string,
      method: AttributionMethod,
      baseline: AttributionRequest["baseline"],
      cellsPerGroup: number,
      against?: "runner-up",
    ) => {
      await engine.models([model]);
      const { matrix } = await engine.call("open", { source: { kind: "path", path } });
      await engine.call("analyze", { matrix, models: [model], backend: "wasm", lanes: 2, seed: 1, blockCells: 0 });
      return engine.call("attribute", {
        matrix,
        model,
        phenotype: "cell_type",
        target: { kind: "predicted", ...(against ? { against } : {}) },
        groupBy: { kind: "column", column: "cell_type" },
        method,
        baseline,
        donors: null,
        cellsPerGroup,
        steps: { from: 8, most: 16, gap: 0.01 },
        seed: 1,
        backend: "wasm",
        lanes: 2,
      });
    };
    const [linear, transformer] = [released("linear"), released("onnx")];
    const expressed = await ask(linear, "gradient-x-input", MEAN, 0);
    const runs = [
      [linear, "gradient-x-input", ZERO, 0],
      [linear, "gradient-x-input", MEAN, 0],
      [transformer, "gradient-x-input", ZERO, 50],
      [transformer, "gradient-x-input", MEAN, 50],
      [transformer, "gradient-x-input", MEAN, 200],
      [transformer, "integrated-gradients", ZERO, 50],
      [transformer, "integrated-gradients", MEAN, 50],
      [linear, "gradient-x-input", MEAN, 0, "runner-up"],
      [transformer, "gradient-x-input", MEAN, 50, "runner-up"],
      [transformer, "integrated-gradients", MEAN, 50, "runner-up"],
    ] as const;
    for (const [model, method, baseline, cells, against] of runs) {
      const how = `${model}, ${model === linear ? "exact" : method}, baseline ${baseline.kind}, ${cells || "all"} cells a label`;
      const what = how + (against ? `, against the ${against}` : "");
      if (only && !what.includes(only)) continue;
      const found = knownMarkers(await ask(model, method, baseline, cells, against), expressed, of);
      rows.push(
        row(`${what}: known among the first 20`, found.known, "share"),
        row(`${what}: ribosomal, mitochondrial, housekeeping among the first 20`, found.housekeeping, "share"),
        row(`${what}: AUROC of known markers, expressed genes by size`, found.auroc, ""),
      );
    }
    return rows;
  } finally {
    await engine.terminate();
  }
}
