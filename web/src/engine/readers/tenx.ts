import { AnalysisError } from "../../contract/errors";
import type { Reading } from "../../contract/types";
import { fingerprints } from "./fingerprint";
import { pickGeneIds } from "./gene-ids";
import type { Dataset, Hdf5 } from "./hdf5";
import { joined, openCsr, sampleRuns } from "./matrix";
import { openSparse } from "./sparse";
import type { Matrix, Reader } from "./reader";
import type { GeneIds, RowBlock } from "../contract/cells";
import { readNumbers, readStrings } from "./values";

/** A feature-barcode matrix of Cell Ranger: where it is, and what its features are. */
interface Tenx {
  /** `matrix` since version 3, the genome's name before. */
  path: string;
  ids: Dataset;
  names: Dataset;
  /** Kinds of features; version 2 has genes only. */
  kinds: Dataset | null;
}

const EXPRESSION = "Gene Expression";

/** Finds a 10x matrix in a file; null in any other file. Of several genomes the one with the most values is taken. */
export function findTenx(file: Hdf5): Tenx | null {
  const root = file.keys("/");
  if (root.includes("obs") || root.includes("var")) return null;
  const found = root.flatMap((path) => {
    const tenx =
      file.group(path) &&
      ["barcodes", "data", "indices", "indptr", "shape"].every((part) => file.dataset(`${path}/${part}`)) &&
      describe(file, path);
    return tenx ? [tenx] : [];
  });
  const stored = ({ path }: Tenx) => file.dataset(`${path}/data`)!.metadata.total_size;
  return found.sort((a, b) => stored(b) - stored(a))[0] ?? null;
}

function describe(file: Hdf5, path: string): Tenx | null {
  const [old, oldNames] = [file.dataset(`${path}/genes`), file.dataset(`${path}/gene_names`)];
  if (old && oldNames) return { path, ids: old, names: oldNames, kinds: null };
  const feature = (name: string) => file.dataset(`${path}/features/${name}`);
  // Matrices by probe name the gene each probe stands for beside the probe itself.
  const [ids, names] = [feature("gene_id") ?? feature("id"), feature("gene_name") ?? feature("name")];
  return ids && names ? { path, ids, names, kinds: feature("feature_type") } : null;
}

/**
 * Reads a 10x .h5 file (Cell Ranger's feature-barcode matrix, versions 2 and 3): features by barcodes, stored by
 * columns, which is cells stored by rows.
 * Of several kinds of features those of gene expression are taken.
 */
export function readTenx(file: Hdf5, { path, ids, names, kinds }: Tenx, reading: Reading = {}): Reader {
  if (reading.isTransposed)
    throw new AnalysisError(
      "bad-input",
      `${file.name} is a 10x file, whose cells are read from its columns already: open it without --transposed.`,
    );
  const [features, cells] = Array.from(readNumbers(file, file.dataset(`${path}/shape`)!), Number);
  const barcodes = file.dataset(`${path}/barcodes`)!;
  checkLength(file, barcodes, cells!, "cells");
  for (const table of [ids, names, ...(kinds ? [kinds] : [])]) checkLength(file, table, features!, "features");
  const taken = kinds ? takenOf(file, readStrings(file, kinds)) : null;
  const whole = openCsr(file, path, openSparse(file, path, "csr", [cells, features]));
  const matrix = taken ? restricted(whole, taken) : whole;
  const only = (strings: string[]) => (taken ? strings.filter((_, feature) => taken.column[feature]! >= 0) : strings);
  const find = (wanted: string) => {
    if (wanted !== path) throw new AnalysisError("bad-input", `${file.name} has no matrix ${wanted}; it has ${path}.`);
    return matrix;
  };
  return {
    name: file.name,
    bytes: file.source.size,
    cells: cells!,
    genes: matrix.shape.genes,
    matrices: [matrix.shape],
    columns: [],
    embeddings: [],
    fingerprints: () => fingerprints(file, [path]),
    matrix: find,
    sample: (wanted) => file.attempt(() => find(wanted).sample()),
    block: (wanted, first, count) => file.attempt(() => find(wanted).block(first, count)),
    geneIds: (): Promise<GeneIds> =>
      file.attempt(() =>
        pickGeneIds(
          file.name,
          { ids: only(readStrings(file, ids)), alternatives: [{ name: "gene_name", values: only(readStrings(file, names)) }] },
          reading.genesFrom,
        ),
      ),
    geneColumns: () => ["gene_name"],
    cellIds: () => file.attempt(() => readStrings(file, barcodes)),
    column: async (name) => {
      throw new AnalysisError("bad-input", `${file.name} is a 10x file and has no column ${name}: it holds barcodes and counts only.`);
    },
    embedding: async (name) => {
      throw new AnalysisError("bad-input", `${file.name} is a 10x file and has no embedding ${name}.`);
    },
    wholeEmbedding: async (name) => {
      throw new AnalysisError("bad-input", `${file.name} is a 10x file and has no embedding ${name}.`);
    },
    close: () => file.close(),
  };
}

function checkLength(file: Hdf5, dataset: Dataset, expected: number, of: string): void {
  const found = dataset.metadata.total_size;
  if (found !== expected)
    throw new AnalysisError(
      "bad-file",
      `Shapes disagree in ${file.name}: ${dataset.path.slice(1)} has ${found} entries, but the matrix has ${expected} ${of}.`,
    );
}

/** Column of each feature among those taken, -1 for the others. */
interface Taken {
  column: Int32Array;
  count: number;
}

/** Null where every feature is taken. */
function takenOf(file: Hdf5, kinds: string[]): Taken | null {
  const column = new Int32Array(kinds.length).fill(-1);
  let count = 0;
  kinds.forEach((kind, feature) => {
    if (kind === EXPRESSION) column[feature] = count++;
  });
  if (count === 0 && kinds.length > 0) {
    throw new AnalysisError(
      "unsupported",
      `${file.name} has no features of gene expression; it has ${[...new Set(kinds)].slice(0, 4).join(", ")}.`,
    );
  }
  return count === kinds.length ? null : { column, count };
}

/** A matrix of fewer columns. Its stored values are counted with the others': to count them would take a pass. */
function restricted(whole: Matrix, { column, count }: Taken): Matrix {
  const matrix: Matrix = {
    ...whole,
    shape: { ...whole.shape, genes: count },
    block: (first, cells) => restrictedBlock(whole.block(first, cells), column, count),
    sample: () =>
      joined(
        sampleRuns(whole.shape.cells).map(({ first, count: cells }) => matrix.block(first, cells)),
        count,
      ),
  };
  return matrix;
}

function restrictedBlock(block: RowBlock, column: Int32Array, genes: number): RowBlock {
  if (block.layout !== "csr") return block;
  const { indptr, indices, values } = block;
  const kept = { indptr: new Int32Array(indptr.length), indices: new Int32Array(indices.length), values: new Float32Array(values.length) };
  let to = 0;
  for (let cell = 0; cell < block.cells; cell++) {
    for (let i = indptr[cell]!; i < indptr[cell + 1]!; i++) {
      const at = indices[i]!;
      // What is out of range stays so: the core refuses it by name.
      const gene = at >= 0 && at < column.length ? column[at]! : genes;
      if (gene < 0) continue;
      kept.indices[to] = gene;
      kept.values[to++] = values[i]!;
    }
    kept.indptr[cell + 1] = to;
  }
  return { ...block, genes, indptr: kept.indptr, indices: kept.indices.subarray(0, to), values: kept.values.subarray(0, to) };
}
