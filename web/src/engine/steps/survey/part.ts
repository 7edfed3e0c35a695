import type { CellQuality, Sums } from "../../../../../wasm/bind/phenolens_core";
import { AnalysisError } from "../../../contract/errors";
import type { MadePart } from "../../../contract/parts";
import { QUALITY_METRICS, type QualityMetric } from "../../../contract/survey";
import type { CellRange, PartSource } from "../../../contract/types";
import { unwrap } from "../../base/core";
import { CellColumns } from "../../parts/cell-columns";
import { checkRange, madePart } from "../../parts/identity";
import { damaged, inOrder, tableReader } from "../../parts/read-table";
import type { SectionSum } from "../../parts/section-sums";
import { blocksWithin, sectionAt, sectionEnd } from "../../pool/blocks";
import type { Job } from "../../pool/job";
import { pass } from "../../pool/pass";
import { readable, STOPPED } from "./gather";
import { sectionOf, Sections } from "./sections";

/** What the pass over the cells' quality finds. */
export interface FoundQuality {
  quality: Record<QualityMetric, Float32Array<ArrayBuffer>>;
  mitochondrialGenes: number;
  ribosomalGenes: number;
  /** Of counts, over all cells: the caller deletes them. */
  sums: Sums;
}

/** Genes that were found by their names, of every cell's row alike. */
const FOUND = ["mitochondrialGenes", "ribosomalGenes"] as const;

/**
 * Quality of a run of cells, and counts summed over the sections that begin in it, to the end of the last one: these are the same whatever
 * the parts. Throws AnalysisError.
 */
export async function surveyPart(job: Job, cells: CellRange): Promise<{ cells: MadePart; sums: MadePart }> {
  const { file, matrix, pool } = job;
  checkRange(file.info, cells);
  const ready = await readable(job);
  const plan = file.reader.matrix(matrix);
  const what = { of: "counts", genes: file.matrixInfo(matrix).genes } as const;
  const section = sectionOf(plan, what);
  const planned = ready.blocks({ section });
  const end = cells.first + cells.count;
  const starts = planned.flat().map(({ first }) => sectionAt(plan, section, first));
  const last = Math.max(-1, ...starts.filter((first) => first >= cells.first && first < end));
  // The last section may end in the next part; one that began before this part is summed there.
  const to = last < 0 ? end : Math.max(end, sectionEnd(plan, section, last));
  const blocks = blocksWithin(planned, { first: cells.first, count: to - cells.first });
  const columns = new CellColumns(cells);
  const found: SectionSum[] = [];
  const keep = (state: Uint8Array, first: number) => {
    if (first >= cells.first) found.push({ first, state });
  };
  const sections = new Sections(keep, blocks, plan, section);
  await pool.all("sumsStart", what);
  await pass<CellQuality>(ready, {
    step: "quality",
    blocks,
    ifStopped: STOPPED,
    async visit(lane, range) {
      const reply = await lane.call("sumsQuality", { range });
      const ended = sections.endedBy(range);
      if (ended !== undefined) sections.put(ended, await lane.call("sumsTake", { isKept: false }));
      return reply;
    },
    take({ first, count }, reply) {
      const within = Math.min(count, end - first);
      if (within <= 0) return;
      const range = { first, count: within };
      for (const metric of QUALITY_METRICS) columns.put(metric, range, reply[metric].subarray(0, within));
      for (const name of FOUND) columns.put(name, range, new Int32Array(within).fill(reply[name]));
    },
  });
  await pool.all("sumsEnd", { isKept: false });
  const [{ arrowBytes }, { sectionBytes }] = await Promise.all([import("../../parts/arrow"), import("../../parts/section-sums")]);
  return {
    cells: await madePart(job, cells, "cells", arrowBytes(cells, columns.finish())),
    sums: await madePart(job, cells, "sums", sectionBytes(found)),
  };
}

/** What parts found of all cells, as one pass would have. Throws AnalysisError. */
export async function mergeQuality(job: Job, parts: PartSource[]): Promise<FoundQuality> {
  const { core, file, matrix } = job;
  const [{ arrowBatches }, { sectionRows }] = await Promise.all([import("../../parts/arrow"), import("../../parts/section-sums")]);
  const [readCells, readSums] = [await tableReader(job, "cells"), await tableReader(job, "sums")];
  const quality = Object.fromEntries(QUALITY_METRICS.map((metric) => [metric, new Float32Array(file.info.cells).fill(NaN)]));
  const genes = { mitochondrialGenes: 0, ribosomalGenes: 0 };
  const what = { of: "counts", genes: file.matrixInfo(matrix).genes } as const;
  const plan = file.reader.matrix(matrix);
  const section = sectionOf(plan, what);
  const sums = new core.Sums();
  try {
    unwrap(sums.start(what));
    let expected = 0;
    for (const part of inOrder(parts)) {
      for (const { cells, get } of arrowBatches(await readCells(part), part.header.first)) {
        for (const metric of QUALITY_METRICS) quality[metric]!.set(get(metric) as Float32Array, cells.first);
        for (const name of FOUND) genes[name] = get(name)![0]!;
      }
      for (const { first, state } of sectionRows(await readSums(part))) {
        if (first !== expected) throw damaged(part.name);
        unwrap(sums.merge(state));
        expected = sectionEnd(plan, section, first);
      }
    }
    if (expected !== file.info.cells) throw new AnalysisError("bad-file", "The parts lack sums of some cells. Make them again.");
    return { quality: quality as FoundQuality["quality"], ...genes, sums };
  } catch (error) {
    sums.delete();
    throw error;
  }
}
