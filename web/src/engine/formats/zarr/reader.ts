import * as zarr from "zarrita";
import { AnalysisError } from "../../../contract/errors";
import type { Column, Reading } from "../../../contract/types";
import { joinedBytes } from "../../base/joined-bytes";
import { sha256 } from "../../base/sha256";
import { wantsWhole } from "../../readers/choice";
import { noColumn, type Frame } from "../../readers/columns";
import { colored } from "../../readers/colors";
import { readerFrom, type Contents, type Origin } from "../../readers/contents";
import type { Fingerprints, Reader } from "../../readers/reader";
import { sampled } from "../../readers/sample";
import { isArray, nodeAt, readNumbers, readTexts, type Group } from "./nodes";
import { inSentences, openZarr, type OpenedZarr } from "./open";
import { storeName } from "./roots";
import type { Store } from "./store";
import type { ZarrTable } from "./tables";

/** A store whose matrices lie by cells, read where it is, piece by piece. Null where one lies by genes: it is converted first. */
export async function readZarr(store: Store, reading: Reading = {}): Promise<Reader | null> {
  const opened = await openZarr(store);
  if (opened.matrices.some(([, matrix]) => !(matrix instanceof AnalysisError) && !matrix.byCells)) return null;
  const name = storeName(store.root || store.name);
  wantsWhole({ name }, reading.part);
  return inSentences(store, async () => {
    const { root, obs, matrices, embeddings } = opened;
    const vars = await held(root, opened.vars);
    const rawVars = opened.rawVars ? await held(root, opened.rawVars) : vars;
    const contents: Contents = {
      obs,
      vars,
      matrices: matrices.map(([path, matrix]) => ({
        path,
        open() {
          if (matrix instanceof AnalysisError) throw matrix;
          return matrix.byCells;
        },
        table: path === "raw/X" ? rawVars : vars,
      })),
      embeddings: embeddings.map(([name, array]) => ({
        name,
        dims: array.shape[1]!,
        read: async (count) => firstColumns(await readNumbers(array), array.shape[1]!, count),
      })),
      declaredBase: await declaredBase(root),
    };
    const origin: Origin = {
      name,
      bytes: store.bytes ?? unpackedBytes(opened),
      attempt: (read) => inSentences(store, read),
      fingerprints: () => inSentences(store, () => fingerprintsOf(opened, vars)),
      colored: async (column) => {
        const colors = column.kind === "number" ? null : await nodeAt(root, `uns/${column.name}_colors`);
        return isArray(colors) && colors.shape.length === 1 ? colored(column, await readTexts(colors)) : column;
      },
      close() {},
    };
    return readerFrom(origin, contents, reading);
  });
}

/** A table of genes with what its columns say in words; of numbers no gene is named. */
async function held({ store }: Group, table: ZarrTable): Promise<Frame> {
  const { path, rows } = table;
  const columns = table.columns.filter(({ kind }) => kind !== "number" && kind !== "boolean");
  const [index, ...read] = await Promise.all([table.index(), ...columns.map(({ name }) => table.column(name))] as const);
  const byName = new Map(read.map((column) => [column.name, column]));
  return {
    path,
    rows,
    columns,
    index: () => index,
    column(name) {
      const found = byName.get(name);
      if (!found) throw noColumn(store, path, name, columns);
      return found;
    },
  };
}

function firstColumns(values: Float64Array, dims: number, count: number): Float32Array<ArrayBuffer> {
  if (count === dims) return Float32Array.from(values);
  return Float32Array.from({ length: (values.length / dims) * count }, (_, i) => values[Math.floor(i / count) * dims + (i % count)]!);
}

/** Base of X's logarithm, which scanpy notes where it was given one. */
async function declaredBase(root: Group): Promise<number | null> {
  try {
    const node = await nodeAt(root, "uns/log1p/base");
    const base = isArray(node) ? Number(await zarr.get(node as zarr.Array<"float64", Store>)) : NaN;
    return base > 1 ? base : null;
  } catch (error) {
    if (error instanceof AnalysisError && error.code === "network") throw error;
    // It only helps: what cannot be read is as if it were not there.
    return null;
  }
}

/** Bytes of the matrices as they are read: of a store that does not say how large it is. */
const unpackedBytes = ({ matrices }: OpenedZarr): number =>
  matrices.reduce((sum, [, matrix]) => {
    const shape = matrix instanceof AnalysisError ? undefined : matrix.byCells?.shape;
    return sum + (shape ? shape.stored * (shape.layout === "dense" ? 4 : 8) : 0);
  }, 0);

/** sha256 of shapes and types, of the names of cells and genes, of every column of obs, and of three runs of each matrix's cells. */
async function fingerprintsOf({ obs, matrices }: OpenedZarr, vars: Frame): Promise<Fingerprints> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const say = (value: unknown) => parts.push(encoder.encode(`${JSON.stringify(value)}\n`));
  say(await obs.index());
  say(vars.index());
  for (const { name } of obs.columns) {
    const column: Column = await obs.column(name);
    const values = "codes" in column ? column.codes : column.values;
    say([name, "codes" in column ? column.categories : column.kind]);
    parts.push(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  for (const [path, matrix] of matrices) {
    if (matrix instanceof AnalysisError || !matrix.byCells) continue;
    say([path, matrix.byCells.shape]);
    const { values } = await sampled(matrix.byCells);
    parts.push(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  const fingerprint = await sha256(joinedBytes(parts));
  return { fingerprint, earlier: fingerprint };
}
