import { remedy } from "../base/remedy";
import { AnalysisError } from "../../contract/errors";
import type { Reading } from "../../contract/types";
import { choose, partOf, wantsWhole } from "./choice";
import { fingerprints } from "./fingerprint";
import { pickGeneIds } from "./gene-ids";
import type { Dataset, Hdf5 } from "./hdf5";
import { featureKinds, only, restricted, type Features } from "./features";
import { openCsr } from "./matrix";
import { openSparse } from "./sparse";
import type { Matrix, Reader } from "./reader";
import type { GeneIds } from "../contract/cells";
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

/** The 10x matrices of a file, one a genome before version 3, that with most values first; null in any other file. */
export function findTenx(file: Hdf5): [Tenx, ...Tenx[]] | null {
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
  const [first, ...rest] = found.sort((a, b) => stored(b) - stored(a));
  return first ? [first, ...rest] : null;
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
 * Of several kinds of features each is a matrix of its own, genes first. Of several genomes one is read: that with most values, where none
 * is asked for.
 */
export function readTenx(file: Hdf5, all: [Tenx, ...Tenx[]], reading: Reading = {}): Reader {
  if (reading.isTransposed)
    throw new AnalysisError(
      "bad-input",
      `${file.name} is a 10x file, whose cells are read from its columns already: ` +
        remedy("open it as it is.", "open it without --transposed."),
    );
  if (all.length === 1) wantsWhole(file, reading.part);
  const genomes = all.map((one) => one.path);
  const choice = choose(file, "genome", genomes, genomes[0]!, all.length > 1 ? reading.part : undefined, "the one with most values");
  const { path, ids, names, kinds } = all.find((one) => one.path === choice.taken)!;
  const [features, cells] = Array.from(readNumbers(file, file.dataset(`${path}/shape`)!), Number);
  const barcodes = file.dataset(`${path}/barcodes`)!;
  checkLength(file, barcodes, cells!, "cells");
  for (const table of [ids, names, ...(kinds ? [kinds] : [])]) checkLength(file, table, features!, "features");
  const parts = kinds ? partsOf(file, readStrings(file, kinds)) : null;
  const whole = openCsr(file, path, openSparse(file, path, "csr", [cells, features]));
  const opened = new Map((parts ?? [null]).map((part) => [part, part ? restricted(whole, part) : whole] as const));
  const matrices = [...opened.values()];
  const find = (wanted: string): [Features | null, Matrix] => {
    const found = [...opened].find(([, { shape }]) => shape.path === wanted);
    if (!found)
      throw new AnalysisError(
        "bad-input",
        `${file.name} has no matrix ${wanted}; it has ${matrices.map(({ shape }) => shape.path).join(", ")}.`,
      );
    return found;
  };
  return {
    name: file.name,
    bytes: file.source.size,
    cells: cells!,
    genes: matrices[0]!.shape.genes,
    matrices: matrices.map(({ shape }) => shape),
    unusable: [],
    declaredBase: null,
    columns: [],
    embeddings: [],
    format: "10x",
    ...(all.length > 1 ? { choice } : {}),
    fingerprints: () => fingerprints(file, [path], partOf(choice)),
    matrix: (wanted) => find(wanted)[1],
    sample: (wanted) => file.attempt(() => find(wanted)[1].sample()),
    block: (wanted, first, count) => file.attempt(() => find(wanted)[1].block(first, count)),
    geneIds: (wanted): Promise<GeneIds> =>
      file.attempt(() => {
        const part = wanted === "" ? parts?.[0] : find(wanted)[0];
        const own = {
          ids: only(readStrings(file, ids), part),
          alternatives: [{ name: "gene_name", values: only(readStrings(file, names), part) }],
        };
        return pickGeneIds(file.name, own, reading.genesFrom);
      }),
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

/** Kinds of features, genes first; null where every feature is a gene. */
function partsOf(file: Hdf5, kinds: string[]): Features[] | null {
  const parts = featureKinds(kinds);
  if (!parts && kinds.length > 0 && kinds[0] !== "Gene Expression") {
    throw new AnalysisError(
      "unsupported",
      `${file.name} has no features of gene expression; it has ${[...new Set(kinds)].slice(0, 4).join(", ")}.`,
    );
  }
  return parts;
}
