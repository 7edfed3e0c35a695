import type { Reading } from "../../contract/types";
import type { ByteSource } from "../readers/byte-source";
import { readOf, type Sample } from "./sample";
import type { StoreSource } from "./zarr/source";

/** A sample that is a zarr store, read where it lies; null where it is none, or has to be converted. */
export async function lyingStore(sample: Sample, at: StoreSource["at"], reading: Reading): Promise<ByteSource | null> {
  if (!sample.store) return null;
  const [{ storeSource }, { FilesStore }] = await Promise.all([import("./zarr/source"), import("./zarr/store")]);
  const { root } = sample.store;
  return storeSource(new FilesStore(sample.store), { kind: "store", root, at }, reading, readOf(sample));
}
