import { AnalysisError } from "../../contract/errors";
import type { Column, Reading, UnusableMatrix } from "../../contract/types";
import { colorPaths, withColors } from "./colors";
import { textOf, type Frame } from "./columns";
import { findEmbeddings } from "./embeddings";
import { fingerprints } from "./fingerprint";
import { openFrame } from "./frame";
import { geneColumns, readGeneIds } from "./gene-ids";
import type { Hdf5 } from "./hdf5";
import { featureKinds, kindsByName, only, restricted, type Features } from "./features";
import { openMatrix } from "./matrix";
import type { GeneIds } from "../contract/cells";
import type { Matrix, Reader } from "./reader";
import { summed, sumsOf } from "./summed";
import { readNumbers } from "./values";

/** A matrix, the table of its features, and those of them that it has. */
interface Opened {
  matrix: Matrix;
  table: Frame;
  part: Features | null;
}

/**
 * Reads an .h5ad file of any AnnData version; one with genes in rows (`isTransposed`) as if cells were: its var is obs, its
 * varm obsm. A matrix that cannot be read is listed with the reason; the rest is read.
 */
export function readH5ad(file: Hdf5, reading: Reading = {}): Reader {
  const root = file.keys("/");
  const [rows, columns] = reading.isTransposed ? (["var", "obs"] as const) : (["obs", "var"] as const);
  const obs = openFrame(file, rows);
  const vars = openFrame(file, columns);
  if (!obs || !vars || (root.includes("mod") && !root.includes("X"))) throw notAnnData(file, root);
  const cells = obs.rows;
  const rawVars = openFrame(file, "raw/var") ?? openFrame(file, "raw.var");
  const opened = new Map<string, Opened>();
  const unusable: UnusableMatrix[] = [];
  const [ofVars, ofRaw] = [featuresOf(vars), rawVars && featuresOf(rawVars)];
  const raws = reading.isTransposed ? [] : [root.includes("raw") ? "raw/X" : "raw.X"];
  const paths = ["X", ...raws, ...file.elements("layers").map((name) => `layers/${name}`)];
  for (const path of paths) {
    const isRaw = path.startsWith("raw");
    try {
      const matrix = openMatrix(file, path, reading.isTransposed);
      if (!matrix) continue;
      const { shape } = matrix;
      checkShape(file, path, shape.cells, cells, shape.genes, isRaw ? rawVars : vars);
      const table = isRaw ? (rawVars ?? vars) : vars;
      const parts = isRaw && !rawVars ? null : isRaw ? ofRaw : ofVars;
      // Layers have the same other features as X.
      for (const part of (path.startsWith("layers/") ? parts?.slice(0, 1) : parts) ?? [null]) {
        const kept = part ? restricted(matrix, part) : matrix;
        opened.set(kept.shape.path, { matrix: kept, table, part });
      }
    } catch (error) {
      if (!(error instanceof AnalysisError)) throw error;
      unusable.push({ path, code: error.code, why: error.message });
    }
  }
  for (const paths of sumsOf(opened.keys())) {
    const parts = paths.map((path) => opened.get(path)!);
    const sum = summed(parts.map(({ matrix }) => matrix));
    opened.set(sum.shape.path, { ...parts[0]!, matrix: sum });
  }
  const find = (path: string) => {
    const found = opened.get(path);
    if (!found)
      throw new AnalysisError("bad-input", `${file.name} has no matrix ${path}; it has ${[...opened.keys()].join(", ") || "none"}.`);
    return found.matrix;
  };
  const embeddings = findEmbeddings(file, reading.isTransposed ? "varm" : "obsm", cells);
  const embedding = (name: string) => {
    const found = embeddings.find((one) => one.name === name);
    if (!found) throw new AnalysisError("bad-input", `${file.name} has no obsm entry named ${name} that can be drawn.`);
    return found;
  };

  return {
    name: file.name,
    bytes: file.source.size,
    cells,
    genes: ofVars?.[0]!.count ?? vars.rows,
    matrices: [...opened.values()].map(({ matrix }) => matrix.shape),
    unusable,
    declaredBase: declaredBase(file),
    columns: obs.columns,
    embeddings: embeddings.map(({ name }) => name),
    fingerprints: () => fingerprints(file, ["X", "raw", "raw.X", "raw.var", "layers", "obs", "var", "obsm", ...colorPaths(file)]),
    matrix: find,
    sample: (path) => file.attempt(() => find(path).sample()),
    block: (path, first, count) => file.attempt(() => find(path).block(first, count)),
    geneIds: (path) =>
      file.attempt(() => {
        const { table, part } = opened.get(path) ?? { table: vars, part: ofVars?.[0] };
        return onlyGenes(readGeneIds(file, table, reading.genesFrom), part);
      }),
    geneColumns: (path) => geneColumns(opened.get(path)?.table ?? vars),
    cellIds: () => file.attempt(() => obs.index()),
    column: (name) => file.attempt(() => withColors(file, checkRows(file, name, obs.column(name), cells))),
    embedding: (name) => file.attempt(() => embedding(name).read(2)),
    wholeEmbedding: (name) => file.attempt(() => ({ dims: embedding(name).dims, values: embedding(name).read(embedding(name).dims) })),
    close: () => file.close(),
  };
}

