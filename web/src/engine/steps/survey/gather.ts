import type { Sums } from "../../../../../wasm/bind/phenolens_core";
import { AnalysisError } from "../../../contract/errors";
import { unwrap } from "../../base/core";
import type { CellRange } from "../../../contract/types";
import type { SumsStart } from "../../contract/survey";
import type { OpenedFile } from "../../file/opened-file";
import type { Job } from "../../pool/job";
import { pass, type Visit } from "../../pool/pass";
import { prepared, type Prepared } from "../../pool/prepared";
import { sectionOf, Sections } from "./sections";
import { surveyState, type SurveyState } from "./state";

/**
 * A step of the survey: a job and the cells that take part, a byte each (0: left out); null: all. `state`: where steps keep what they find,
 * if not with the file's survey.
 */
export type SurveyJob = Job & { mask: Uint8Array | null; state?: SurveyState };

/** Has the lanes ready to read a matrix; refuses one whose values nothing can be counted from. */
export async function readable(job: Job): Promise<Prepared> {
  const { file, matrix } = job;
  const { values, why } = file.matrixInfo(matrix);
  if (values === "scaled" || values === "empty")
    throw new AnalysisError(
      "bad-input",
      `${matrix} of ${file.info.name} cannot be surveyed: ${why} Choose a matrix of counts or of log-normalised values.`,
    );
  return prepared(job);
}

/** Where a step keeps what it finds. */
export const stateOf = ({ state, file, matrix }: SurveyJob): SurveyState => state ?? surveyState(file, matrix);

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

/** Blocks with cells that take part; in sections, where `section` says of how many cells. */
function blocksWithCells({ mask, file }: SurveyJob, ready: Prepared, section?: number): CellRange[][] {
  checkMask(mask, file);
  const hasCells = ({ first, count }: CellRange) => !mask || mask.subarray(first, first + count).some((one) => one !== 0);
  return ready
    .blocks(section === undefined ? {} : { section })
    .map((group) => group.filter(hasCells))
    .filter(({ length }) => length > 0);
}

export const STOPPED = "Stopped: this part was not finished; the parts before it are kept.";

/** One pass over every block with cells that take part. Stopping ends it with `cancelled`. */
export async function surveyPass<R>(job: SurveyJob, visit: Omit<Visit<R>, "mask" | "blocks" | "lanes" | "ifStopped">): Promise<void> {
  const ready = await readable(job);
  await pass<R>(ready, { ...visit, blocks: blocksWithCells(job, ready), mask: job.mask, ifStopped: STOPPED });
}

/** Sums of a pass, merged over sections of the cells in their order, whatever the lanes: the caller deletes them. */
export async function gather<R = null>(
  job: SurveyJob,
  what: SumsStart,
  { step, groups, visit, take }: Partial<Visit<R>> & { step: string },
): Promise<Sums> {
  const { pool, file, matrix, mask } = job;
  const ready = await readable(job);
  await pool.all("sumsStart", what);
  const isKept = what.of === "covariance" && (what.keep ?? 0) > 0;
  const sums = new job.core.Sums();
  try {
    unwrap(sums.start(what));
    // Whole counts are summed without rounding: in whatever order.
    const isExact = what.of === "pseudobulk" && file.matrixInfo(matrix).values === "counts";
    const plan = file.reader.matrix(matrix);
    const section = isExact ? undefined : sectionOf(plan, what);
    const blocks = blocksWithCells(job, ready, section);
    const merge = (state: Uint8Array) => void unwrap(sums.merge(state));
    const sections = section === undefined ? null : new Sections(merge, blocks, plan, section);
    const add = visit ?? ((lane, range, cells) => lane.call("sumsAdd", { range, cells }) as Promise<R>);
    await pass<R>(ready, {
      step,
      blocks,
      mask,
      ...(groups ? { groups } : {}),
      ...(take ? { take } : {}),
      ifStopped: STOPPED,
      async visit(lane, block, cells) {
        const reply = await add(lane, block, cells);
        const ended = sections?.endedBy(block);
        if (ended !== undefined) sections!.put(ended, await lane.call("sumsTake", { isKept }));
        return reply;
      },
    });
    if (!sections) for (const lane of pool.lanes) merge(await lane.call("sumsTake", { isKept }));
    await pool.all("sumsEnd", { isKept });
    return sums;
  } catch (error) {
    sums.delete();
    throw error;
  }
}
