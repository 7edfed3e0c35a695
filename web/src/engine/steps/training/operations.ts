import type { TrainOperations } from "../../../contract/operations/train";
import type { Handlers } from "../../../contract/protocol";
import { coverageOf } from "../../file/describe";
import type { Desk } from "../../desk";
import { train } from "./train";

export function trainOperations(desk: Desk): Handlers<TrainOperations> {
  return {
    train: (request, context) =>
      desk.sweeping(request.lanes, async (pool) => {
        const core = await desk.core();
        const file = desk.opened();
        const report = await train({ core, models: desk.models, pool, file, request, context });
        file.info.coverage = await coverageOf(core, file, desk.models);
        return report;
      }),
    // Replies are transferred, and the model is to stay here.
    modelFiles: ({ model }) =>
      Object.fromEntries(Object.entries(desk.models.trainedFiles(model)).map(([path, bytes]) => [path, bytes.slice()])),
    modelZip: ({ model }) => desk.models.zip(model),
  };
}
