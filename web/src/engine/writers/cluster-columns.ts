import type { OpenedFile } from "../file/opened-file";
import { lastSurvey } from "../steps/survey/state";

/** Clusters of the cells, by their numbers. */
export interface Clusters {
  codes: Int32Array;
  names: string[];
  resolution: number | null;
  seed: number | null;
}

/** The clusters that were named, else those found last; null where there are none. */
export function clustersOf(file: OpenedFile, named: Clusters | null | undefined): Clusters | null {
  if (named) return named;
  const { clusters } = lastSurvey(file);
  return clusters ? { ...clusters, names: clusters.sizes.map((_, cluster) => String(cluster)) } : null;
}

/** What clusters are called in obs: what is there, or is written beside them, is never replaced. */
export const clustersName = (file: OpenedFile, prefix: string, beside: readonly { name: string }[] = []): string =>
  [...file.reader.columns, ...beside].some(({ name }) => name === "leiden") ? `${prefix}_leiden` : "leiden";
