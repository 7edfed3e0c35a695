// scran.js's mnnCorrect with two threads, `node scran_mnn.mjs PATH DIMS REPEATS`; one JSON line.
import { readFileSync } from "node:fs";

const [path, dims, repeats] = process.argv.slice(2);
const scran = await import("scran.js");
await scran.initialize({ numberOfThreads: 2, localFile: true });
const read = (name) => readFileSync(`${path}.${name}`);
const bytes = { values: read("values"), batches: read("batches") };
const values = Float64Array.from(new Float32Array(bytes.values.buffer, bytes.values.byteOffset, bytes.values.length / 4));
const batches = new Int32Array(bytes.batches.buffer, bytes.batches.byteOffset, bytes.batches.length / 4);
const seconds = [];
for (let i = 0; i <= Number(repeats); i++) {
  const start = performance.now();
  scran.mnnCorrect(values, batches, { numberOfDims: Number(dims), numberOfCells: batches.length, numberOfThreads: 2 });
  seconds.push((performance.now() - start) / 1000);
}
console.log(JSON.stringify({ seconds: seconds.slice(1) }));
await scran.terminate();
