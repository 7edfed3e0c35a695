import { analyzeAgain } from "../../engine-client";
import * as state from "../../store";

/** Switches a model on or off; the others do not run again, nor does one that has seen all cells already. */
export function switchModel(name: string, isOn: boolean): void {
  const off = new Set(state.modelsOff.value);
  if (isOn) off.delete(name);
  else off.add(name);
  state.choose({ modelsOff: off });
  void analyzeAgain(name);
}

/** Moves a model up (-1) or down (1) in the list, and so on the buttons that choose one. */
export function moveModel(name: string, by: -1 | 1): void {
  const order = state.listedModels.value.map((model) => model.name);
  const from = order.indexOf(name);
  const to = from + by;
  if (to < 0 || to >= order.length) return;
  [order[from], order[to]] = [order[to]!, order[from]!];
  state.choose({ modelOrder: order });
}
