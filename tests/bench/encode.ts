import { readFileSync } from "node:fs";
import { encodeBatches } from "../../web/src/engine/model/batches";
import { loadCore, unwrap, withAnalysis } from "../../web/src/engine/base/core";
import { addModel } from "../../web/src/engine/model/core-models";
import { nodeEnvironment } from "../../web/src/engine/platform/environment.node";
import { openReader } from "../../web/src/engine/readers/open";
import type { Manifest } from "../../web/src/contract/manifest";

/** A batch as the peer reads it: tensors by input name. */
export interface PeerBatch {
  cells: number;
  inputs: Record<string, { type: "int32" | "float32"; dims: number[]; data: number[] }>;
}

/** All cells of a file as the engine itself would hand them to a model, batch by batch. */
export async function encodeFile(path: string, model: string): Promise<PeerBatch[]> {
  const environment = nodeEnvironment(() => {
    throw new Error("No lane is wanted here.");
  });
  const manifest = JSON.parse(readFileSync(`models/released/${model}/manifest.json`, "utf8")) as Manifest;
  const genesTsv = readFileSync(`models/released/${model}/genes.tsv`, "utf8");
  const core = await loadCore(environment);
  const reader = await openReader(await environment.openSource({ kind: "path", path }, () => {}), (name) => environment.asset(name));
  const { ids, alternatives } = await reader.geneIds("X");
  const block = await reader.block("X", 0, reader.cells);
  const heads = manifest.heads.length;
  const names = manifest.onnx!.inputs;
  return withAnalysis(core, (analysis) => {
    unwrap(
      analysis.set_genes({ ids: ids.join("\n"), alternatives: alternatives.map(({ values }) => values.join("\n")), values: "counts" }),
    );
    const { handle } = addModel(analysis, { manifest, genesTsv });
    const { layout: _layout, ...rest } = block;
    unwrap("indptr" in rest ? analysis.load(rest) : analysis.load_dense(rest));
    return [...encodeBatches(analysis, handle, manifest.genes, "wasm")].map(({ batch }) => {
      const dims = [batch.cells, batch.length];
      return {
        cells: batch.cells,
        inputs: {
          [names.genes!]: { type: "int32" as const, dims, data: [...batch.genes] },
          [names.mask!]: { type: "float32" as const, dims, data: [...batch.mask] },
          ...(names.values && { [names.values]: { type: "float32" as const, dims, data: [...batch.values] } }),
          ...(names.phenotypes && {
            [names.phenotypes]: {
              type: "int32" as const,
              dims: [batch.cells, heads],
              data: Array.from({ length: batch.cells * heads }, () => 0),
            },
          }),
        },
      };
    });
  });
}
