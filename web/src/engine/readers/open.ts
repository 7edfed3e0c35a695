import type { ByteSource } from "./byte-source";
import { openH5ad } from "./h5ad";
import type { Assets } from "./hdf5";
import type { Reader } from "./reader";

/** Opens a file of any format known here, by what is in it. */
export function openReader(source: ByteSource, assets: Assets): Promise<Reader> {
  return openH5ad(source, assets);
}
