import { parentPort } from "node:worker_threads";
import type { Dataset } from "h5wasm";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { startConductor } from "../../../web/src/engine/conductor";
import { nodeEnvironment } from "../../../web/src/engine/platform/environment.node";
import { threadEndpoint } from "../../../web/src/engine/workers/endpoints.node";
import { toWire } from "../../../web/src/contract/errors";
import type { Outcome } from "./trial";

/*
 * Does with a file what the page does: opens it, surveys it, reads every column, the cells' names and the embeddings.
 * Runs in a thread, so that one that hangs can be ended.
 */

const conductor = startConductor(nodeEnvironment(() => threadEndpoint(pathToFileURL(join(import.meta.dirname, "lane.node.mjs")))));
const context = { signal: new AbortController().signal, part() {}, progress() {} };
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0);

async function trial(path: string): Promise<Outcome> {
  const { handlers } = conductor;
  try {
    const info = await handlers.open({ source: { kind: "path", path } }, context);
    let [total, detected] = [0, 0];
    await handlers.analyze(
      { matrix: info.matrix, models: [], backend: "wasm", lanes: 1, seed: 1, blockCells: 0 },
      {
        ...context,
        part(part) {
          if (part.kind !== "quality") return;
          total += sum(part.part.totals);
          detected += sum(part.part.detected);
        },
      },
    );
    for (const { name } of info.columns.slice(0, 50)) await handlers.column({ name }, context);
    for (const by of info.embeddings) await handlers.positions({ by }, context);
    await handlers.suggestGenes({ matrix: info.matrix, prefix: "G", limit: 5 }, context);
    return { cells: info.cells, genes: info.genes, columns: info.columns.length, total, detected };
  } catch (error) {
    return toWire(error);
  }
}

/** The sum of X as the HDF5 library itself reads it, without any of our own code. */
async function plainTotal(path: string): Promise<number> {
  const { default: h5wasm } = await import("h5wasm/node");
  await h5wasm.ready;
  const file = new h5wasm.File(path, "r");
  try {
    const read = (part: string) => Array.from((file.get(`X/${part}`) as Dataset).value as ArrayLike<number | bigint>, Number);
    const [values, indptr] = [read("data"), read("indptr")];
    return sum(Float32Array.from(values.slice(0, indptr.at(-1))));
  } finally {
    file.close();
  }
}

parentPort!.on("message", ({ task, path }: { task: "trial" | "plain"; path: string }) => {
  const done = task === "trial" ? trial(path) : plainTotal(path).catch(String);
  void done.then((outcome) => parentPort!.postMessage(outcome, []));
});
