import type { Reading } from "../../contract/types";
import type { ByteSource } from "./byte-source";
import { wantsWhole } from "./choice";
import { readH5ad } from "./h5ad";
import { isMuData, readMuData } from "./h5mu";
import { isSeurat, readSeurat } from "./h5seurat";
import { Hdf5, type Assets } from "./hdf5";
import { isLoom, readLoom } from "./loom";
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
  if (source.opens) return source.opens(reading);
  const { part: _taken, ...whole } = reading;
  const file = await Hdf5.open(source, assets, inflater);
  try {
    const opened = await file.attempt(() => read(file, source.isPart ? whole : reading));
    return source.choice ? { ...opened, choice: source.choice } : opened;
  } catch (error) {
    file.close();
    throw error;
  }
}

function read(file: Hdf5, reading: Reading): Reader {
  const tenx = findTenx(file);
  if (tenx) return readTenx(file, tenx, reading);
  if (isLoom(file)) return readLoom(file, reading);
  if (isMuData(file)) return readMuData(file, reading);
  if (isSeurat(file)) return readSeurat(file, reading);
  wantsWhole(file, reading.part);
  return readH5ad(file, reading);
}
