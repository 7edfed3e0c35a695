import type { SexOperations } from "../../../contract/operations/sex";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { judgeSex, sexOfCells } from "./judge";

export function sexOperations(desk: Desk): Handlers<SexOperations> {
  return {
    sex: async ({ donors }) => judgeSex(await desk.core(), desk.opened(), donors),
    sexOfCells: async () => sexOfCells(await desk.core(), desk.opened()),
  };
}
