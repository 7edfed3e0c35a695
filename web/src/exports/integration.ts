import type { IntegrationReport } from "../contract/integrate";
import type { Table } from "./table-csv";

/** A row a metric, before and after; then a row a batch: the share of its cells' neighbours of their own type, and what chance gives. */
export function integrationTable({ before, after }: IntegrationReport): Table {
  const { ownLabel: was, ...metrics } = before;
  const rows = Object.keys(metrics).map((key) => {
    const name = key as keyof typeof metrics;
    return [NAMES[name], "", metrics[name] ?? "", after[name] ?? "", ""];
  });
  const own = (after.ownLabel ?? []).map(({ batch, share, expected }, i) => ["own_type_share", batch, was![i]!.share, share, expected]);
  return { columns: ["metric", "batch", "before", "after", "expected_by_chance"], rows: [...rows, ...own] };
}

const NAMES: Record<Exclude<keyof IntegrationReport["before"], "ownLabel">, string> = {
  batchLisi: "ilisi",
  kbet: "kbet_acceptance",
  labelLisi: "clisi",
  labelSilhouette: "silhouette_label",
  batchSilhouette: "silhouette_batch",
  ari: "ari",
  nmi: "nmi",
};
