import { matchedRanks } from "../contract/matched-genes";
import { MARKER_OF, type AttributionGroup, type AttributionReport } from "../contract/operations/attribution";
import type { Table } from "./table-csv";

/** Genes in the order of the size of their mean; those that no cell gave are left out. */
export function rankedGenes(group: AttributionReport["groups"][number]): number[] {
  return Array.from(group.mean.keys())
    .filter((gene) => group.meanAbs[gene]! > 0)
    .sort((a, b) => Math.abs(group.mean[b]!) - Math.abs(group.mean[a]!) || a - b);
}

/** The types that a gene is a known marker of: of the class explained and of that it is compared with, apart by |. */
export function markerOf({ knownMarker, markersOf }: Pick<AttributionGroup, "knownMarker" | "markersOf">, gene: number): string {
  const bits = [MARKER_OF.class, MARKER_OF.against];
  return markersOf.filter((name, i) => name && knownMarker[gene]! & bits[i]!).join(" | ");
}

/** Seven digits: what a float32 holds. */
const digits = (value: number) => Number(value.toPrecision(7));

/**
 * attribution.csv: every gene of every group, by rank of the size of its mean; `matched_rank` is that among the
 * `matched_genes` expressed in like shares of the cells, `cells` are those of files that measure the gene,
 * `log2_fold_change` is over all cells of the group against all others.
 */
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
      "nonzero_t",
      "nonzero_p",
      "nonzero_q",
      "expressed_share",
      "cells",
      "matched_rank",
      "matched_genes",
      "weight",
      "log2_fold_change",
      "marker_of",
    ],
    rows: groups.flatMap((group) => {
      const matched = matchedRanks(group.mean, group.meanAbs, group.expressedShare);
      return rankedGenes(group).map((gene, i) => [
        group.name,
        symbols[gene]!,
        ensemblIds[gene]!,
        digits(group.mean[gene]!),
        digits(group.meanAbs[gene]!),
        digits(group.se[gene]!),
        digits(group.positiveShare[gene]!),
        i + 1,
        digits(group.negativeShare[gene]!),
        digits(group.nonzeroT[gene]!),
        digits(group.nonzeroP[gene]!),
        digits(group.nonzeroQ[gene]!),
        digits(group.expressedShare[gene]!),
        group.measured[gene]!,
        matched.rank[gene]! || NaN,
        matched.of[gene]! || NaN,
        group.weight ? digits(group.weight[gene]!) : NaN,
        digits(group.logFoldChange[gene]!),
        markerOf(group, gene),
      ]);
    }),
  };
}
