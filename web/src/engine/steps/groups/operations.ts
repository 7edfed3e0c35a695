import type { GroupsOperations } from "../../../contract/operations/groups";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { labelledGroups } from "./labelled-groups";

export function groupsOperations(desk: Desk): Handlers<GroupsOperations> {
  return { labelledGroups: (request, context) => desk.sweeping(request, context, (job) => labelledGroups(job, request)) };
}
