import * as zarr from "zarrita";
import { AnalysisError } from "../../../contract/errors";
import type { Store } from "./store";

export type Group = zarr.Group<Store>;
export type ZarrArray = zarr.Array<zarr.DataType, Store>;

/** What is at a path of a store; null where there is nothing. */
export async function nodeAt(root: Group, path: string): Promise<Group | ZarrArray | null> {
  try {
    const at = path === "" ? root : root.resolve(path);
    return (await zarr.open(at as zarr.Location<Store>)) as Group | ZarrArray;
  } catch (error) {
    if (zarr.isZarritaError(error, "NotFoundError")) return null;
    throw error;
  }
}

export const isArray = (node: Group | ZarrArray | null): node is ZarrArray => node instanceof zarr.Array;
export const isGroup = (node: Group | ZarrArray | null): node is Group => node instanceof zarr.Group;

/** Entries `from` to before `to` of an array's first dimension, all of the others. */
export async function readRange(array: ZarrArray, from: number, to: number): Promise<ArrayLike<unknown>> {
  const rest = array.shape.slice(1).map(() => null);
  const { data } = (await zarr.get(array, [zarr.slice(from, to), ...rest] as never)) as unknown as { data: ArrayLike<unknown> };
  return data;
}

export async function readNumbers(array: ZarrArray, from = 0, to = array.shape[0]!): Promise<Float64Array> {
  if (!/^(u?int|float|bool)/.test(array.dtype)) throw new AnalysisError("unsupported", `${array.path} holds ${array.dtype}, not numbers.`);
  const values = await readRange(array, from, to);
  const out = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) out[i] = Number((values as { get?(at: number): unknown }).get?.(i) ?? values[i]);
  return out;
}

/** Texts of an array: of any kind of strings, or numbers as they are written. */
export async function readTexts(array: ZarrArray): Promise<string[]> {
  const values = await readRange(array, 0, array.shape[0]!);
  return Array.from({ length: array.shape[0]! }, (_, i) => {
    const value = (values as { get?(at: number): unknown }).get?.(i) ?? values[i];
    return value === null || value === undefined ? "" : String(value as string | number | bigint | boolean);
  });
}
