import type { ClassMetrics, Metrics } from "../../../contract/types";
import { count, score } from "../../../plots/format";
import * as state from "../../store";
import { headPlural } from "../../ui/words";
import { ClassName } from "../../ui/class-name";
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
      title: "Class",
      by: (row) => row.label,
      cell: (row) => (
        <span>
          <i class="swatch" style={{ background: color(row.label) }} />
          <ClassName phenotype={phenotype} label={row.label} />
        </span>
      ),
    },
    { key: "support", title: "Cells", by: (row) => row.support, cell: (row) => count(row.support) },
    {
      key: "recall",
      title: <Term word="recall">Recall</Term>,
      by: (row) => row.recall.value,
      cell: (row) => (
        <span title={`${score(row.recall.low)} – ${score(row.recall.high)}`}>
          <IntervalBar {...row.recall} />
          {score(row.recall.value)}
        </span>
      ),
    },
    {
      key: "precision",
      title: <Term word="precision">Precision</Term>,
      by: (row) => row.precision,
      cell: (row) => score(row.precision),
    },
    { key: "f1", title: <Term word="macroF1">F1</Term>, by: (row) => row.f1, cell: (row) => score(row.f1) },
  ];
}

/** Recall, precision and F1 of each class. */
export function ClassCard({ metrics }: { metrics: Metrics }) {
  const rows = metrics.perClass.filter((row) => row.support > 0);
  const table = () => ({
    columns: ["label", "cells", "right", "right_low", "right_high", "precision", "f1"],
    rows: rows.map((row) => [row.label, row.support, row.recall.value, row.recall.low, row.recall.high, row.precision, row.f1]),
  });
  return (
    <Card
      title="Accuracy per class"
      lead={`The ${rows.length} ${headPlural(metrics.phenotype)} of the file that the model can predict.`}
      actions={<CsvButton table={table} name={`per-class-${metrics.phenotype}-${metrics.model}`} />}
    >
      <SortableTable
        caption="Accuracy per class"
        columns={columnsOf(metrics.phenotype)}
        rows={rows}
        keyOf={(row) => row.label}
        first="support"
      />
    </Card>
  );
}
