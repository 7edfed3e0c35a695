import type { Scored, TrustLights } from "../contract/trust";
import type { Evaluation, Metrics, ModelInfo, Phenotype } from "../contract/types";

/** What labels said of a model, as its lights ask for it; nothing where none of its classes was judged. */
export const scoredBy = (metrics: Metrics | undefined): { scored?: Scored } =>
  metrics && metrics.cells > 0 ? { scored: { cells: metrics.cells, unmatched: metrics.unmatchedCells, ece: metrics.ece } } : {};

/** The lights of every head of a model, those of heads with labels judged by them. */
export async function lightsOf(
  model: ModelInfo,
  evaluations: readonly Evaluation[],
  ask: (request: { model: string; phenotype: Phenotype; scored?: Scored }) => Promise<TrustLights>,
): Promise<TrustLights[]> {
  const found: TrustLights[] = [];
  for (const { phenotype } of model.heads) {
    const metrics = evaluations.find((one) => one.phenotype === phenotype)?.metrics.find((one) => one.model === model.name);
    found.push(await ask({ model: model.name, phenotype, ...scoredBy(metrics) }));
  }
  return found;
}
