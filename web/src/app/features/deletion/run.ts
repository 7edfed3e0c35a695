import { signal } from "@preact/signals";
import type { AttributionReport } from "../../../contract/operations/attribution";
import type { DeletionReport } from "../../../contract/operations/deletion";
import type { GivenRanking } from "../../../contract/operations/gene-ranking";
import { callIn } from "../../engine-client";
import * as state from "../../store";
import { task } from "../../task";
import * as why from "../why/state";

/** Shares of a cell's genes that are deleted, by the kind of model. */
const SHARES = { linear: [0.001, 0.003, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 0.9], onnx: [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9] };
/** Random orders that deletion by attribution is compared with. */
export const RANDOM_ORDERS = 5;
/** A transformer is run again for every order and share: fewer cells. */
const CELLS = { linear: 400, onnx: 60 };

/** The test of the attributions of a report. */
export const result = signal<{ attributions: AttributionReport; report: DeletionReport } | null>(null);

/** Deletes genes from the model's input in the order of their attribution, and in other orders. */
export const deletionTest = task(
  (run, _attributions: AttributionReport, given: GivenRanking[]) => {
    const kind = why.model.value?.kind === "linear" ? "linear" : "onnx";
    return callIn(run, "deletionTest", {
      matrix: state.shownMatrix.value,
      cells: CELLS[kind],
      shares: SHARES[kind],
      draws: RANDOM_ORDERS,
      given,
      seed: 1,
      lanes: 0,
    });
  },
  (report, attributions) => {
    result.value = { attributions, report };
  },
);

state.forgetWith("results", () => {
  result.value = null;
});
