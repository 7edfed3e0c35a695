import type { TrainOperations } from "../../../contract/operations/train";
import type { Handlers } from "../../../contract/protocol";
import { coverageOf } from "../../file/coverage";
import type { Desk } from "../../desk";
import { train } from "./train";

export function trainOperations(desk: Desk): Handlers<TrainOperations> {
  return {
    train: (request, context) =>
      desk.sweeping(request, context, async (job) => {
        const report = await train(job, request);
        job.file.info.coverage = await coverageOf(job.core, job.file, job.models);
        return report;
      }),
    // Replies are transferred, and the model is to stay here.
    modelFiles: async ({ model }) =>
      Object.fromEntries(Object.entries(await desk.models.files(model)).map(([path, bytes]) => [path, bytes.slice()])),
    modelZip: ({ model }) => desk.models.zip(model),
  };
}
