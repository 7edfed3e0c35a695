import type { Choice } from "../../../contract/types";
import { AnalysisError } from "../../../contract/errors";
import { free, linkName, type NewColumn } from "../../writers/new-column";
import { UnreadMatrix, type RMatrix } from "./matrices";
import { columnsOf, isSame, rowsOf, tableOf } from "./tables";
import { numbers, slot, texts, type RValue } from "./values";

/** A matrix of genes by cells with the names of both. */
export interface NamedMatrix {
  matrix: RMatrix;
  genes: string[];
  cells: string[];
}

/** What an object of R holds of cells, before it is put in one order. */
export interface CellObject {
  /** What it is: "a Seurat object of version 4.1.3". */
  what: string;
  /** The parts of the first matrix, each of other cells. */
  matrix: NamedMatrix[];
  matrixName: string;
  layers: { name: string; parts: NamedMatrix[] }[];
  /** The annotation of cells. */
  cells: RValue;
  genes: RValue;
  /** A factor with a name per cell, or null. */
  identity: RValue;
  embeddings: { name: string; value: RValue }[];
  /** Its assays, where it has several. */
  choice?: Choice;
  notes: string[];
}

/** Parts of a matrix and where they go: `cells` the row of each column, -1 for none; `genes` the column of each row, null as they are. */
export interface Placed {
  matrix: RMatrix;
  cells: Int32Array;
  genes: Int32Array | null;
}
export interface Embedding {
  name: string;
  dims: number;
  /** Cells x dims. */
  values: Float32Array;
}

/** What is written. */
export interface Parts {
  cells: string[];
  genes: string[];
  obs: NewColumn[];
  vars: NewColumn[];
  matrix: Placed[];
  layers: { name: string; parts: Placed[] }[];
  embeddings: Embedding[];
  notes: string[];
}

/** One order of cells and genes for all that an object holds: that of its first matrix. */
export function inOrder(held: CellObject, file: string): Parts {
  const table = tableOf(held.cells);
  const notes = [...held.notes];
  const known = table?.names ? new Set(table.names) : null;
  const all = held.matrix.flatMap(({ cells }) => cells);
  const cells = known ? all.filter((cell) => known.has(cell)) : all;
  if (cells.length === 0)
    throw new AnalysisError("bad-file", `${file} is damaged: no cell of ${held.matrixName} is named in its table of cells.`);
  if (cells.length < all.length)
    notes.push(
      `${count(all.length - cells.length)} cells of ${held.matrixName} are left out: the object's table of cells has none of them.`,
    );
  const [{ genes: first }] = held.matrix as [NamedMatrix];
  const genes = held.matrix.every((part) => isSame(part.genes, first)) ? first : [...new Set(held.matrix.flatMap((part) => part.genes))];
  // Names may be there twice where nothing has to be found by them.
  const placed = (names: string[], among: string[], what: string) => {
    if (!isSame(names, among) && new Set(among).size !== among.length)
      throw new AnalysisError(
        "bad-file",
        `${file} has ${what} of the same name, by which parts of it cannot be joined. In R, make them differ: make.unique.`,
      );
    return rowsOf(among, names);
  };
  const place = (part: NamedMatrix): Placed => ({
    matrix: part.matrix,
    cells: placed(part.cells, cells, "cells"),
    genes: isSame(part.genes, genes) ? null : placed(part.genes, genes, "genes"),
  });

  const taken = new Set(["_index"]);
  const obs: NewColumn[] = [];
  if (table) {
    const found = columnsOf(
      table,
      table.names ? rowsOf(table.names, cells) : Int32Array.from(cells, (_, at) => (at < table.rows ? at : -1)),
      taken,
    );
    obs.push(...found.columns);
    leftOut(notes, "the cells' annotation", found.leftOut);
  }
  const identity = identityOf(held.identity, cells);
  if (identity) obs.push({ ...identity, name: free("ident", taken) });
  const about = tableOf(held.genes);
  const vars = about
    ? columnsOf(about, about.names ? rowsOf(about.names, genes) : Int32Array.from(genes, (_, at) => (at < about.rows ? at : -1)))
    : null;
  if (vars) leftOut(notes, "the genes' annotation", vars.leftOut);

  const embeddings: Embedding[] = [];
  const [names, layers] = [new Set<string>(), new Set<string>()];
  for (const { name, value } of held.embeddings) {
    const made = embeddingOf(value, cells);
    if (typeof made === "string") notes.push(`The embedding ${name} is left out: ${made}.`);
    else embeddings.push({ name: free(linkName(`X_${name.toLowerCase()}`), names), ...made });
  }
  return {
    cells,
    genes,
    obs,
    vars: vars?.columns ?? [],
    matrix: held.matrix.map(place),
    layers: held.layers.map(({ name, parts }) => ({ name: free(linkName(name), layers), parts: parts.map(place) })),
    embeddings,
    notes,
  };
}

const count = (n: number) => n.toLocaleString("en");

function leftOut(notes: string[], where: string, names: string[]): void {
  if (names.length > 0)
    notes.push(`Of ${where} ${names.slice(0, 5).join(", ")}${names.length > 5 ? ", ..." : ""} is left out: no numbers or words.`);
}

function identityOf(value: RValue, cells: string[]): NewColumn | null {
  if (value.kind !== "int") return null;
  const names = slot(value, "names");
  const columns = new Map<string, RValue>([
    ["ident", { ...value, attributes: new Map([...value.attributes].filter(([name]) => name !== "names")) }],
  ]);
  const named = names.kind === "text" ? texts(names) : null;
  const rows = named ? rowsOf(named, cells) : Int32Array.from(cells, (_, at) => at);
  if (!named && value.length !== cells.length) return null;
  return columnsOf({ rows: value.length, names: named, columns }, rows).columns[0] ?? null;
}

/** An embedding by its rows, or why there is none. */
function embeddingOf(value: RValue, cells: string[]): { dims: number; values: Float32Array } | string {
  const [rows = 0, dims = 0] = numbers(slot(value, "dim"));
  if ((value.kind !== "real" && value.kind !== "int") || rows * dims === 0) return "it is no matrix of numbers";
  if (!value.values) return `its ${count(rows)} x ${count(dims)} values are more than are held in memory`;
  if (rows * dims !== value.length) return "its sizes do not fit its values";
  const names = slot(value, "dimnames");
  const named = names.kind === "list" && names.items[0]?.kind === "text" ? texts(names.items[0]) : null;
  if (!named && rows !== cells.length) return `it has ${count(rows)} rows for ${count(cells.length)} cells`;
  const from = named ? rowsOf(named, cells) : Int32Array.from(cells, (_, at) => at);
  if (from.some((row) => row < 0 || row >= rows)) return "it does not have all cells";
  const values = new Float32Array(cells.length * dims);
  for (let dim = 0; dim < dims; dim++)
    for (let cell = 0; cell < cells.length; cell++) values[cell * dims + dim] = value.values[dim * rows + from[cell]!]!;
  return { dims, values };
}

/** The matrices of one layer, or null where one cannot be read; the reason is told. */
export function readable(found: RMatrix | UnreadMatrix | null, name: string, notes: string[]): RMatrix | null {
  if (!(found instanceof UnreadMatrix)) return found;
  notes.push(`The matrix ${name} is left out: it is ${found.why}.`);
  return null;
}
