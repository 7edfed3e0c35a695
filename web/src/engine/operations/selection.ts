import type { SelectionOperations } from "../../pipeline/operations/selection";
import type { Handlers } from "../../pipeline/protocol";
import type { Desk } from "../desk";
import { select } from "../selection/select";

export function selectionOperations(desk: Desk): Handlers<SelectionOperations> {
  return { select: (request, context) => desk.sweeping(request.lanes, async (pool) => select({ core: await desk.core(), pool, file: desk.opened(), request, context })) };
}
