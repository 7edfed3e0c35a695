import type { Reading } from "../../contract/types";
import type { ByteSource } from "./byte-source";
import { readH5ad } from "./h5ad";
import { Hdf5, type Assets } from "./hdf5";
import type { Inflater } from "./stored-bytes";
import type { Reader } from "./reader";
import { findTenx, readTenx } from "./tenx";

/**
 * Opens a file of any format known here, by what is in it. With an inflater gzip-compressed matrices are read faster,
 * to the same numbers.
 */
export async function openReader(
  source: ByteSource,
  assets: Assets,
  inflater: Inflater | null = null,
  reading: Reading = {},
): Promise<Reader> {
  const file = await Hdf5.open(source, assets, inflater);
  try {
    return await file.attempt(() => {
      const tenx = findTenx(file);
      return tenx ? readTenx(file, tenx, reading) : readH5ad(file, reading);
    });
  } catch (error) {
    file.close();
    throw error;
  }
}
