import { numberText } from "../../../contract/number-text";
import type { Column, ColumnInfo, ColumnKind } from "../../../contract/types";

/** A column of the study: what it is read as, and a sentence where the files do not agree. */
export interface JoinedColumn {
  info: ColumnInfo;
  conflict: string | null;
}

/** The columns of several files' obs by name, in the order they are met. */
export function joinColumns(files: readonly { name: string; columns: readonly ColumnInfo[] }[]): JoinedColumn[] {
  const found = new Map<string, { kind: ColumnKind; files: string[] }[]>();
  for (const { name, columns } of files)
    for (const column of columns) {
      const kinds = found.get(column.name) ?? [];
      found.set(column.name, kinds);
      const same = kinds.find(({ kind }) => kind === column.kind);
      if (same) same.files.push(name);
      else kinds.push({ kind: column.kind, files: [name] });
    }
  return [...found].map(([name, kinds]) => {
    const kind = joinedKind(kinds.map((one) => one.kind));
    const isTold = kinds.length > 1 && kinds.some((one) => one.kind === "number" || one.kind === "boolean");
    const said = kinds.map((one) => `${WORDS[one.kind]} in ${some(one.files)}`).join(", ");
    return { info: { name, kind }, conflict: isTold ? `obs/${name} holds ${said}: all are read as ${WORDS[kind]}.` : null };
  });
}

const WORDS: Record<ColumnKind, string> = { number: "numbers", boolean: "true and false", category: "categories", text: "text" };

const some = (names: string[]): string =>
  names.length > 3 ? `${names.slice(0, 2).join(", ")} and ${names.length - 2} more` : names.join(" and ");

function joinedKind(kinds: ColumnKind[]): ColumnKind {
  const [first] = kinds;
  if (kinds.every((kind) => kind === first)) return first!;
  return kinds.includes("text") || kinds.includes("number") ? "text" : "category";
}

/** One file's part of a column: null where the file has none. */
export interface ColumnPart {
  cells: number;
  column: Column | null;
}

/** The column of all files: categories merged by their names, cells of files without it missing. */
export function joinColumn({ name, kind }: ColumnInfo, parts: readonly ColumnPart[]): Column {
  return kind === "number" && parts.every(({ column }) => !column || (column.kind === "number" && !column.exact))
    ? joinNumbers(name, parts)
    : joinWords(name, kind === "number" ? "text" : kind, parts);
}

function joinNumbers(name: string, parts: readonly ColumnPart[]): Column {
  const cells = parts.reduce((sum, part) => sum + part.cells, 0);
  const isSingle = parts.every(({ column }) => !column || (column.kind === "number" && column.values instanceof Float32Array));
  const values = isSingle ? new Float32Array(cells).fill(NaN) : new Float64Array(cells).fill(NaN);
  let at = 0;
  for (const { cells: own, column } of parts) {
    if (column?.kind === "number") values.set(column.values, at);
    at += own;
  }
  return { name, kind: "number", values };
}

function joinWords(name: string, kind: Exclude<ColumnKind, "number">, parts: readonly ColumnPart[]): Column {
  const codes = new Int32Array(parts.reduce((sum, part) => sum + part.cells, 0)).fill(-1);
  const known = new Map<string, number>();
  const colors: (string | undefined)[] = [];
  const codeOf = (word: string, color?: string): number => {
    let code = known.get(word);
    if (code === undefined) known.set(word, (code = known.size));
    colors[code] ??= color;
    return code;
  };
  let at = 0;
  for (const { cells, column } of parts) {
    if (column?.kind === "number") {
      for (let cell = 0; cell < cells; cell++) {
        const word = numberText(column, cell);
        if (word !== "") codes[at + cell] = codeOf(word);
      }
    } else if (column) {
      const places = column.categories.map((word, i) => codeOf(word, column.colors?.[i]));
      column.codes.forEach((code, cell) => {
        if (code >= 0) codes[at + cell] = places[code]!;
      });
    }
    at += cells;
  }
  const isColored = known.size > 0 && colors.length === known.size && colors.every((color) => color !== undefined);
  return { name, kind, codes, categories: [...known.keys()], ...(isColored ? { colors: colors as string[] } : {}) };
}
