import type { MatrixInfo, ValueScale } from "../../contract/types";
import { unwrap, type CoreModule } from "../base/core";
import type { RowBlock } from "../contract/cells";
import type { Reader } from "./reader";

/** How the values of each matrix stand to counts, by its path; those that are read as they are stored are left out. */
export type Scales = Record<string, ValueScale>;

export function scalesOf(matrices: readonly MatrixInfo[]): Scales {
  return Object.fromEntries(matrices.filter(({ scale }) => isChanged(scale)).map(({ path, scale }) => [path, scale]));
}

function isChanged({ stored, log_base: base, target }: ValueScale): boolean {
  if (stored === "log1p") return Math.abs(Math.log(base) - 1) > 1e-9 || (target > 0 && target !== 1e4);
  return stored === "log1p-twice" || stored === "square-roots" || stored === "mixed";
}

/** The reader with blocks whose values are restored: the one place where stored values become what every step reads. */
export function restoring(reader: Reader, scales: Scales, core: CoreModule): Reader {
  if (Object.keys(scales).length === 0) return reader;
  return {
    ...reader,
    stored: reader,
    async block(path, first, count): Promise<RowBlock> {
      const block = await reader.block(path, first, count);
      const scale = scales[path];
      if (!scale) return block;
      const { values, genes } = block;
      const indptr = block.layout === "csr" ? { indptr: block.indptr } : {};
      return { ...block, values: unwrap(core.restore_values({ values, ...indptr, genes, scale })) };
    },
  };
}
