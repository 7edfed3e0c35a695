import { AnalysisError } from "../../../contract/errors";
import { classes, numbers, packageOf, slot, texts, type RNumbers, type RValue } from "./values";

interface Sized {
  rows: number;
  columns: number;
  rowNames: string[] | null;
  columnNames: string[] | null;
}

/** A matrix of R, stored column by column. */
export type RMatrix = Sized &
  (
    | { kind: "csc"; i: RNumbers; p: Int32Array; x: RNumbers }
    | { kind: "triplets"; i: RNumbers; j: RNumbers; x: RNumbers }
    | { kind: "dense"; x: RNumbers }
  );

/** What keeps a matrix from being read, after "is", and what makes it readable in R. */
export class UnreadMatrix {
  constructor(readonly why: string) {}
}

const isNumbers = (value: RValue): value is RNumbers => value.kind === "int" || value.kind === "real" || value.kind === "lgl";

/** Reads what of a matrix is kept; null where there is none. Throws AnalysisError where its parts disagree. */
export function matrixOf(value: RValue, what: string): RMatrix | UnreadMatrix | null {
  const [kind = ""] = classes(value);
  const from = packageOf(value);
  if (value.kind === "null" || (value.kind === "list" && value.items.length === 0)) return null;
  if (isNumbers(value)) return denseOf(value, what);
  if (from === "BPCells") return new UnreadMatrix(`a matrix of BPCells (${kind}), whose values lie in other files`);
  if (from === "DelayedArray" || from === "HDF5Array")
    return new UnreadMatrix(`a ${kind} of ${from}, whose values lie in another file or are yet to be computed`);
  const [rows = -1, columns = -1] = numbers(slot(value, "Dim"));
  const names = slot(value, "Dimnames");
  const [rowNames, columnNames] = [0, 1].map((side) => namesOf(names, side, side === 0 ? rows : columns));
  const sized = { rows, columns, rowNames: rowNames!, columnNames: columnNames! };
  const [i, j, p, x] = ["i", "j", "p", "x"].map((part) => slot(value, part));
  if (kind === "dgCMatrix" && i?.kind === "int" && p?.kind === "int" && p.values && x?.kind === "real")
    return checked({ kind: "csc", ...sized, i, p: Int32Array.from(p.values), x }, what);
  if (kind === "dgTMatrix" && i?.kind === "int" && j?.kind === "int" && x?.kind === "real")
    return checked({ kind: "triplets", ...sized, i, j, x }, what);
  if (value.kind !== "s4") return new UnreadMatrix(described(value));
  return new UnreadMatrix(`a ${kind || "matrix of an unknown kind"}`);
}

const described = (value: RValue) =>
  classes(value)[0] ? `a ${classes(value)[0]}` : value.kind === "other" ? value.what : `a ${value.kind}`;

function namesOf(names: RValue, side: number, length: number): string[] | null {
  const found = names.kind === "list" ? names.items[side] : undefined;
  return found?.kind === "text" && found.values.length === length ? texts(found) : null;
}

function denseOf(value: RNumbers, what: string): RMatrix | UnreadMatrix | null {
  const [rows, columns] = numbers(slot(value, "dim"));
  if (rows === undefined || columns === undefined) return new UnreadMatrix("a vector, not a matrix");
  if (rows * columns === 0) return null;
  if (rows * columns !== value.length) throw damaged(what, `${value.length} values are not ${rows} x ${columns}`);
  const names = slot(value, "dimnames");
  return { kind: "dense", rows, columns, rowNames: namesOf(names, 0, rows), columnNames: namesOf(names, 1, columns), x: value };
}

const damaged = (what: string, why: string) => new AnalysisError("bad-file", `${what} is damaged: ${why}.`);

function checked(matrix: RMatrix & { i: RNumbers }, what: string): RMatrix | null {
  const { rows, columns, i, x } = matrix;
  if (!(rows >= 0 && columns >= 0)) throw damaged(what, "it has no sizes");
  if (i.length !== x.length) throw damaged(what, `it has ${i.length} places and ${x.length} values`);
  if (matrix.kind === "triplets" && matrix.j.length !== x.length) throw damaged(what, `${matrix.j.length} columns for ${x.length} values`);
  if (matrix.kind === "csc") {
    const { p } = matrix;
    if (p.length !== columns + 1) throw damaged(what, `it has ${columns} columns, but ${p.length} ends of them`);
    if (p[0] !== 0 || p[columns] !== i.length) throw damaged(what, `its columns do not hold its ${i.length} values`);
    for (let column = 0; column < columns; column++)
      if (p[column + 1]! < p[column]!) throw damaged(what, `column ${column + 1} ends before it begins`);
  }
  return rows * columns === 0 ? null : matrix;
}
