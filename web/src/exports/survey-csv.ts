import type { ClusterAgreement, ComponentsReport, GeneGroups, GeneViolin, MarkerRow, VariableGenes } from "../contract/survey";
import type { Table } from "./table-csv";

/** Every gene, the chosen ones first in their order. */
export function variableTable({ symbols, ensemblIds, mean, spread, score, chosen }: VariableGenes): Table {
  const rank = new Map([...chosen].map((gene, i) => [gene, i + 1]));
  const rows = [...symbols.keys()].sort((a, b) => (rank.get(a) ?? Infinity) - (rank.get(b) ?? Infinity) || a - b);
  return {
    columns: ["gene", "ensembl_id", "rank", "mean", "spread", "score"],
    rows: rows.map((gene) => [symbols[gene], ensemblIds[gene], rank.get(gene) ?? "", mean[gene], spread[gene], score[gene]]),
  };
}

/** Loadings: a row a gene, a column a component. */
export function componentsTable({ symbols, components, loadings }: ComponentsReport): Table {
  return {
    columns: ["gene", ...Array.from({ length: components }, (_, i) => `pc${i + 1}`)],
    rows: symbols.map((symbol, g) => [symbol, ...Array.from({ length: components }, (_, c) => loadings[c * symbols.length + g]!)]),
  };
}

export function agreementTable({ labels, clusters, table, column }: ClusterAgreement): Table {
  return {
    columns: [column, ...Array.from({ length: clusters }, (_, i) => `cluster_${i}`)],
    rows: labels.map((label, i) => [label, ...table.subarray(i * clusters, (i + 1) * clusters)]),
  };
}

export function geneGroupsTable({ genes, groups, mean, fraction }: GeneGroups): Table {
  return {
    columns: ["gene", "group", "cells", "mean", "fraction"],
    rows: genes.flatMap(({ symbol }, g) =>
      groups.map(({ name, cells }, j) => [symbol, name, cells, mean[g * groups.length + j], fraction[g * groups.length + j]]),
    ),
  };
}

export function violinTable({ groups }: GeneViolin): Table {
  return {
    columns: ["group", "cells", "expressing", "mean", "min", "q1", "median", "q3", "max"],
    rows: groups.map((one) => [one.name, one.cells, one.expressing, one.mean, one.min, one.q1, one.median, one.q3, one.max]),
  };
}

/**
 * The columns of markers.csv, and one row of it: tests over donors, empty where there are none, then those over cells,
 * whose p and q describe these cells, not patients,
 * and those of count splitting, empty where it was not asked for or no cluster of the half stands for the group.
 */
export const MARKER_COLUMNS = [
  "group",
  "gene",
  "ensembl_id",
  "mean",
  "mean_rest",
  "fraction",
  "fraction_rest",
  "log2_fold_change",
  "auc",
  "donor_log2_fold_change",
  "donor_t",
  "donor_p",
  "donor_q",
  "cells_t",
  "cells_t_p",
  "cells_t_q",
  "cells_z",
  "cells_z_p",
  "cells_z_q",
  "split_p",
  "split_q",
];
export const markerCells = (group: string, row: MarkerRow) => [
  group,
  row.symbol,
  row.ensemblId,
  row.mean,
  row.meanRest,
  row.fraction,
  row.fractionRest,
  row.logFoldChange,
  row.auc,
  row.donorLogFoldChange,
  row.donorT,
  row.donorP,
  row.donorQ,
  row.t,
  row.tP,
  row.tQ,
  row.z,
  row.zP,
  row.zQ,
  row.splitP,
  row.splitQ,
];
