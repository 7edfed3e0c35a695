import { chosenHead } from "../../../contract/obs-columns";
import type { ModelInfo } from "../../../contract/types";
import type { MainScores } from "../../../exports/overview-tables";
import { call } from "../../engine-client";

/** What the main head of each of some models says of every cell. */
export async function mainScores(models: readonly ModelInfo[]): Promise<MainScores[]> {
  const found: MainScores[] = [];
  for (const model of models) {
    const phenotype = chosenHead([model])?.phenotype;
    const head = model.heads.find((one) => one.phenotype === phenotype);
    if (head) found.push({ model, head, scores: await call("scores", { model: model.name, phenotype: head.phenotype }) });
  }
  return found;
}
