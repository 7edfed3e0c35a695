import type { ClassMetrics, Metrics } from "../../../contract/types";
import { count, share } from "../../../plots/format";
import * as state from "../../store";
import { headPlural } from "../../ui/words";
import { Card, CsvButton } from "../../ui/parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { Term } from "../../ui/tip";

function IntervalBar({ low, high, value }: { low: number; high: number; value: number }) {
  return (
    <span class="interval" aria-hidden="true">
      <i style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
      <b style={{ left: `${value * 100}%` }} />
    </span>
  );
}

function columnsOf(phenotype: string): SortColumn<ClassMetrics>[] {
  const color = (label: string) => state.colorBook(phenotype).color(label, state.isDark.value);
  return [
    {
      key: "label",
      title: "Label",
      by: (row) => row.label,
      cell: (row) => (
        <span title={row.label}>
          <i class="swatch" style={{ background: color(row.label) }} />
          {row.label}
        </span>
      ),
    },
    { key: "support", title: "Cells", by: (row) => row.support, cell: (row) => count(row.support) },
    {
      key: "recall",
      title: <Term word="recall">Right</Term>,
      by: (row) => row.recall.value,
      cell: (row) => (
        <span title={`${share(row.recall.low)} – ${share(row.recall.high)}`}>
          <IntervalBar {...row.recall} />
          {share(row.recall.value, 2)}
        </span>
      ),
    },
    {
      key: "precision",
      title: <Term word="precision">Precision</Term>,
      by: (row) => row.precision,
      cell: (row) => share(row.precision, 2),
    },
    { key: "f1", title: <Term word="macroF1">F1</Term>, by: (row) => row.f1, cell: (row) => share(row.f1, 2) },
  ];
}

/** Class by class: which labels the model gets right. */
export function ClassCard({ metrics }: { metrics: Metrics }) {
  const rows = metrics.perClass.filter((row) => row.support > 0);
  const table = () => ({
    columns: ["label", "cells", "right", "right_low", "right_high", "precision", "f1"],
    rows: rows.map((row) => [row.label, row.support, row.recall.value, row.recall.low, row.recall.high, row.precision, row.f1]),
  });
  return (
    <Card
      title="Label by label"
      lead={`The ${rows.length} ${headPlural(metrics.phenotype)} of the file that the model knows.`}
      actions={<CsvButton table={table} name={`per-class-${metrics.phenotype}-${metrics.model}`} />}
    >
      <SortableTable
        caption="Label by label"
        columns={columnsOf(metrics.phenotype)}
        rows={rows}
        keyOf={(row) => row.label}
        first="support"
      />
    </Card>
  );
}
