import type { Sums } from "../../../../../wasm/bind/phenolens_core";
import { AnalysisError } from "../../../contract/errors";
import type { CallContext } from "../../../contract/protocol";
import type { CellRange } from "../../../contract/types";
import { planBlocks } from "../../pool/blocks";
import { unwrap, type CoreModule } from "../../base/core";
import type { Lane, LanePool } from "../../pool/lane-pool";
import type { OpenedFile } from "../../file/opened-file";
import { Pace } from "../../base/pace";
import { sweep } from "../../pool/sweep";
import type { BlockCells, SumsStart } from "../../contract/survey";

/** What a pass over the matrix needs. */
export interface Pass {
  core: CoreModule;
  pool: LanePool;
  file: OpenedFile;
  matrix: string;
  mask: Uint8Array | null;
  context: Pick<CallContext<never>, "signal" | "progress">;
}

/** Has the lanes ready to read a matrix; refuses one whose values nothing can be counted from. */
export async function prepareLanes({ pool, file, matrix }: Pick<Pass, "pool" | "file" | "matrix">): Promise<void> {
  const { values, why } = file.matrixInfo(matrix);
  if (values === "scaled" || values === "empty")
    throw new AnalysisError(
      "bad-input",
      `${matrix} of ${file.info.name} cannot be surveyed: ${why} Choose a matrix of counts or of log-normalised values.`,
    );
  await pool.all("prepare", { matrix, genes: await file.geneIds(matrix), values, models: [] });
}

/** Cells in a mask. */
export function cellsIn(mask: Uint8Array | null, file: OpenedFile): number {
  return mask ? mask.reduce((sum, one) => sum + Number(one !== 0), 0) : file.info.cells;
}

export function checkMask(mask: Uint8Array | null, file: OpenedFile): void {
  if (mask && mask.length !== file.info.cells)
    throw new AnalysisError(
      "bad-input",
      `A mask is of ${mask.length.toLocaleString("en")} cells, but ${file.info.name} has ${file.info.cells.toLocaleString("en")}.`,
    );
  if (cellsIn(mask, file) === 0) throw new AnalysisError("bad-input", "No cell is left within the limits; widen them.");
}

/** What is asked of a lane for every block, and what becomes of the reply. */
export interface Visit<R> {
  step: string;
  visit(lane: Lane, range: CellRange, cells: BlockCells): Promise<R>;
  take?(range: CellRange, result: R): void;
  /** A group per cell of the file, -1 for none; the mask is heeded too. */
  groups?: Int32Array;
}

/** One pass over every block, on whichever lane is free. Stopping ends it with `cancelled`. */
export async function pass<R>({ pool, file, matrix, mask, context }: Pass, { step, visit, take, groups }: Visit<R>): Promise<void> {
  checkMask(mask, file);
  const pace = new Pace(step, file.info.cells);
  const cellsOf = ({ first, count }: CellRange): BlockCells => {
    const own = mask?.subarray(first, first + count);
    if (groups) return { groups: Int32Array.from(groups.subarray(first, first + count), (group, i) => (own && !own[i] ? -1 : group)) };
    return own ? { mask: Uint8Array.from(own) } : {};
  };
  const done = await sweep<R>({
    lanes: pool.lanes,
    groups: planBlocks(file.reader.matrix(matrix), { lanes: pool.size, cells: 0, run: file.run }),
    signal: context.signal,
    visit: (lane, range) => visit(lane, range, cellsOf(range)),
    take(range, result) {
      take?.(range, result);
      context.progress(pace.add(range.count));
    },
  });
  if (!done) throw new AnalysisError("cancelled", "Stopped.");
}

/** Sums of a pass, merged over the lanes: the caller deletes them. */
export async function gather<R = null>(
  of: Pass,
  what: SumsStart,
  { step, groups, visit, take }: Partial<Visit<R>> & { step: string },
): Promise<Sums> {
  await prepareLanes(of);
  await of.pool.all("sumsStart", what);
  const add = (lane: Lane, range: CellRange, cells: BlockCells) => lane.call("sumsAdd", { range, cells });
  if (visit) await pass<R>(of, { step, groups, visit, take });
  else await pass<null>(of, { step, groups, visit: add });
  const sums = new of.core.Sums();
  try {
    unwrap(sums.start(what));
    const isKept = what.of === "covariance" && (what.keep ?? 0) > 0;
    for (const lane of of.pool.lanes) unwrap(sums.merge(await lane.call("sumsEnd", { isKept })));
    return sums;
  } catch (error) {
    sums.delete();
    throw error;
  }
}
