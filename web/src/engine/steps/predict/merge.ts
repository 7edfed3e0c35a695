import { AnalysisError } from "../../../contract/errors";
import type { PartHeader, PartRun } from "../../../contract/parts";
import type { AnalyzePart } from "../../../contract/protocol";
import type { AnalyzeOptions, ModelRun, PartSource } from "../../../contract/types";
import { Pace } from "../../base/pace";
import type { LaneModel } from "../../contract/model";
import type { Analyzed } from "../../file/analyzed";
import type { OpenedFile } from "../../file/opened-file";
import type { ModelResults } from "../../file/scores";
import { filesOf } from "../../parts/identity";
import { damaged, inOrder, tableReader } from "../../parts/read-table";
import { predictionOf, surveyOf } from "../../parts/replies";
import type { Job } from "../../pool/job";
import type { Prepared } from "../../pool/prepared";
import { sexGenesOf, surveyTaker } from "./survey-take";

/**
 * Puts what parts found of all cells where the sweeps of an analysis would, in the order of the cells. The parts are held to be of this
 * file, its matrix and genes, and these models. Throws AnalysisError.
 */
export async function takeParts(
  job: Job<AnalyzePart>,
  options: AnalyzeOptions & { parts: PartSource[] },
  analyzed: Analyzed,
  { models }: Prepared,
  resultsFor: (analyzed: Analyzed, file: OpenedFile, model: LaneModel) => ModelResults,
): Promise<ModelRun[]> {
  const { core, file, matrix, context } = job;
  const files = await Promise.all(models.map((model) => filesOf(model, options)));
  const results = models.map((model) => resultsFor(analyzed, file, model));
  const take = surveyTaker(job, analyzed, [], await sexGenesOf(file, matrix));
  const pace = new Pace("merge", file.info.cells);
  const { arrowBatches } = await import("../../parts/arrow");
  const parts = inOrder(options.parts);
  const read = await tableReader(job, "cells");
  for (const part of parts) {
    const { name, header } = part;
    const bytes = await read(part);
    checkRuns(name, header, models, files);
    let end = header.first;
    for (const batch of arrowBatches(bytes, header.first)) {
      if (context.signal.aborted) throw new AnalysisError("cancelled", "Stopped; nothing was merged.");
      take(batch.cells, { ...surveyOf(batch), predictions: [] });
      for (const [i, { manifest }] of models.entries())
        if (results[i]!.readIn(batch.cells) > 0) results[i]!.put(core, batch.cells, predictionOf(batch, manifest));
      end += batch.cells.count;
      context.progress(pace.add(batch.cells.count));
    }
    if (end !== header.first + header.count) throw damaged(name);
  }
  const headers = parts.map(({ header }) => header);
  return results.map((one) => joinedRun(one, headers));
}

function checkRuns(name: string, { runs }: PartHeader, models: LaneModel[], files: string[]): void {
  const wanted = models.map(({ manifest }) => manifest.name);
  const other = runs.find(({ model }) => !wanted.includes(model))?.model;
  if (other !== undefined)
    throw new AnalysisError("bad-input", `${name} is of the model ${other} as well, which the others lack. Make it again without.`);
  for (const [i, model] of wanted.entries()) {
    const run = runs.find((one) => one.model === model);
    if (run?.files === files[i]) continue;
    const why = run ? `is of another version of the model ${model}` : `lacks the model ${model}`;
    throw new AnalysisError("bad-input", `${name} ${why}. Make it again with the models of the others.`);
  }
}

/** The runs of a model over all parts as one; the time is the sum of theirs. */
function joinedRun({ model, done: cells }: ModelResults, parts: PartHeader[]): ModelRun {
  const runs = parts.map(({ runs: of }) => of.find((one) => one.model === model) as PartRun);
  const [first] = runs as [PartRun];
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  return {
    model,
    backend: first.backend,
    fallback: runs.find(({ fallback }) => fallback)?.fallback ?? "",
    lanes: Math.max(...runs.map(({ lanes }) => lanes)),
    cells,
    asked: cells,
    seconds,
    cellsPerSecond: seconds > 0 ? cells / seconds : 0,
    finished: true,
  };
}
