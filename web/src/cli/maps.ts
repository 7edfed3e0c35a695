import type { ClusterReport } from "../contract/survey";
import { firstClasses, type MainScores } from "../exports/overview-tables";
import type { ReportMap } from "../plots/report-map";

export interface MapsQuestion {
  main: readonly MainScores[];
  clusters: ClusterReport | null;
  umap: Float32Array | null;
}

/** The map by every model's main head and by the clusters; none where there is no map. */
export function mapsOf(
  { main, clusters, umap: xy }: MapsQuestion,
  cells: number,
  titleOf: (phenotype: string, model: string) => string,
): { of: MainScores | "clusters"; map: ReportMap }[] {
  if (!xy) return [];
  const found: ReturnType<typeof mapsOf> = main.map((one) => ({
    of: one,
    map: {
      title: titleOf(one.head.phenotype.replaceAll("_", " "), one.model.title),
      xy,
      layout: "UMAP",
      classOf: firstClasses(one, cells),
      classes: one.head.classes.map(({ label }) => label),
    },
  }));
  if (!clusters) return found;
  const classes = clusters.sizes.map((_, cluster) => String(cluster));
  return [...found, { of: "clusters", map: { title: "Clusters", xy, layout: "UMAP", classOf: clusters.codes, classes } }];
}
