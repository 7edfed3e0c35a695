import { AnalysisError } from "../../../contract/errors";
import type { Reading, Source } from "../../../contract/types";
import type { ByteSource } from "../../readers/byte-source";
import { readZarr } from "./reader";
import type { Store } from "./store";

export type StoreSource = Extract<Source, { kind: "store" }>;

/**
 * A store as it is read where it lies, piece by piece; null where that would take a pass over all of it for every block of cells, as one
 * of its matrices lies by genes or rows are to be read as genes. It is converted first.
 */
export async function storeSource(store: Store, shared: StoreSource, reading: Reading = {}, note = ""): Promise<ByteSource | null> {
  if (reading.isTransposed) return null;
  const reader = await readZarr(store, reading);
  if (!reader) return null;
  const { name, bytes } = reader;
  return {
    name,
    size: bytes,
    windowBytes: 0,
    shared,
    ...(note ? { note } : {}),
    opens: async (asked) => (asked === reading ? reader : (await readZarr(store, asked))!),
    read() {
      throw new AnalysisError("internal", `${name} is a zarr store, and has no bytes of its own.`);
    },
    close() {},
  };
}

/** A store that another thread has found to be read where it lies. */
export async function knownStore(store: Store, source: StoreSource): Promise<ByteSource> {
  const found = await storeSource(store, source);
  if (!found) throw new AnalysisError("bad-file", `${store.name} changed while it was open. Open it again.`);
  return found;
}
