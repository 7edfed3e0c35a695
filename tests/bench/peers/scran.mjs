// scran.js loads a matrix with two threads, `node scran.mjs FILE REPEATS`; one JSON line.
import { readFileSync } from "node:fs";

const [path, repeats] = process.argv.slice(2);
// Node of today has a fetch, which scran.js then uses for its own wasm file and fails.
const scran = await import("scran.js");
await scran.initialize({ numberOfThreads: 2, localFile: true });

const seconds = [];
let heapBytes = 0;
for (let i = 0; i <= Number(repeats); i++) {
  const start = performance.now();
  const matrix = scran.initializeSparseMatrixFromHdf5(path, "X");
  // The first is a warm-up.
  if (i > 0) seconds.push((performance.now() - start) / 1000);
  matrix.free();
  heapBytes = Math.max(heapBytes, scran.heapSize?.() ?? 0);
}
const peak = /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"));
console.log(JSON.stringify({ seconds, heapBytes, peakBytes: peak ? Number(peak[1]) * 1024 : 0 }));
await scran.terminate();
