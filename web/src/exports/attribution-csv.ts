import type { AttributionReport } from "../contract/operations/attribution";
import type { Table } from "./table-csv";

/** Genes in the order of the size of their mean; those that no cell gave are left out. */
export function rankedGenes(group: AttributionReport["groups"][number]): number[] {
  return Array.from(group.mean.keys())
    .filter((gene) => group.meanAbs[gene]! > 0)
    .sort((a, b) => Math.abs(group.mean[b]!) - Math.abs(group.mean[a]!) || a - b);
}

/** Seven digits: what a float32 holds. */
const digits = (value: number) => Number(value.toPrecision(7));

/** attribution.csv: every gene of every group, by rank of the size of its mean. */
export function attributionTable({ groups, symbols, ensemblIds }: AttributionReport): Table {
  return {
    columns: [
      "group",
      "gene",
      "ensembl_id",
      "mean",
      "mean_abs",
      "se",
      "positive_share",
      "rank",
      "negative_share",
      "t",
      "p",
      "q",
      "expressed_share",
      "cells",
    ],
    rows: groups.flatMap((group) =>
      rankedGenes(group).map((gene, i) => [
        group.name,
        symbols[gene]!,
        ensemblIds[gene]!,
        digits(group.mean[gene]!),
        digits(group.meanAbs[gene]!),
        digits(group.se[gene]!),
        digits(group.positiveShare[gene]!),
        i + 1,
        digits(group.negativeShare[gene]!),
        digits(group.t[gene]!),
        digits(group.p[gene]!),
        digits(group.q[gene]!),
        digits(group.expressedShare[gene]!),
        group.cells,
      ]),
    ),
  };
}
