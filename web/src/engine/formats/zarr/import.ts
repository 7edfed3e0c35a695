import * as zarr from "zarrita";
import { AnalysisError } from "../../../contract/errors";
import type { WritableBytes } from "../../writers/h5-writer";
import { NewH5ad, type NewTable } from "../../writers/new-h5ad";
import { baseName } from "../named-bytes";
import type { Imported } from "../sample";
import { useOwnCodecs } from "./codecs";
import { isArray, isGroup, nodeAt, readNumbers, type Group } from "./nodes";
import { matrixAt, type ZarrMatrix } from "./matrix";
import type { ZarrStore } from "./roots";
import { FilesStore } from "./store";
import { readTable } from "./tables";

/** How a store that is not read here becomes a file that is. */
const WAY = 'Make an .h5ad file of it in Python: anndata.read_zarr("x.zarr").write_h5ad("x.h5ad").';

/** An AnnData store, opened: what is written of it. */
export interface OpenedZarr {
  obs: NewTable;
  vars: NewTable;
  /** Genes of raw, where they are not those of var. */
  rawVars: NewTable | null;
  matrices: [path: string, matrix: ZarrMatrix][];
  embeddings: [name: string, dims: number, values: Float32Array][];
  /** Columns that are not read. */
  skipped: string[];
}

/** Writes an AnnData store of zarr 2 or 3 as an .h5ad file: X, layers, raw, obs, var, obsm. Throws AnalysisError. */
export function importZarr(store: ZarrStore, bytes: WritableBytes): Promise<Imported> {
  return inSentences(store, async () => {
    const { obs, vars, rawVars, matrices, embeddings, skipped } = await openZarr(store);
    const made = await NewH5ad.empty(bytes, obs.ids.length);
    try {
      for (const [path, matrix] of matrices) {
        const genes = path === "raw/X" && rawVars ? rawVars.ids.length : null;
        await matrix.copyTo(made.matrix(path, genes));
      }
      const hasRaw = matrices.some(([path]) => path === "raw/X");
      made.finish(obs, vars, hasRaw ? rawVars : null, embeddings);
    } catch (error) {
      throw made.failure ?? error;
    } finally {
      made.close();
    }
    const more = skipped.length > 4 ? ", ..." : "";
    const told = skipped.length > 0 ? [`Not read of it: ${skipped.slice(0, 4).join(", ")}${more}.`] : [];
    return { cells: obs.ids.length, genes: vars.ids.length, notes: told };
  });
}

/** What goes wrong in a store, as a sentence that names it. */
export async function inSentences<T>({ root }: ZarrStore, read: () => Promise<T>): Promise<T> {
  const name = baseName(root);
  try {
    return await read();
  } catch (error) {
    if (error instanceof AnalysisError && error.message.startsWith(name)) throw error;
    if (error instanceof AnalysisError) throw new AnalysisError(error.code, `${name} cannot be read: ${error.message}`, { cause: error });
    // zarrita and its codecs throw errors of many kinds, of what is damaged and of what they do not know.
    let deepest = error;
    while (deepest instanceof Error && deepest.cause !== undefined) deepest = deepest.cause;
    const [words] = (deepest instanceof Error ? deepest.message : String(deepest)).split("\n") as [string];
    throw new AnalysisError("unsupported", `${name} cannot be read (${words.slice(0, 200)}). ${WAY}`, { cause: error });
  }
}

/** Opens a store; its matrices are read when they are copied. */
export async function openZarr(store: ZarrStore): Promise<OpenedZarr> {
  useOwnCodecs();
  const root = (await zarr.open(zarr.root(new FilesStore(store, baseName(store.root))))) as Group;
  const skipped: string[] = [];
  const obs = await readTable(root, "obs", skipped);
  const vars = await readTable(root, "var", skipped);
  const rawVars = isGroup(await nodeAt(root, "raw/var")) ? await readTable(root, "raw/var", skipped) : null;
  const matrices: [string, ZarrMatrix][] = [];
  for (const path of ["X", ...namesIn(store, "layers").map((layer) => `layers/${layer}`), "raw/X"]) {
    const matrix = await matrixAt(root, path);
    if (!matrix) continue;
    const of = path === "raw/X" ? (rawVars ?? vars) : vars;
    if (matrix.cells !== obs.ids.length || matrix.genes !== of.ids.length)
      throw new AnalysisError(
        "bad-file",
        `${path} is ${matrix.cells} x ${matrix.genes}, but obs lists ${obs.ids.length} cells and var ${of.ids.length} genes.`,
      );
    matrices.push([path, matrix]);
  }
  return { obs, vars, rawVars, matrices, embeddings: await embeddingsOf(root, store, obs), skipped };
}

/** Names of what a group of the store has, by the paths of its files. */
function namesIn({ root, files }: ZarrStore, group: string): string[] {
  const start = `${root}/${group}/`;
  const inside = files.flatMap(({ name }) => (name.startsWith(start) ? [name.slice(start.length)] : []));
  return [...new Set(inside.flatMap((path) => (path.includes("/") ? [path.slice(0, path.indexOf("/"))] : [])))].sort();
}

/** Embeddings that are arrays of two dimensions or more of each cell. */
async function embeddingsOf(root: Group, store: ZarrStore, obs: NewTable): Promise<[string, number, Float32Array][]> {
  const found: [string, number, Float32Array][] = [];
  for (const name of namesIn(store, "obsm")) {
    const node = await nodeAt(root, `obsm/${name}`);
    if (!isArray(node) || node.shape.length !== 2 || node.shape[0] !== obs.ids.length || node.shape[1]! < 2) continue;
    found.push([name, node.shape[1]!, Float32Array.from(await readNumbers(node))]);
  }
  return found;
}
