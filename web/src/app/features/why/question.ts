import type { AttributionRequest } from "../../../contract/operations/attribution";

/** In place of a class: what the model says next of each cell. */
export const RUNNER_UP = -2;
/** The same in a link. */
export const RUNNER_UP_WORD = "runner-up";

/** What is explained: the logit of a class (-1: that predicted for each cell), less that of another (-1: none; RUNNER_UP). */
export interface Target {
  code: number;
  against: number;
}

/** A target as the engine is asked for it. */
export function targetOf({ code, against }: Target): AttributionRequest["target"] {
  if (code < 0) return { kind: "predicted", ...(against === RUNNER_UP ? { against: "runner-up" as const } : {}) };
  return { kind: "class", code, ...(against < 0 ? {} : { against }) };
}

/** A target that can be asked: no class is compared with itself, and only what was predicted with its runner-up. */
export function possible({ code, against }: Target): Target {
  const isKept = code < 0 ? against === RUNNER_UP : against >= 0 && against !== code;
  return { code, against: isKept ? against : -1 };
}

/** Whether two requests would be answered alike; where they run makes no difference. */
export function isSameQuestion(one: AttributionRequest, other: AttributionRequest): boolean {
  const words = ({ groupBy, backend: _backend, lanes: _lanes, ...rest }: AttributionRequest) =>
    JSON.stringify([rest, groupBy.kind === "cells" ? [groupBy.name, groupBy.cells.length] : groupBy]);
  const cells = ({ groupBy }: AttributionRequest) => (groupBy.kind === "cells" ? groupBy.cells : new Uint32Array());
  return words(one) === words(other) && cells(one).every((cell, i) => cell === cells(other)[i]);
}