function notAnnData(file: Hdf5, root: string[]): AnalysisError {
  const found = root.length === 0 ? "nothing" : root.slice(0, 6).join(", ");
  return new AnalysisError(
    "bad-file",
    `${file.name} is an HDF5 file but not an AnnData one: it has no obs and var tables with a matrix (found ${found}); nor is it a ` +
      `10x one.${hint(root)}`,
  );
}

/** What to do with a file of a kind that is known but not read. */
function hint(root: string[]): string {
  if (root.includes("row_attrs") && root.includes("col_attrs"))
    return " It looks like a loom file: read it with scanpy.read_loom and write it with write_h5ad.";
  if (root.includes("mod"))
    return ' It looks like a MuData file (.h5mu): write one of its modalities as .h5ad, mdata.mod["rna"].write_h5ad(...).';
  if (root.includes("assays")) return ' It looks like a Seurat file (.h5Seurat): convert it with SeuratDisk::Convert(dest = "h5ad").';
  return "";
}

function checkShape(file: Hdf5, path: string, rows: number, cells: number, columns: number, table: Frame | null): void {
  if (rows !== cells) {
    throw new AnalysisError("bad-file", `Shapes disagree in ${file.name}: ${path} has ${rows} rows, but obs lists ${cells} cells.`);
  }
  const genes = table?.rows;
  if (genes !== undefined && genes !== columns) {
    throw new AnalysisError(
      "bad-file",
      `Shapes disagree in ${file.name}: ${path} has ${columns} columns, but ${table!.path} lists ${genes} genes.`,
    );
  }
}

function checkRows(file: Hdf5, name: string, column: Column, cells: number): Column {
  const rows = "codes" in column ? column.codes.length : column.values.length;
  if (rows !== cells)
    throw new AnalysisError("bad-file", `Shapes disagree in ${file.name}: obs/${name} has ${rows} rows, but there are ${cells} cells.`);
  return column;
}

/** Of the names of a table's rows those of the features that a matrix has. */
const onlyGenes = ({ ids, alternatives }: GeneIds, part: Features | null | undefined): GeneIds => ({
  ids: only(ids, part),
  alternatives: alternatives.map(({ name, values }) => ({ name, values: only(values, part) })),
});

/** Columns of var that say what a feature is, as Cell Ranger and CELLxGENE name them. */
const FEATURE_COLUMNS = ["feature_types", "feature_type", "feature_biotype"];

/** The kinds of features of a table; null where all are genes. */
function featuresOf(table: Frame): Features[] | null {
  for (const name of FEATURE_COLUMNS) {
    const column = table.columns.find((one) => one.name === name && one.kind !== "number");
    const kinds = column && featureKinds(textOf(table.column(name)));
    if (kinds) return kinds;
  }
  return featureKinds(kindsByName(table.index()));
}

/** Base of X's logarithm, which scanpy notes where it was given one. */
function declaredBase(file: Hdf5): number | null {
  try {
    const dataset = file.dataset("uns/log1p/base");
    const base = dataset ? Number(readNumbers(file, dataset)[0]) : NaN;
    return base > 1 ? base : null;
  } catch {
    // It only helps: what cannot be read is as if it were not there.
    return null;
  }
}
