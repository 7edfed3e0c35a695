import { AnalysisError } from "../../contract/errors";
import type { Choice, Column, Format, Reading, UnusableMatrix } from "../../contract/types";
import { partOf } from "./choice";
import { withColors } from "./colors";
import { textOf, type AwaitedFrame, type Frame } from "./columns";
import type { AwaitedEmbedding, Embedding } from "./embeddings";
import { featureKinds, kindsByName, only, restricted, type Features } from "./features";
import { fingerprints } from "./fingerprint";
import { geneColumns, readGeneIds } from "./gene-ids";
import type { Hdf5 } from "./hdf5";
import type { GeneIds } from "../contract/cells";
import type { Fingerprints, Matrix, Reader } from "./reader";
import { summed, sumsOf } from "./summed";

/** A matrix of a file: what it is called, how it is opened (null: it is not there), and the table of its features. */
export interface Place {
  path: string;
  open(): Matrix | null;
  /** Null where the file has none. */
  table: Frame | null;
}

/** What a file of cells consists of, wherever its format keeps it. */
export interface Contents {
  /** What it is, where it is no AnnData. */
  format?: Format;
  obs: AwaitedFrame;
  vars: Frame;
  matrices: Place[];
  embeddings: AwaitedEmbedding[];
  /** Base of X's logarithm as the file declares it. */
  declaredBase: number | null;
  choice?: Choice;
}

/** The same of a file of HDF5. */
export interface Hdf5Contents extends Contents {
  obs: Frame;
  embeddings: Embedding[];
  /** The group that may hold colours of categories; null where the format has none. */
  uns: string | null;
  /** Groups and datasets by which the file is known again. */
  roots: string[];
}

/** What a file is read from. */
export interface Origin {
  name: string;
  bytes: number;
  /** Runs a read. */
  attempt<T>(read: () => T | Promise<T>): Promise<T>;
  fingerprints(): Promise<Fingerprints>;
  /** A column with the file's colours for its categories. */
  colored(column: Column): Column | Promise<Column>;
  close(): void;
}

/** A matrix, the table of its features, and those of them that it has. */
interface Opened {
  matrix: Matrix;
  table: Frame;
  part: Features | null;
}

/** The reader of a file of HDF5. */
export function readerOf(file: Hdf5, contents: Hdf5Contents, reading: Reading): Reader {
  const origin: Origin = {
    name: file.name,
    bytes: file.source.size,
    attempt: (read) => file.attempt(read),
    fingerprints: () => fingerprints(file, contents.roots, partOf(contents.choice)),
    colored: (column) => (contents.uns === null ? column : withColors(file, column, contents.uns)),
    close: () => file.close(),
  };
  return readerFrom(origin, contents, reading);
}

/** The reader of a file of cells. A matrix that cannot be read is listed with the reason; the rest is read. */
export function readerFrom(file: Origin, contents: Contents, reading: Reading): Reader {
  const { obs, vars, embeddings } = contents;
  const cells = obs.rows;
  const { opened, unusable } = openAll(file, contents);
  const find = (path: string) => {
    const found = opened.get(path);
    if (!found)
      throw new AnalysisError("bad-input", `${file.name} has no matrix ${path}; it has ${[...opened.keys()].join(", ") || "none"}.`);
    return found.matrix;
  };
  const embedding = (name: string) => {
    const found = embeddings.find((one) => one.name === name);
    if (!found) throw new AnalysisError("bad-input", `${file.name} has no obsm entry named ${name} that can be drawn.`);
    return found;
  };
  const ofVars = featuresOf(vars);

  return {
    name: file.name,
    bytes: file.bytes,
    cells,
    genes: ofVars?.[0]!.count ?? vars.rows,
    matrices: [...opened.values()].map(({ matrix }) => matrix.shape),
    unusable,
    declaredBase: contents.declaredBase,
    columns: obs.columns,
    embeddings: embeddings.map(({ name }) => name),
    ...(contents.format ? { format: contents.format } : {}),
    ...(contents.choice ? { choice: contents.choice } : {}),
    fingerprints: () => file.fingerprints(),
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
    column: (name) => file.attempt(async () => file.colored(checkRows(file, name, await obs.column(name), cells))),
    embedding: (name) => file.attempt(() => embedding(name).read(2)),
    wholeEmbedding: (name) =>
      file.attempt(async () => ({ dims: embedding(name).dims, values: await embedding(name).read(embedding(name).dims) })),
    close: () => file.close(),
  };
}

/** A matrix under the name that it has in AnnData, wherever the file keeps it. */
export const named = (matrix: Matrix | null, path: string): Matrix | null => matrix && { ...matrix, shape: { ...matrix.shape, path } };

function openAll(file: { name: string }, { obs, vars, matrices }: Contents): { opened: Map<string, Opened>; unusable: UnusableMatrix[] } {
  const opened = new Map<string, Opened>();
  const unusable: UnusableMatrix[] = [];
  const kinds = new Map<Frame, Features[] | null>();
  for (const { path, open, table } of matrices) {
    try {
      const matrix = open();
      if (!matrix) continue;
      const { shape } = matrix;
      checkShape(file, path, shape.cells, obs.rows, shape.genes, table);
      if (table && !kinds.has(table)) kinds.set(table, featuresOf(table));
      const parts = table && kinds.get(table);
      // Layers have the same other features as X.
      for (const part of (path.startsWith("layers/") ? parts?.slice(0, 1) : parts) ?? [null]) {
        const kept = part ? restricted(matrix, part) : matrix;
        opened.set(kept.shape.path, { matrix: kept, table: table ?? vars, part });
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
  return { opened, unusable };
}

function checkShape(file: { name: string }, path: string, rows: number, cells: number, columns: number, table: Frame | null): void {
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

function checkRows(file: { name: string }, name: string, column: Column, cells: number): Column {
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
