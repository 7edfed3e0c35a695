import { chosenHead, type ChosenHead } from "../../../contract/obs-columns";
import * as state from "../../store";
import { modelsThatRan } from "./result-files";

/** The prediction that stands for all in an annotated file: that of the model shown, where it has run. */
export function chosenNow(): ChosenHead | null {
  const ran = modelsThatRan();
  return chosenHead([...ran.filter(({ name }) => name === state.activeModel.value?.name), ...ran]);
}

/** What its column is called; null before anything was predicted. */
export function chosenColumn(): string | null {
  const chosen = chosenNow();
  return chosen && `phenolens_${chosen.phenotype.replaceAll(/[^\p{L}\p{N}_]/gu, "_")}`;
}
