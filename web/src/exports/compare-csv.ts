import type {
  CellsReport,
  CompareDesign,
  CompositionReport,
  ExpressionReport,
  ExpressionTable,
  GeneByDonor,
  MovedReport,
  PhenotypeReport,
  SetsReport,
} from "../contract/compare";
import type { Table } from "./table-csv";

/** The condition of a sample by its name. */
const conditionOf = ({ sides }: CompareDesign, side: 0 | 1) => sides[side].label;

/** design.csv: cells per donor, condition and type. */
export function designTable(design: CompareDesign): Table {
  const { samples, types, cells } = design;
  return {
    columns: ["donor", "condition", "cells", ...types.map(({ type }) => type)],
    rows: samples.map(({ donor, side, cells: all }, i) => [
      donor,
      conditionOf(design, side),
      all,
      ...cells.subarray(i * types.length, (i + 1) * types.length),
    ]),
  };
}

/** composition.csv: a row per type with its test. */
export function compositionTable({ design, rows, df }: CompositionReport): Table {
  const [first, second] = design.sides;
  return {
    columns: [
      "type",
      `mean_share ${first.label}`,
      `mean_share ${second.label}`,
      "log2_ratio",
      "estimate",
      "low",
      "high",
      "t",
      "df",
      "p",
      "q",
    ],
    rows: rows.map((one) => [one.type, ...one.mean, one.logRatio, one.estimate, one.low, one.high, one.t, df, one.p, one.q]),
  };
}

/** shares.csv: the share of every type in every sample, a point each. */
export function sharesTable({ design, shares }: CompositionReport): Table {
  const { samples, types, cells } = design;
  return {
    columns: ["donor", "condition", "type", "cells", "share"],
    rows: samples.flatMap(({ donor, side }, i) =>
      types.map(({ type }, t) => [donor, conditionOf(design, side), type, cells[i * types.length + t]!, shares[i * types.length + t]!]),
    ),
  };
}

const EXPRESSION = ["type", "symbol", "ensembl_id", "log2_fold_change", "low", "high", "mean_log2_cpm", "t", "p", "q"];

/** expression.csv: a row per type and gene; with cells as units beside it where that was computed. */
export function expressionTable(tables: readonly ExpressionTable[]): Table {
  const hasCells = tables.some(({ cells }) => cells !== null);
  return {
    columns: hasCells ? [...EXPRESSION, "cells_log2_fold_change", "cells_p", "cells_q"] : EXPRESSION,
    rows: tables.flatMap((one) =>
      Array.from(one.gene, (_, i) => [
        one.type,
        one.symbols[i]!,
        one.ensemblIds[i]!,
        one.logFoldChange[i]!,
        one.low[i]!,
        one.high[i]!,
        one.average[i]!,
        one.t[i]!,
        one.p[i]!,
        one.q[i]!,
        ...(hasCells ? [one.cells?.logFoldChange[i] ?? NaN, one.cells?.p[i] ?? NaN, one.cells?.q[i] ?? NaN] : []),
      ]),
    ),
  };
}

/** expression_types.csv: a row per type with what was tested and found. */
export function expressionTypesTable({ types }: ExpressionReport): Table {
  return {
    columns: [
      "type",
      "tested",
      "why_not",
      "donors",
      "donors_other",
      "cells",
      "cells_other",
      "genes",
      "significant",
      "up",
      "df",
      "df_prior",
    ],
    rows: types.map((one) => [
      one.type,
      one.how,
      one.whyNot ?? "",
      ...one.donors,
      ...one.cells,
      one.genes,
      one.significant,
      one.up,
      one.df,
      // Where genes differ no more than chance makes them, it is infinite.
      one.dfPrior === Infinity ? "Inf" : one.dfPrior,
    ]),
  };
}

/** gene.csv: one gene in every donor, condition and type. */
export function geneTable(design: CompareDesign, { symbol, dots }: GeneByDonor): Table {
  return {
    columns: ["gene", "type", "donor", "condition", "cells", "count", "total", "log2_cpm"],
    rows: dots.map((one) => [symbol, one.type, one.donor, conditionOf(design, one.side), one.cells, one.count, one.total, one.logCpm]),
  };
}

/** cells_as_units.csv: a row per type and split of the donors of one condition: genes found where none differ. */
export function cellsTable({ types }: CellsReport): Table {
  return {
    columns: ["type", "compared", "donors", "genes_by_cells", "genes_by_donors"],
    rows: types.flatMap((one) => [
      [one.type, "conditions", "", one.byCells, one.byDonors],
      ...one.splitByCells.map((found, i) => [one.type, `halves of ${one.split}`, one.donors, found, one.splitByDonors[i]!]),
    ]),
  };
}

/** sets.csv: a row per type and set. */
export function setsTable(reports: readonly SetsReport[]): Table {
  return {
    columns: ["type", "set", "listed", "genes", "direction", "difference", "correlation", "p", "q", "leading"],
    rows: reports.flatMap(({ type, found }) =>
      found.map((one) => [
        type,
        one.name,
        one.listed,
        one.size,
        one.direction,
        one.difference,
        one.correlation,
        one.p,
        one.q,
        one.genes.join(" "),
      ]),
    ),
  };
}

/** phenotype.csv: what a model says of each type in either condition. */
export function phenotypeTable({ design, model, phenotype, rows }: PhenotypeReport): Table {
  const [first, second] = design.sides;
  return {
    columns: [
      "model",
      "head",
      "measure",
      "type",
      "tested",
      `donors ${first.label}`,
      `donors ${second.label}`,
      `mean ${first.label}`,
      `mean ${second.label}`,
      "difference",
      "low",
      "high",
      "t",
      "df",
      "p",
      "q",
    ],
    rows: rows.map((one) => [
      model,
      phenotype,
      one.measure,
      one.type,
      one.how,
      ...one.donors,
      ...one.mean,
      one.difference,
      one.low,
      one.high,
      one.t,
      one.df,
      one.p,
      one.q,
    ]),
  };
}

/** moved.csv: how far each type's cells lie apart between the conditions. */
export function movedTable({ rows }: MovedReport): Table {
  return {
    columns: [
      "type",
      "cells",
      "cells_other",
      "donors",
      "donors_other",
      "energy_distance",
      "expected",
      "p",
      "q",
      "least_p",
      "exchanges",
      "exact",
      "why_not",
    ],
    rows: rows.map((one) => [
      one.type,
      ...one.cells,
      ...one.donors,
      one.distance,
      one.expected,
      one.p,
      one.q,
      one.leastP,
      one.permutations,
      String(one.isExact),
      one.whyNot ?? "",
    ]),
  };
}
