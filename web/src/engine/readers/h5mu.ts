import { AnalysisError } from "../../contract/errors";
import type { Column, Reading } from "../../contract/types";
import { choose } from "./choice";
import { noColumn, textOf, type Frame } from "./columns";
import { readerOf, type Hdf5Contents } from "./contents";
import { findEmbeddings, type Embedding } from "./embeddings";
import { isExpression } from "./features";
import { openFrame } from "./frame";
import { annData } from "./h5ad";
import type { Hdf5 } from "./hdf5";
import type { Reader } from "./reader";

export const isMuData = (file: Hdf5): boolean => file.group("mod") !== null && !file.keys("/").includes("X");

/**
 * Reads one modality of a MuData file (.h5mu): that of gene expression, by its name, then by its features, where none is asked for. Columns
 * and embeddings of the whole file are joined to its cells by their names.
 */
export function readMuData(file: Hdf5, reading: Reading = {}): Reader {
  const names = file.keys("mod").filter((name) => file.group(`mod/${name}`));
  if (names.length === 0) throw new AnalysisError("bad-file", `${file.name} is a MuData file without modalities.`);
  const [best, why] = ofExpression(file, names);
  const choice = choose(file, "modality", names, best, reading.part, why);
  const at = `mod/${choice.taken}`;
  const own = annData(file, reading, at);
  if (!own)
    throw new AnalysisError("bad-file", `The modality ${choice.taken} of ${file.name} is no AnnData object: it has no obs and var tables.`);
  const joined = reading.isTransposed ? own : withWhole(file, own);
  return readerOf(file, { ...joined, format: "MuData", choice }, reading);
}

/** The modality of gene expression and how it was told. */
function ofExpression(file: Hdf5, names: string[]): [name: string, why: string] {
  const named = names.find((name) => isExpression(name));
  if (named !== undefined) return [named, "by its name"];
  const byFeatures = names.find((name) => {
    const column = openFrame(file, `mod/${name}/var`)?.columns.find((one) => one.name === "feature_types" && one.kind !== "number");
    return column && textOf(openFrame(file, `mod/${name}/var`)!.column(column.name)).some(isExpression);
  });
  return byFeatures === undefined ? [names[0]!, "the first: none is named as gene expression is"] : [byFeatures, "by its features"];
}

/** A modality with the columns and embeddings of the whole file that it has not itself. */
function withWhole(file: Hdf5, own: Hdf5Contents): Hdf5Contents {
  const whole = openFrame(file, "obs");
  if (!whole) return own;
  const { obs } = own;
  let rows: Int32Array | undefined;
  const rowsOf = () => (rows ??= placesOf(obs.index(), whole.index()));
  const taken = new Set(obs.columns.map(({ name }) => name));
  // `rna:NAME` is a copy of the modality's own NAME.
  const prefix = `${own.obs.path.split("/")[1]!}:`;
  const others = whole.columns.filter(({ name }) => !taken.has(name) && !(name.startsWith(prefix) && taken.has(name.slice(prefix.length))));
  const columns = [...obs.columns, ...others];
  const joined: Frame = {
    ...obs,
    columns,
    column(name) {
      if (taken.has(name)) return obs.column(name);
      if (!others.some((one) => one.name === name)) throw noColumn(file, obs.path, name, columns);
      return chosen(whole.column(name), rowsOf());
    },
  };
  const drawn = new Set(own.embeddings.map(({ name }) => name));
  const further = findEmbeddings(file, "obsm", whole.rows).filter(({ name }) => !drawn.has(name));
  return {
    ...own,
    obs: joined,
    embeddings: [...own.embeddings, ...further.map((one) => chosenOf(one, rowsOf))],
    roots: [...own.roots, "obs", "obsm"],
  };
}

/** Where each name is among others; -1 where it is not. Throws nothing: of equal names the first is meant. */
function placesOf(names: string[], among: string[]): Int32Array {
  const places = new Map<string, number>();
  among.forEach((name, at) => {
    if (!places.has(name)) places.set(name, at);
  });
  return Int32Array.from(names, (name) => places.get(name) ?? -1);
}

function chosen(column: Column, rows: Int32Array): Column {
  if (column.kind === "number") {
    const { exact: _whole, ...rest } = column;
    return { ...rest, values: Float64Array.from(rows, (row) => (row < 0 ? NaN : column.values[row]!)) };
  }
  return { ...column, codes: Int32Array.from(rows, (row) => (row < 0 ? -1 : column.codes[row]!)) };
}

function chosenOf(whole: Embedding, rowsOf: () => Int32Array): Embedding {
  return {
    ...whole,
    read(count) {
      const values = whole.read(count);
      const rows = rowsOf();
      const out = new Float32Array(rows.length * count).fill(NaN);
      rows.forEach((row, cell) => {
        if (row >= 0) out.set(values.subarray(row * count, (row + 1) * count), cell * count);
      });
      return out;
    },
  };
}
