import type { SampleQuality } from "../contract/survey";
import type { Table } from "./table-csv";

/** A row a sample: cells, those within its limits, and of each metric the median, the limits and the cells beyond them. */
export function sampleQualityTable({ column, samples }: SampleQuality): Table {
  const metrics = samples[0]?.metrics.map(({ metric }) => metric) ?? [];
  return {
    columns: [
      column,
      "cells",
      "within_limits",
      ...metrics.flatMap((metric) => ["median", "low", "high", "below", "above"].map((what) => `${metric}_${what}`)),
    ],
    rows: samples.map(({ name, cells, kept, metrics: of }) => [
      name,
      cells,
      kept,
      ...of.flatMap(({ median, automatic, below, above }) => [median, automatic.low ?? "", automatic.high ?? "", below, above]),
    ]),
  };
}
