import type { TrustLights } from "../contract/trust";
import type { Evaluation, ModelInfo } from "../contract/types";
import { lightsOf } from "../exports/trust-lights";
import type { Engine } from "./engine";

/** Every head's lights, those of heads with labels judged by them. */
export const trustOf = (engine: Engine, model: ModelInfo, evaluations: readonly Evaluation[]): Promise<TrustLights[]> =>
  lightsOf(model, evaluations, (request) => engine.call("trustLights", request));

/** A line for each head that is not to be relied on, with the reasons. */
export function warnings(trust: readonly TrustLights[]): string[] {
  return trust
    .filter(({ color }) => color === "red")
    .map(({ model, phenotype, title, lights }) => {
      const reasons = lights.filter(({ color }) => color === "red").map(({ says }) => says);
      return `${model}, ${phenotype}: ${title.replace(/^Warning: /, "")}. ${reasons.join(" ")}`;
    });
}
