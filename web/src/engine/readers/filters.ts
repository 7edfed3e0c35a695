/** HDF5 filters that h5wasm loads as plugins, by their registered number. */
const PLUGINS: Record<number, string> = {
  307: "bz2",
  32000: "lzf",
  32001: "blosc",
  32004: "lz4",
  32008: "bshuf",
  32013: "zfp",
  32015: "zstd",
  32019: "jpeg",
  32022: "bitgroom",
  32023: "bitround",
  32026: "blosc2",
};

/** Filters that are part of the library itself. */
const BUILT_IN = 6;

/** Thrown inside a synchronous read that needs a plugin; caught where the plugin can be awaited. */
export class MissingFilters extends Error {
  constructor(readonly ids: number[]) {
    super(`HDF5 filters ${ids.join(", ")} are not loaded.`);
  }
}

export function pluginIds(filters: { id: number }[]): number[] {
  return filters.map((filter) => filter.id).filter((id) => id > BUILT_IN);
}

/** File name of a filter's plugin; undefined where there is none. */
export function pluginFile(id: number): string | undefined {
  const name = PLUGINS[id];
  return name && `libH5Z${name}.so`;
}
