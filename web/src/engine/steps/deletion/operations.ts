import type { PruningOperations } from "../../../contract/operations/pruning";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { EXPLAINED } from "../attribution/explanation";
import { prune } from "./deletion";

export function pruningOperations(desk: Desk): Handlers<PruningOperations> {
  return {
    prune: (request, context) => desk.sweeping(request, context, (job) => prune(job, EXPLAINED.of(job.file, job.matrix), request)),
  };
}
