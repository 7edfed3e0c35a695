import { unwrap, type CoreModule } from "../../base/core";
import { Kept } from "../../file/kept";
import type { OpenedFile } from "../../file/opened-file";

interface Standing {
  places: Int32Array<ArrayBuffer>;
  starts: Uint32Array<ArrayBuffer>;
}

const STANDINGS = new Kept<Map<string, { values: Float32Array; version: number; found: Standing }>>("No cells have been ranked yet.");

/**
 * Where every cell of the analysis stands by a value, named by `key`: sorted once a version of the values, for every
 * question about some of them.
 */
export function standing(core: CoreModule, file: OpenedFile, key: string, values: Float32Array, version: number): Standing {
  const { matrix } = file.analyzed;
  const known = STANDINGS.find(file, matrix) ?? STANDINGS.put(file, matrix, new Map());
  const last = known.get(key);
  if (last?.values === values && last.version === version) return last.found;
  const found = unwrap(core.standing({ values }));
  known.set(key, { values, version, found });
  return found;
}
