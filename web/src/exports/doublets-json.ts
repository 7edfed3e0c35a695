import type { DoubletGroup, DoubletReport } from "../contract/doublets";

/** How doublets were scored and what was found, as summary.json has it; `groups`: by which groups, and what each has. */
export function doubletsJson(report: DoubletReport, groups: { by: string; rows: DoubletGroup[] } | null) {
  const { matrix, column, rate, seed, threshold, scored, flagged, samples, notes, seconds } = report;
  return {
    matrix,
    samples_by: column,
    expected_rate: rate,
    seed,
    threshold: threshold ?? "automatic",
    scored,
    doublets: flagged,
    samples: samples.map(({ name, cells, why, genes, components, neighbors, automatic, flagged: doublets, detectable }) => ({
      name,
      cells,
      not_scored: why,
      genes,
      components,
      neighbors,
      automatic_threshold: automatic,
      doublets,
      detectable_share: detectable,
    })),
    groups: groups && {
      by: groups.by,
      rows: groups.rows.map(({ name, cells, scored: own, flagged: doublets, medianScore }) => ({
        name,
        cells,
        scored: own,
        doublets,
        median_score: medianScore,
      })),
    },
    notes,
    seconds,
  };
}
