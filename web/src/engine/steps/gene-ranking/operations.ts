import type { SelectionOperations } from "../../../contract/operations/selection";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { select } from "./rank";

export function selectionOperations(desk: Desk): Handlers<SelectionOperations> {
  return {
    select: (request, context) => desk.sweeping(request, context, (job) => select(job, request)),
  };
}
