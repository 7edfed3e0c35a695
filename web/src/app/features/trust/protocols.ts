import { callIn } from "../../engine-client";
import * as state from "../../store";
import { task } from "../../task";
import { donors, protocolResults } from "./state";

/** The heads whose labels are in the file, as both protocols are asked about them. */
export const labelledHeads = () =>
  Object.entries(state.labelColumns.value)
    .filter(([, column]) => column)
    .map(([phenotype, column]) => ({
      phenotype,
      column,
      ...(state.byHand.value[phenotype] ? { byHand: state.byHand.value[phenotype] } : {}),
    }));

/** Runs a model on the labelled cells with their other phenotypes known, beside all of them masked. */
export const protocols = task(
  (run, model: string) =>
    callIn(run, "protocols", {
      matrix: state.shownMatrix.value,
      model,
      labels: labelledHeads(),
      backend: state.backend.value,
      lanes: 0,
      seed: 1,
      ...(donors.value ? { donors: donors.value } : {}),
    }),
  (found, model) => {
    protocolResults.value = [...protocolResults.value.filter((one) => one.model !== model), ...found];
  },
);
