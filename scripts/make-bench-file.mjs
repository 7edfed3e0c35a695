// Writes .cache/bench-20k.h5ad: 20,000 cells x 20,000 genes, Poisson-gamma counts, about 9% dense, CSR, gzip 4.
// `node scripts/make-bench-file.mjs [FILE] [CELLS]`; the same numbers on every machine.
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { seeded } from "./lib/random.mjs";
import { root } from "./lib/run.mjs";
import { writeH5ad } from "./lib/write-h5ad.mjs";

const GENES = 20_000;
/** Depths a cell may have; few, so that the chance of a zero is tabled rather than computed 400 million times. */
const DEPTHS = Float64Array.from({ length: 32 }, (_, i) => 0.35 * 1.075 ** i);
/** Share of non-zeros: 36.9 million of 400. */
const DENSITY = 0.0922;

/** The factor that brings gene means to the wanted share of non-zeros, by bisection. */
function calibrate(shapes) {
  const density = (factor) => {
    let sum = 0;
    for (const depth of DEPTHS) for (const shape of shapes) sum -= Math.expm1(-depth * factor * shape);
    return sum / (DEPTHS.length * shapes.length);
  };
  let [low, high] = [0, 10];
  for (let round = 0; round < 30; round++) {
    const middle = (low + high) / 2;
    if (density(middle) < DENSITY) low = middle;
    else high = middle;
  }
  return low;
}

/** CSR of the simulated counts. */
function simulate(cells) {
  const random = seeded(20_000);
  const shapes = Float64Array.from({ length: GENES }, () => random.gamma(0.3));
  const factor = calibrate(shapes);
  const means = shapes.map((shape) => factor * shape);
  const zero = Array.from(DEPTHS, (depth) => Float64Array.from(means, (mean) => Math.exp(-depth * mean)));
  const indptr = new Int32Array(cells + 1);
  let indices = new Int32Array(cells * 2200);
  let data = new Float32Array(indices.length);
  let stored = 0;
  for (let cell = 0; cell < cells; cell++) {
    const level = Math.floor(random.uniform() * DEPTHS.length);
    const chance = zero[level];
    for (let gene = 0; gene < GENES; gene++) {
      let u = random.uniform();
      if (u < chance[gene]) continue;
      // Inversion from one upwards with the same uniform.
      const rate = DEPTHS[level] * means[gene];
      let term = chance[gene];
      let count = 0;
      while (u >= term && count < 5000) {
        u -= term;
        term *= rate / ++count;
      }
      indices[stored] = gene;
      data[stored++] = count;
    }
    indptr[cell + 1] = stored;
  }
  indices = indices.subarray(0, stored);
  data = data.subarray(0, stored);
  return { indptr, indices, data };
}

/** The first genes are those of the linear model, so that it has work to do; the rest are nobody's. */
function vocabulary() {
  const path = join(root, "models/released/linear-atlas/genes.tsv");
  return existsSync(path)
    ? readFileSync(path, "utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split("\t")[0])
    : [];
}

/**
 * Makes the file unless it is there, and gives its path.
 * @param {string} [path]
 * @param {number} [cells]
 */
export async function benchFile(path = join(root, ".cache/bench-20k.h5ad"), cells = 20_000) {
  if (existsSync(path)) return path;
  const names = vocabulary();
  mkdirSync(dirname(path), { recursive: true });
  const values = simulate(cells);
  const index = Array.from({ length: GENES }, (_, gene) => names[gene] ?? `locus_${gene}`);
  const partial = `${path}.partial`;
  await writeH5ad(partial, { X: { values }, obs: { index: Array.from({ length: cells }, (_, cell) => `cell-${cell}`) }, var: { index } });
  renameSync(partial, path);
  return path;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [path, cells] = process.argv.slice(2);
  console.log(await benchFile(path, cells && Number(cells)));
}
