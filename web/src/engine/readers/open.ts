import type { ByteSource } from "./byte-source";
import { openH5ad } from "./h5ad";
import type { Assets } from "./hdf5";
import type { Inflater } from "./inflated";
import type { Reader } from "./reader";

/** Opens a file of any format known here, by what is in it. With an inflater gzip-compressed matrices are read faster, to the same numbers. */
export function openReader(source: ByteSource, assets: Assets, inflater: Inflater | null = null): Promise<Reader> {
  return openH5ad(source, assets, inflater);
}
