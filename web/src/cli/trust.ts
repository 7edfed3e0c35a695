import type { TrustLights } from "../contract/trust";
import type { Evaluation, ModelInfo } from "../contract/types";
import type { Engine } from "./engine";

/** Every head's lights, those of heads with labels judged by them. */
export async function trustOf(engine: Engine, model: ModelInfo, evaluations: readonly Evaluation[]): Promise<TrustLights[]> {
  const found: TrustLights[] = [];
  for (const { phenotype } of model.heads) {
    const metrics = evaluations.find((one) => one.phenotype === phenotype)?.metrics.find((one) => one.model === model.name);
    const scored = metrics && { cells: metrics.cells, unmatched: metrics.unmatchedCells, ece: metrics.ece };
    found.push(await engine.call("trustLights", { model: model.name, phenotype, ...(scored ? { scored } : {}) }));
  }
  return found;
}

/** A line for each head that is not to be relied on, with the reasons. */
export function warnings(trust: readonly TrustLights[]): string[] {
  return trust
    .filter(({ color }) => color === "red")
    .map(({ model, phenotype, title, lights }) => {
      const reasons = lights.filter(({ color }) => color === "red").map(({ says }) => says);
      return `${model}, ${phenotype}: ${title.replace(/^Warning: /, "")}. ${reasons.join(" ")}`;
    });
}
