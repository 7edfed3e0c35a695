import type { DeletionOperations } from "../../../contract/operations/deletion";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { EXPLAINED } from "../attribution/explanation";
import { deletionTest } from "./deletion";

export function pruningOperations(desk: Desk): Handlers<DeletionOperations> {
  return {
    deletionTest: (request, context) =>
      desk.sweeping(request, context, (job) => deletionTest(job, EXPLAINED.of(job.file, job.matrix), request), "each"),
  };
}
