import { join } from "node:path";
import { seeded } from "../../../scripts/lib/random.mjs";
import { writeH5ad } from "../../../scripts/lib/write-h5ad.mjs";
import { GENES, GENES_OF_TINY } from "./two-matrices";

/** Cells of each file. */
export const UNREAD_CELLS = 24;
const LABELS = ["B cell", "T cell"];

/**
 * Files of a study: `both.h5ad` is read by tiny-random and linear-atlas, `none.h5ad` has one gene of theirs, `tiny.h5ad` the genes of
 * tiny-random alone.
 */
export async function writeUnreadFiles(folder: string): Promise<[both: string, none: string, tiny: string]> {
  const genes = { both: GENES, none: [GENES[0]!, ...Array.from({ length: 99 }, (_, i) => `SPIKE${i}`)], tiny: GENES_OF_TINY };
  const random = seeded(5);
  const paths: string[] = [];
  for (const [name, index] of Object.entries(genes)) {
    paths.push(join(folder, `${name}.h5ad`));
    await writeH5ad(paths.at(-1)!, {
      X: { values: Float32Array.from({ length: UNREAD_CELLS * index.length }, () => random.poisson(0.6)) },
      obs: {
        index: Array.from({ length: UNREAD_CELLS }, (_, i) => `cell${i}`),
        columns: { label: Array.from({ length: UNREAD_CELLS }, (_, i) => LABELS[i % 2]!) },
      },
      var: { index },
    });
  }
  return paths as [string, string, string];
}
