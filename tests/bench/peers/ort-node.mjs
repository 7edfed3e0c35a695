// onnxruntime-node runs an ONNX file on ready batches: `node ort-node.mjs MODEL BATCHES_JSON THREADS REPEATS`; one JSON line.
// "basic" optimization: higher levels turn int8 weights into int8 activations, which is another computation than ours.
import { readFileSync } from "node:fs";
import { InferenceSession, Tensor } from "onnxruntime-node";

const [path, batchesPath, threads, repeats] = process.argv.slice(2);
const batches = JSON.parse(readFileSync(batchesPath, "utf8"));
const session = await InferenceSession.create(path, {
  intraOpNumThreads: Number(threads),
  interOpNumThreads: 1,
  graphOptimizationLevel: "basic",
});

const feeds = batches.map((batch) =>
  Object.fromEntries(
    Object.entries(batch.inputs).map(([name, { type, dims, data }]) => [
      name,
      new Tensor(type, type === "float32" ? Float32Array.from(data) : Int32Array.from(data), dims),
    ]),
  ),
);
// Only what prediction asks for: logits and the embedding, not the state of every token.
const outputs = session.outputNames.filter((name) => name !== "gene_states");
const cells = batches.reduce((sum, batch) => sum + batch.cells, 0);

const rates = [];
for (let i = 0; i <= Number(repeats); i++) {
  const start = performance.now();
  for (const feed of feeds) await session.run(feed, outputs);
  // The first is a warm-up.
  if (i > 0) rates.push(cells / ((performance.now() - start) / 1000));
}
console.log(JSON.stringify({ rates, cells }));
