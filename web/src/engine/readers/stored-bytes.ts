import type { Dataset } from "h5wasm";
import type { CoreModule } from "../base/core";

/** The part of the core that inflates. */
export type Inflater = Pick<CoreModule, "inflate_chunks">;

/** An HDF5 file as the bytes it is stored as: what finding and inflating chunks needs of it. */
export interface StoredBytes {
  readonly h5: typeof import("h5wasm");
  readonly source: { readonly size: number };
  /** Inflates chunks faster than the library does; without one the library reads everything. */
  readonly inflater: Inflater | null;
  /** Bytes of the file; null where it has fewer, or where they are more than any header or index needs. */
  bytes(address: number, length: number): DataView | null;
  /** Copies bytes of the file; false where it has fewer. */
  copyBytes(into: Uint8Array, offset: number, length: number, address: number): boolean;
  /** Runs one call of the library; its errors become one sentence naming the file's part. */
  sync<T>(part: string, call: () => T, dataset?: Dataset): T;
}
