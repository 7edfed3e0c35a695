import type { ReferenceOperations } from "../../../contract/operations/reference";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { coverageOf } from "../../file/coverage";
import { makeReference } from "./make";
import { projectionFolder } from "./project";

export function referenceOperations(desk: Desk): Handlers<ReferenceOperations> {
  return {
    makeReference: (request, context) =>
      desk.sweeping(request, context, async (job) => {
        const started = performance.now();
        const { files, ...made } = await makeReference(job, request, desk.bytes!);
        const model = await desk.models.addTrained(files);
        const coverage = (job.file.info.coverage = await coverageOf(job.core, job.file, job.models));
        return { model, coverage, ...made, seconds: (performance.now() - started) / 1000 };
      }),
    projectReference: ({ model: name }) =>
      desk.inTurn(async () => {
        const core = await desk.core();
        const model = await desk.models.addTrained(await projectionFolder(core, desk.models.folder(name)));
        const { file } = desk;
        if (file) file.info.coverage = await coverageOf(core, file, desk.models);
        return { model, coverage: file?.info.coverage ?? null };
      }),
  };
}
