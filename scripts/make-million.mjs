// Writes a file larger than memory should hold: 1,000,000 cells x 20,000 genes, about 1e9 counts, gzip, made and written in pieces.
// `node scripts/make-million.mjs [FILE] [CELLS] [csr|csc]`; the same numbers on every machine. A CSC file is held while it is turned.
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import h5wasm from "h5wasm/node";
import { seeded } from "./lib/random.mjs";
import { root } from "./lib/run.mjs";
import { attributes, encoded, frame } from "./lib/write-h5ad.mjs";

const GENES = 20_000;
/** Molecules a cell has on average; about 1,000 different genes. */
const MOLECULES = 1_390;
/** Cells written at a time. */
const PIECE = 4_000;
/** Values per HDF5 chunk: what h5py chooses for an array of this length. */
const CHUNK = 61_036;

/** Walker's alias table: draws an index by weight with one uniform. */
function aliasTable(weights) {
  const size = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const scaled = Float64Array.from(weights, (weight) => (weight * size) / total);
  const alias = new Int32Array(size);
  const small = [];
  const large = [];
  scaled.forEach((weight, i) => (weight < 1 ? small : large).push(i));
  while (small.length > 0 && large.length > 0) {
    const [low, high] = [small.pop(), large.at(-1)];
    alias[low] = high;
    scaled[high] -= 1 - scaled[low];
    if (scaled[high] < 1) small.push(large.pop());
  }
  for (const i of [...small, ...large]) scaled[i] = 1;
  return { chance: scaled, alias };
}

/** Genes that a type has more of than others, and how much more. */
const OWN = { genes: 60, times: 12 };

/** Cells as sparse rows, one piece after another. Types take turns; each has genes of its own. */
function* simulate(cells, types) {
  const random = seeded(1_000_000);
  const weights = Array.from({ length: GENES }, () => random.gamma(0.1) + 0.0005);
  const tables = Array.from({ length: types }, (_, type) =>
    aliasTable(
      types === 1 ? weights : weights.map((weight, gene) => (Math.floor(gene / OWN.genes) === type ? OWN.times * (weight + 0.02) : weight)),
    ),
  );
  const counts = new Uint16Array(GENES);
  for (let first = 0; first < cells; first += PIECE) {
    const rows = Math.min(PIECE, cells - first);
    const lengths = new Int32Array(rows);
    const indices = new Int32Array(rows * MOLECULES * 2);
    const data = new Float32Array(indices.length);
    let stored = 0;
    for (let row = 0; row < rows; row++) {
      const start = stored;
      const { chance, alias } = tables[(first + row) % types];
      const molecules = Math.floor(MOLECULES * (0.5 + random.uniform()));
      for (let i = 0; i < molecules; i++) {
        const u = random.uniform() * GENES;
        const slot = Math.floor(u);
        const gene = u - slot < chance[slot] ? slot : alias[slot];
        if (counts[gene]++ === 0) indices[stored++] = gene;
      }
      indices.subarray(start, stored).sort();
      for (let i = start; i < stored; i++) {
        data[i] = counts[indices[i]];
        counts[indices[i]] = 0;
      }
      lengths[row] = stored - start;
    }
    yield { lengths, indices: indices.slice(0, stored), data: data.slice(0, stored) };
  }
}

/** A dataset that grows by what is appended to it. */
function growing(group, name, type) {
  const dataset = group.create_dataset({
    name,
    data: new type(0),
    shape: [0],
    maxshape: [null],
    chunks: [CHUNK],
    compression: "gzip",
    compression_opts: 4,
  });
  let length = 0;
  return (values) => {
    dataset.resize([length + values.length]);
    dataset.write_slice([[length, length + values.length]], values);
    length += values.length;
  };
}

function writeCsr(group, cells, types) {
  const append = { indices: growing(group, "indices", Int32Array), data: growing(group, "data", Float32Array) };
  const indptr = new BigInt64Array(cells + 1);
  let [cell, stored] = [0, 0];
  for (const { lengths, indices, data } of simulate(cells, types)) {
    for (const length of lengths) indptr[++cell] = BigInt((stored += length));
    append.indices(indices);
    append.data(data);
  }
  group.create_dataset({
    name: "indptr",
    data: indptr,
    shape: [cells + 1],
    chunks: [Math.min(CHUNK, cells + 1)],
    compression: "gzip",
    compression_opts: 4,
  });
}

function writeCsc(group, cells, types) {
  const pieces = [...simulate(cells, types)];
  const indptr = new Int32Array(GENES + 1);
  for (const { indices } of pieces) for (const gene of indices) indptr[gene + 1]++;
  for (let gene = 0; gene < GENES; gene++) indptr[gene + 1] += indptr[gene];
  const next = indptr.slice(0, GENES);
  const rows = new Int32Array(indptr[GENES]);
  const values = new Float32Array(rows.length);
  let cell = 0;
  for (const { lengths, indices, data } of pieces) {
    let at = 0;
    for (const length of lengths) {
      for (const stop = at + length; at < stop; at++) {
        const to = next[indices[at]]++;
        rows[to] = cell;
        values[to] = data[at];
      }
      cell++;
    }
  }
  const append = { indices: growing(group, "indices", Int32Array), data: growing(group, "data", Float32Array) };
  const step = PIECE * 1000;
  for (let start = 0; start < rows.length; start += step) {
    append.indices(rows.slice(start, start + step));
    append.data(values.slice(start, start + step));
  }
  group.create_dataset({ name: "indptr", data: indptr, shape: [GENES + 1] });
}

function vocabulary() {
  return readFileSync(join(root, "models/released/linear-atlas/genes.tsv"), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t")[0]);
}

/**
 * Makes the file unless it is there, and gives its path.
 * @param {string} path
 * @param {number} cells
 * @param {"csr" | "csc"} layout
 * @param {number} types of cells; 1: all alike but for chance
 */
export async function millionFile(path, cells = 1_000_000, layout = "csr", types = 1) {
  if (existsSync(path)) return path;
  (await h5wasm.ready).activate_throwing_error_handler();
  mkdirSync(dirname(path), { recursive: true });
  const names = vocabulary();
  const partial = `${path}.partial`;
  const file = new h5wasm.File(partial, "w");
  encoded(file, "anndata", "0.1.0");
  const group = encoded(file.create_group("X"), `${layout}_matrix`, "0.1.0");
  attributes(group, { shape: new BigInt64Array([BigInt(cells), BigInt(GENES)]) });
  if (layout === "csc") writeCsc(group, cells, types);
  else writeCsr(group, cells, types);
  frame(file, "obs", {
    index: Array.from({ length: cells }, (_, cell) => `cell-${cell}`),
    columns: { sample: Array.from({ length: cells }, (_, cell) => `donor ${Math.floor((cell * 12) / cells)}`) },
  });
  frame(file, "var", { index: Array.from({ length: GENES }, (_, gene) => names[gene] ?? `locus_${gene}`) });
  for (const name of ["layers", "obsm", "obsp", "uns", "varm", "varp"]) encoded(file.create_group(name), "dict", "0.1.0");
  file.close();
  renameSync(partial, path);
  return path;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [path = join(root, ".cache/million.h5ad"), cells = "1000000", layout = "csr"] = process.argv.slice(2);
  console.log(await millionFile(path, Number(cells), layout));
}
