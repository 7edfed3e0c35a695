import { AnalysisError } from "../../../contract/errors";
import type { MadePart, PartRun } from "../../../contract/parts";
import type { AnalyzeOptions, CellRange } from "../../../contract/types";
import { cellsRead, readBlocks, unreadCells, unreadFiles } from "../../../contract/unread";
import { Pace } from "../../base/pace";
import type { LaneOperations } from "../../contract/lane-operations";
import { CellColumns } from "../../parts/cell-columns";
import { checkRange, filesOf, madePart } from "../../parts/identity";
import { putPrediction, putSurvey } from "../../parts/replies";
import { blocksWithin } from "../../pool/blocks";
import type { Job } from "../../pool/job";
import { pass } from "../../pool/pass";
import { prepared } from "../../pool/prepared";
import { usableModels } from "./analyze";
import { onnxPass } from "./onnx-pass";
import { sexGenesOf, surveyAsked } from "./survey-take";

const STOPPED = "Stopped; the part was not made.";

/** What an analysis finds of a run of cells, to be merged with what others find of the rest. Throws AnalysisError. */
export async function analyzePart(job: Job, options: AnalyzeOptions, cells: CellRange): Promise<MadePart> {
  const { file, models, pool, matrix, context } = job;
  checkRange(file.info, cells);
  if (options.sample !== undefined)
    throw new AnalysisError("bad-input", "A part is of all its cells, which are joined with other parts': ask for no sample of them.");
  const { wanted, coverage } = await usableModels({ ...job, options });
  const covered = wanted.map((model) => coverage.find((one) => one.model === model));
  const asked = await Promise.all(wanted.map((model) => models.laneModel(model)));
  const unread = covered.map((one) => unreadCells(file.info, one));
  const ready = await prepared(job, {
    models: asked,
    isFresh: true,
    byFile: true,
    unread: covered.map((one) => unreadFiles(file.info, one)),
  });
  const columns = new CellColumns(cells);
  const named = asked.map(({ manifest }) => manifest);
  const own = (blocks: CellRange[][]) => blocksWithin(blocks, cells);
  const runs: PartRun[] = [];

  const quick = [...asked.keys()].filter((model) => asked[model]!.manifest.kind !== "onnx");
  const survey = new Pace("survey", cells.count);
  const request = surveyAsked(options, await sexGenesOf(file, matrix));
  await pass<LaneOperations["survey"]["reply"]>(ready, {
    step: survey,
    blocks: own(ready.blocks({ cells: options.blockCells })),
    visit: (lane, block) =>
      lane.call("survey", { ...block, ...request, unread: [...quick.keys()].filter((i) => unread[quick[i]!]?.[block.first] === 1) }),
    take(block, answer) {
      putSurvey(columns, block, answer);
      answer.predictions.forEach((prediction, i) => prediction && putPrediction(columns, block, named[quick[i]!]!, prediction));
    },
    ifStopped: STOPPED,
  });
  const ran = async (model: number, run: Omit<PartRun, "model" | "files" | "seconds">, { seconds }: Pace) =>
    runs.push({ model: named[model]!.name, files: await filesOf(asked[model]!, options), ...run, seconds });
  for (const model of quick) await ran(model, { backend: "core", fallback: "", lanes: pool.size }, survey);

  for (const [model, { manifest }] of asked.entries()) {
    if (manifest.kind !== "onnx") continue;
    const step = new Pace(manifest.name, cellsRead(cells, unread[model]!));
    const on = await onnxPass(job, ready, model, options, ({ backend, fallback, lanes }) => ({
      step,
      of: (blocks) => readBlocks(own(blocks), unread[model]!),
      take: (block, prediction) => putPrediction(columns, block, named[model]!, prediction),
      end: () => ({ backend, fallback, lanes: lanes.length }),
    }));
    if (context.signal.aborted) throw new AnalysisError("cancelled", STOPPED);
    await ran(model, on, step);
  }
  const { arrowBytes } = await import("../../parts/arrow");
  return madePart(job, cells, "cells", arrowBytes(cells, columns.finish()), runs);
}
