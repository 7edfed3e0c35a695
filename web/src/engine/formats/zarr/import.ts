import { AnalysisError } from "../../../contract/errors";
import type { WritableBytes } from "../../base/writable-bytes";
import type { NewColumn } from "../../writers/new-column";
import { NewH5ad, type NewTable } from "../../writers/new-h5ad";
import { newColumn } from "../../writers/whole-file";
import type { Imported } from "../sample";
import { copyMatrix } from "./copy";
import { readNumbers } from "./nodes";
import { inSentences, openZarr } from "./open";
import type { Store } from "./store";
import type { ZarrTable } from "./tables";

/** Writes an AnnData store as an .h5ad file: X, layers, raw, obs, var, obsm. Throws AnalysisError. */
export async function importZarr(store: Store, bytes: WritableBytes): Promise<Imported> {
  const { obs, vars, rawVars, matrices, embeddings, skipped } = await openZarr(store);
  return inSentences(store, async () => {
    const made = await NewH5ad.empty(bytes, obs.rows);
    try {
      let raw: NewTable | null = null;
      const unusable: string[] = [];
      for (const [path, matrix] of matrices) {
        const genes = path === "raw/X" && rawVars ? rawVars : vars;
        const fails = matrix instanceof AnalysisError ? matrix.message : unfit(path, matrix, obs, genes);
        if (fails) unusable.push(fails);
        if (fails || matrix instanceof AnalysisError) continue;
        if (genes === rawVars) raw = await held(rawVars);
        await copyMatrix(matrix, made.matrix(path, genes === vars ? null : genes.rows), path);
      }
      const maps: [string, number, Float32Array][] = [];
      for (const [name, array] of embeddings) maps.push([name, array.shape[1]!, Float32Array.from(await readNumbers(array))]);
      made.finish(await held(obs), await held(vars), raw, maps);
      const more = skipped.length > 4 ? ", ..." : "";
      const told = skipped.length > 0 ? [`Not read of it: ${skipped.slice(0, 4).join(", ")}${more}.`] : [];
      return { cells: obs.rows, genes: vars.rows, notes: [...told, ...unusable] };
    } catch (error) {
      throw made.failure ?? error;
    } finally {
      made.close();
    }
  });
}

/** Why a matrix does not belong to its tables; empty where it does. */
function unfit(path: string, { cells, genes }: { cells: number; genes: number }, obs: ZarrTable, vars: ZarrTable): string {
  if (cells === obs.rows && genes === vars.rows) return "";
  return `${path} is left out: it is ${cells} x ${genes}, but obs lists ${obs.rows} cells and ${vars.path} ${vars.rows} genes.`;
}

/** A whole table. */
async function held(table: ZarrTable): Promise<NewTable> {
  const names = new Set(["_index"]);
  const columns: NewColumn[] = [];
  for (const { name } of table.columns) columns.push(newColumn(await table.column(name), names));
  return { ids: await table.index(), columns };
}
