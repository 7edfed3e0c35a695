import type { DeletionReport } from "../contract/operations/deletion";
import type { Table } from "./table-csv";

const digits = (value: number) => Number(value.toPrecision(7));

/**
 * selection-pruning.csv: the change in the probability when genes are deleted from the model's input, order by order;
 * area and lead over random orders are the order's.
 */
export function deletionTable({ model, cells, curves }: DeletionReport): Table {
  return {
    columns: [
      "model",
      "order",
      "share_of_genes",
      "gap",
      "gap_low",
      "gap_high",
      "same_class",
      "area",
      "area_low",
      "area_high",
      "above_chance",
      "above_chance_low",
      "above_chance_high",
      "cells",
    ],
    rows: curves.flatMap(({ name, points, area, lead }) =>
      points.map(({ share, gap, kept }) => [
        model,
        name,
        share,
        ...[gap.value, gap.low, gap.high, kept, area.value, area.low, area.high, lead.value, lead.low, lead.high].map(digits),
        cells,
      ]),
    ),
  };
}
