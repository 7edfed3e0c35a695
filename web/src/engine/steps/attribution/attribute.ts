import { AnalysisError } from "../../../contract/errors";
import type { AttributionReport, AttributionRequest } from "../../../contract/operations/attribution";
import { throttled } from "../../base/throttled";
import type { ExplainedBlock, ExplainStart } from "../../contract/attribution";
import type { ModelFiles } from "../../contract/model";
import { unreadBy } from "../../file/coverage";
import { namesOf } from "../../genes/vocabulary";
import { withBackend, type Backed } from "../../model/backend";
import type { ModelFolder } from "../../model/folder";
import type { ChosenBlock } from "../../pool/blocks";
import type { Job } from "../../pool/job";
import { pass } from "../../pool/pass";
import { noBaselines, readBaselines } from "./baselines";
import { chooseCells } from "./cells";
import { Explanation } from "./explanation";
import { GeneContext } from "./gene-context";
import { joinLists, listsOf } from "./gene-lists";
import { labelsSeen } from "./labels-seen";
import { blocksOf, hasGradient, headOf, preparedModel } from "./setup";

const UNEQUAL_GENES =
  "Files measure unequal genes: each cell is explained by those of its file and compared with cells that are read by the same, and what " +
  "is said of a gene is of the cells of the files that measure it.";

/** Milliseconds between reports on the way. */
const BETWEEN = 2500;

/** Chooses cells and baselines, then sweeps over the chosen cells: lanes sum, what is small per cell comes back. */
export async function attribute(
  job: Job<AttributionReport>,
  request: AttributionRequest,
): Promise<{ explanation: Explanation; report: AttributionReport }> {
  const { core, models, pool, file } = job;
  const started = performance.now();
  const { signal } = job.context;
  const folder = models.folder(request.model);
  const { manifest } = folder;
  const isLinear = manifest.kind === "linear";
  const isReference = manifest.kind === "reference";
  const isOfCore = manifest.kind !== "onnx";
  const head = headOf(manifest, request);
  const chosen = await chooseCells(file, request, await unreadBy(job, request.model));
  const context = await GeneContext.read(job, request, manifest.heads[head]!, chosen);
  const ready = await preparedModel(job, manifest);
  const lists = listsOf(ready, chosen.cells);
  const baselines = isReference ? noBaselines(chosen) : await readBaselines(ready, isLinear ? 0 : 1, isLinear, request, chosen, lists);
  const files = isOfCore ? null : await filesOf(folder);
  const seen = await labelsSeen(job, request);
  const isBare = files !== null && files.gradient === null;
  const start: Omit<ExplainStart, "backend"> = {
    model: 0,
    head,
    groups: chosen.names.length,
    parts: chosen.partCount,
    baselines: baselines.rows,
    lists: lists.lists,
    method: request.method,
    steps: request.steps,
    seed: request.seed,
    files,
  };
  const explain = async ({ backend, fallback, lanes }: Backed) => {
    const [begun] = await Promise.all(lanes.map((lane) => lane.call("explainStart", { ...start, backend })));
    const vocabulary = await folder.vocabulary();
    const joined = joinLists(lists, begun!, !isLinear);
    const beside = context.of(vocabulary, joined.genes);
    const explanation = new Explanation(request, chosen, baselines, joined, namesOf(vocabulary, joined.genes), beside);
    if (isLinear && !manifest.heads[head]!.clusters) await explanation.readWeights(lanes[0]!);
    const notes = [
      ...(joined.lists.length > 1 ? [UNEQUAL_GENES] : []),
      ...(isBare
        ? [
            `${manifest.title} has no gradient to explain with: genes were removed one by one instead (occlusion), at most ` +
              `${request.steps.most} per cell.`,
          ]
        : []),
      ...(fallback ? [fallback] : []),
    ];
    const report = async (cancelled: boolean) =>
      explanation.report({
        groups: explanation.groups(
          core,
          await Promise.all(lanes.map((lane) => lane.call("explainState", {}))),
          manifest.heads[head]!.classes.map(({ label }) => label),
        ),
        method: isLinear ? "closed-form" : isReference ? "leave-one-out" : isBare ? "occlusion" : request.method,
        backend: isOfCore ? "core" : backend,
        seconds: (performance.now() - started) / 1000,
        seen,
        notes,
        cancelled,
      });
    const tell = throttled(BETWEEN, () => report(false).then(job.context.part, () => undefined));
    await pass<ExplainedBlock, ChosenBlock>(ready, {
      step: manifest.name,
      lanes,
      blocks: blocksOf(ready, lanes, chosen.cells, manifest.kind),
      visit: (lane, block) => lane.call("explain", explanation.asked(block)),
      take(block, result) {
        explanation.put(block, result);
        tell();
      },
    });
    if (explanation.done === 0 && signal.aborted) throw new AnalysisError("cancelled", "Stopped before any cell was explained.");
    return { explanation, report: await report(signal.aborted) };
  };
  const made = isOfCore
    ? await explain({ backend: "wasm", fallback: "", lanes: pool.lanes })
    : (await withBackend(job, request.backend, explain)).result;
  await pool.all("explainStop", {});
  return made;
}

/** What a lane opens to explain a transformer. */
async function filesOf(folder: ModelFolder): Promise<ModelFiles> {
  return {
    predict: await folder.file("predict"),
    gradient: hasGradient(folder.manifest) ? await folder.file("gradient") : null,
    selfTest: folder.has("self_test") ? await folder.text("self_test") : null,
  };
}
