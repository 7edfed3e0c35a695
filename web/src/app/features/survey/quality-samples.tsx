import { useMemo } from "preact/hooks";
import { QUALITY_METRICS, type QualityMetric, type SampleQuality } from "../../../contract/survey";
import { sampleQualityTable } from "../../../exports/sample-quality";
import { count, percent, value } from "../../../plots/format";
import { slotsOf } from "../map/state";
import { baseName } from "../export/base-name";
import { Card, CsvButton } from "../../ui/parts";
import { Figure } from "../../ui/figure";
import { SortableTable } from "../../ui/sortable";

const LABELS: Record<QualityMetric, string> = {
  totals: "counts per cell",
  detected: "genes per cell",
  mitochondrial: "mitochondrial fraction",
  ribosomal: "ribosomal fraction",
  top50: "fraction in the top 50 genes",
};

type Row = SampleQuality["samples"][number];
const metricOf = (row: Row, metric: QualityMetric) => row.metrics.find((one) => one.metric === metric)!;

/** Every sample's quality by its own limits: a table, and each metric in all samples on one scale. */
export function SamplesQuality({ found }: { found: SampleQuality }) {
  const { column, samples, without } = found;
  const shown = QUALITY_METRICS.filter((metric) => samples.some((row) => !Number.isNaN(metricOf(row, metric).median)));
  return (
    <>
      <Card
        title={`Quality by ${column}`}
        lead={
          `Each ${column} has limits of its own.` + (without > 0 ? ` ${count(without)} cells have none and go by those of all cells.` : "")
        }
        actions={<CsvButton table={() => sampleQualityTable(found)} name={`${baseName()}-quality-samples`} />}
      >
        <SortableTable
          caption={`Quality of each ${column}`}
          rows={samples}
          keyOf={({ name }) => name}
          columns={[
            { key: "name", title: column, by: ({ name }) => name, cell: ({ name }) => name },
            { key: "cells", title: "Cells", by: ({ cells }) => cells, cell: ({ cells }) => count(cells) },
            {
              key: "out",
              title: "Outside",
              by: ({ cells, kept }) => (cells - kept) / Math.max(1, cells),
              cell: ({ cells, kept }) => percent((cells - kept) / Math.max(1, cells)),
            },
            ...(["totals", "detected"] as const).map((metric) => ({
              key: metric,
              title: metric === "totals" ? "Counts" : "Genes",
              by: (row: Row) => metricOf(row, metric).median,
              cell: (row: Row) => value(metricOf(row, metric).median),
            })),
            ...(shown.includes("mitochondrial")
              ? [
                  {
                    key: "mitochondrial",
                    title: "Mito.",
                    by: (row: Row) => metricOf(row, "mitochondrial").median,
                    cell: (row: Row) => percent(metricOf(row, "mitochondrial").median),
                  },
                ]
              : []),
          ]}
        />
      </Card>
      {shown.map((metric) => (
        <Multiples key={metric} found={found} metric={metric} />
      ))}
    </>
  );
}

function Multiples({ found, metric }: { found: SampleQuality; metric: QualityMetric }) {
  const label = LABELS[metric];
  const slots = slotsOf(found.column);
  const data = useMemo(
    () => ({
      label,
      isLog: metric === "totals" || metric === "detected",
      isShare: metric !== "totals" && metric !== "detected",
      edges: found.edges[metric] ?? [],
      samples: found.samples.map((row, i) => {
        const { counts, median, automatic } = metricOf(row, metric);
        return { name: row.name, cells: row.cells, counts, median, ...automatic, slot: slots?.get(row.name) ?? i };
      }),
    }),
    [found, metric, slots?.size],
  );
  return (
    <Figure
      title={`${label[0]!.toUpperCase()}${label.slice(1)} by ${found.column}`}
      name={`${metric}-samples`}
      data={data}
      draw={(plots, ...rest) => plots.sampleQuality(...rest)}
      table={() => sampleQualityTable(found)}
    />
  );
}
