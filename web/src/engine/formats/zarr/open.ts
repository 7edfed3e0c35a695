import * as zarr from "zarrita";
import { AnalysisError } from "../../../contract/errors";
import { useOwnCodecs } from "./codecs";
import { matrixAt, type ZarrMatrix } from "./matrix";
import { isArray, isGroup, nodeAt, type Group, type ZarrArray } from "./nodes";
import { storeName } from "./roots";
import type { Store } from "./store";
import { openTable, type ZarrTable } from "./tables";

/** How a store that is not read here becomes a file that is. */
const WAY = 'Make an .h5ad file of it in Python: anndata.read_zarr("x.zarr").write_h5ad("x.h5ad").';

/** An AnnData store, opened: nothing but its description has been read. */
export interface OpenedZarr {
  root: Group;
  obs: ZarrTable;
  vars: ZarrTable;
  /** Genes of raw, where they are not those of var. */
  rawVars: ZarrTable | null;
  /** What is called so, or why it cannot be read. */
  matrices: [path: string, matrix: ZarrMatrix | AnalysisError][];
  embeddings: [name: string, array: ZarrArray][];
  /** Columns that are not read. */
  skipped: string[];
}

/** What goes wrong in a store, as a sentence that names it. */
export async function inSentences<T>(store: Store, read: () => T | Promise<T>): Promise<T> {
  const { name } = store;
  try {
    return await read();
  } catch (error) {
    if (error instanceof AnalysisError && (error.message.includes(storeName(store.root || name)) || error.code === "network")) throw error;
    if (error instanceof AnalysisError) throw new AnalysisError(error.code, `${name} cannot be read: ${error.message}`, { cause: error });
    // zarrita and its codecs throw errors of many kinds, of what is damaged and of what they do not know.
    let deepest = error;
    while (deepest instanceof Error && deepest.cause !== undefined) deepest = deepest.cause;
    const [words] = (deepest instanceof Error ? deepest.message : String(deepest)).split("\n") as [string];
    throw new AnalysisError("unsupported", `${name} cannot be read (${words.slice(0, 200)}). ${WAY}`, { cause: error });
  }
}

/** Opens an AnnData store of zarr 2 or 3: X, layers, raw, obs, var, obsm. Throws AnalysisError where its tables cannot be read. */
export function openZarr(store: Store): Promise<OpenedZarr> {
  useOwnCodecs();
  return inSentences(store, async () => {
    const root = (await zarr.open(zarr.root(store))) as Group;
    const skipped: string[] = [];
    const obs = await openTable(root, "obs", skipped);
    const vars = await openTable(root, "var", skipped);
    const rawVars = isGroup(await nodeAt(root, "raw/var")) ? await openTable(root, "raw/var", skipped) : null;
    const matrices: OpenedZarr["matrices"] = [];
    for (const path of ["X", ...store.namesIn("layers").map((layer) => `layers/${layer}`), "raw/X"]) {
      const matrix = await inSentences(store, () => matrixAt(root, path)).catch(asReason);
      if (matrix) matrices.push([path, matrix]);
    }
    return { root, obs, vars, rawVars, matrices, embeddings: await embeddingsOf(root, store, obs.rows), skipped };
  });
}

function asReason(error: unknown): AnalysisError {
  if (error instanceof AnalysisError && error.code !== "network") return error;
  throw error;
}

/** Embeddings that are arrays of two dimensions or more of each cell. */
async function embeddingsOf(root: Group, store: Store, cells: number): Promise<[string, ZarrArray][]> {
  const found: [string, ZarrArray][] = [];
  for (const name of store.namesIn("obsm")) {
    const node = await nodeAt(root, `obsm/${name}`);
    if (isArray(node) && node.shape.length === 2 && node.shape[0] === cells && node.shape[1]! >= 2) found.push([name, node]);
  }
  return found;
}
