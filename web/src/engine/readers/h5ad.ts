import { AnalysisError } from "../../contract/errors";
import type { Column, Reading } from "../../contract/types";
import { colorPaths, withColors } from "./colors";
import type { Frame } from "./columns";
import { findEmbeddings } from "./embeddings";
import { fingerprints } from "./fingerprint";
import { openFrame } from "./frame";
import { geneColumns, readGeneIds } from "./gene-ids";
import type { Hdf5 } from "./hdf5";
import { openMatrix } from "./matrix";
import type { Matrix, Reader } from "./reader";

/** Reads an .h5ad file of any AnnData version; one with genes in rows (`isTransposed`) as if cells were: its var is obs, its varm obsm. */
export function readH5ad(file: Hdf5, reading: Reading = {}): Reader {
  const root = file.keys("/");
  const [rows, columns] = reading.isTransposed ? (["var", "obs"] as const) : (["obs", "var"] as const);
  const obs = openFrame(file, rows);
  const vars = openFrame(file, columns);
  if (!obs || !vars || (root.includes("mod") && !root.includes("X"))) throw notAnnData(file, root);
  const cells = obs.rows;
  const genes = vars.rows;
  const rawVars = openFrame(file, "raw/var") ?? openFrame(file, "raw.var");
  const opened = new Map<string, Matrix>();
  const raw = reading.isTransposed ? [] : [root.includes("raw") ? "raw/X" : "raw.X"];
  const paths = ["X", ...raw, ...file.elements("layers").map((name) => `layers/${name}`)];
  for (const path of paths) {
    const matrix = openMatrix(file, path, reading.isTransposed);
    if (!matrix) continue;
    const { shape } = matrix;
    const table = path.startsWith("raw") ? rawVars : vars;
    checkShape(file, path, shape.cells, cells, shape.genes, table);
    opened.set(path, matrix);
  }
  const tableOf = (path: string) => (path.startsWith("raw") ? (rawVars ?? vars) : vars);
  const find = (path: string) => {
    const matrix = opened.get(path);
    if (!matrix)
      throw new AnalysisError("bad-input", `${file.name} has no matrix ${path}; it has ${[...opened.keys()].join(", ") || "none"}.`);
    return matrix;
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
    genes,
    matrices: [...opened.values()].map((matrix) => matrix.shape),
    columns: obs.columns,
    embeddings: embeddings.map(({ name }) => name),
    fingerprints: () => fingerprints(file, ["X", "raw", "raw.X", "raw.var", "layers", "obs", "var", "obsm", ...colorPaths(file)]),
    matrix: find,
    sample: (path) => file.attempt(() => find(path).sample()),
    block: (path, first, count) => file.attempt(() => find(path).block(first, count)),
    geneIds: (path) => file.attempt(() => readGeneIds(file, tableOf(path), reading.genesFrom)),
    geneColumns: (path) => geneColumns(tableOf(path)),
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
