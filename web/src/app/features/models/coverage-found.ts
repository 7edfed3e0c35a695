import type { Coverage } from "../../../contract/types";
import * as state from "../../store";

/** How a model covers the matrix analysed, once one is: another than the file's first choice has genes of its own. */
export const coverageFound = (model: string): Coverage | undefined =>
  state.report.value?.coverage.find((one) => one.model === model) ?? state.coverageByModel.value.get(model);
