import type { ModelInfo, Phenotype } from "./types";

const figure = (share: number) => share.toFixed(2).replace(/^0/, "");

/** Which of several models to read for genes where it is not the one explained, by what their cards measured; else empty. */
export function readForGenes(models: readonly ModelInfo[], explained: string, phenotype: Phenotype): string {
  const measured = models.flatMap((model) => {
    const { knownMarkers } = model.heads.find((head) => head.phenotype === phenotype) ?? {};
    return knownMarkers ? [{ model, ...knownMarkers }] : [];
  });
  const own = measured.find(({ model }) => model.name === explained);
  if (!own) return "";
  const [best] = measured.filter(({ on }) => on === own.on).sort((a, b) => b.among20 - a.among20 || b.auroc - a.auroc);
  if (!best || best.among20 <= own.among20) return "";
  return (
    `For genes, read ${best.model.title}: ${figure(best.among20)} of its first 20 genes per cell type are known markers, ` +
    `${figure(own.among20)} of those of ${own.model.title} (${own.on}).`
  );
}
