import type { Sums } from "../../../../wasm/bind/phenolens_core";
import { AnalysisError } from "../../pipeline/errors";
import type { CallContext } from "../../pipeline/protocol";
import type { CellRange } from "../../pipeline/types";
import { planBlocks } from "../blocks";
import { unwrap, type CoreModule } from "../core";
import type { Lane, LanePool } from "../lane-pool";
import type { OpenedFile } from "../opened-file";
import { Pace } from "../pace";
import { sweep } from "../sweep";
import type { BlockMask, SumsOf } from "./lane-types";

/** What a pass over the matrix needs. */
export interface Pass {
  core: CoreModule;
  pool: LanePool;
  file: OpenedFile;
  matrix: string;
  mask: Uint8Array | null;
  context: Pick<CallContext<never>, "signal" | "progress">;
  /** The step that progress is told of. */
  step: string;
}

/** Has the lanes ready to read a matrix; refuses one whose values nothing can be counted from. */
export async function prepareLanes({ pool, file, matrix }: Pick<Pass, "pool" | "file" | "matrix">): Promise<void> {
  const { values, why } = file.matrixInfo(matrix);
  if (values === "scaled" || values === "empty") throw new AnalysisError("bad-input", `${matrix} of ${file.info.name} cannot be surveyed: ${why} Choose a matrix of counts or of log-normalised values.`);
  await pool.all("prepare", { matrix, genes: await file.geneIds(matrix), values, models: [] });
}

/** One pass: `visit` for every block with a cell that takes part, on whichever lane is free. Stopping ends it with `cancelled`. */
export async function pass<R>({ pool, file, matrix, mask, context, step }: Pass, visit: (lane: Lane, range: CellRange, mask: BlockMask) => Promise<R>, take: (range: CellRange, result: R) => void): Promise<void> {
  if (mask && mask.length !== file.info.cells) throw new AnalysisError("bad-input", `A mask is of ${mask.length.toLocaleString("en")} cells, but ${file.info.name} has ${file.info.cells.toLocaleString("en")}.`);
  if (mask && !mask.includes(1)) throw new AnalysisError("bad-input", "No cell is left within the limits; widen them.");
  const pace = new Pace(step, file.info.cells);
  const done = await sweep<R>({
    lanes: pool.lanes,
    groups: planBlocks(file.reader.matrix(matrix), { lanes: pool.size, cells: 0, run: file.run }),
    signal: context.signal,
    visit: (lane, range) => visit(lane, range, mask ? Uint8Array.from(mask.subarray(range.first, range.first + range.count)) : null),
    take(range, result) {
      take(range, result);
      context.progress(pace.add(range.count));
    },
  });
  if (!done) throw new AnalysisError("cancelled", "Stopped.");
}

/** Sums of a pass, merged over the lanes: the caller deletes them. */
export async function gather(of: Pass, what: SumsOf, visit?: Parameters<typeof pass<unknown>>[1], take: (range: CellRange, result: never) => void = () => {}): Promise<Sums> {
  await of.pool.all("sumsStart", what);
  await pass<unknown>(of, visit ?? ((lane, range, mask) => lane.call("sumsAdd", { range, mask })), take as (range: CellRange, result: unknown) => void);
  const sums = new of.core.Sums();
  try {
    unwrap(sums.start(what));
    for (const state of await of.pool.all("sumsEnd", {})) unwrap(sums.merge(state));
    return sums;
  } catch (error) {
    sums.delete();
    throw error;
  }
}
