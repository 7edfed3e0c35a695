import { useMemo } from "preact/hooks";
import type { CompositionReport, CompositionRow } from "../../../contract/compare";
import { compositionTable, sharesTable } from "../../../exports/compare-csv";
import { shortClass } from "../../../plots/class-names";
import { percent, value } from "../../../plots/format";
import { sharesView } from "../../../plots/step-figures";
import { Figure } from "../../ui/figure";
import { Card, CsvButton } from "../../ui/parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { Term } from "../../ui/tip";
import { baseName } from "../export/base-name";

/** Sorted with the smallest p first; what was not tested last. */
export const smallFirst = (p: number) => (Number.isNaN(p) ? -2 : -p);

/** A condition at the head of a column. */
export const LevelTitle = ({ label }: { label: string }) => (
  <span class="level" title={label}>
    {label}
  </span>
);

export const interval = (low: number, high: number) =>
  Number.isNaN(low) ? null : (
    <small class="beneath">
      {value(low)} to {value(high)}
    </small>
  );

function columnsOf({ design }: CompositionReport): SortColumn<CompositionRow>[] {
  return [
    { key: "type", title: "Type", by: ({ type }) => type, cell: ({ type }) => <span title={type}>{shortClass(type)}</span> },
    ...design.sides.map(({ label }, side) => ({
      key: `mean${side}`,
      title: <LevelTitle label={label} />,
      by: (row: CompositionRow) => row.mean[side]!,
      cell: (row: CompositionRow) => percent(row.mean[side]!),
    })),
    {
      key: "ratio",
      title: <Term word="shareRatio">log₂ ratio</Term>,
      by: (row) => (Number.isNaN(row.logRatio) ? -Infinity : row.logRatio),
      cell: (row) => value(row.logRatio),
    },
    {
      key: "effect",
      title: <Term word="shareEffect">Effect</Term>,
      by: (row) => (Number.isNaN(row.estimate) ? -Infinity : row.estimate),
      cell: (row) => (
        <>
          {value(row.estimate)}
          {interval(row.low, row.high)}
        </>
      ),
    },
    { key: "p", title: <Term word="propellerP">p</Term>, by: (row) => smallFirst(row.p), cell: (row) => value(row.p) },
    { key: "q", title: <Term word="adjustedP">FDR</Term>, by: (row) => smallFirst(row.q), cell: (row) => value(row.q) },
  ];
}

/** Shares of types per donor, and their tests. */
export function CompositionCards({ report }: { report: CompositionReport }) {
  const { design, rows } = report;
  const data = useMemo(() => sharesView(report), [report]);
  const note = report.notes.findLast((one) => one.startsWith("Shares of a donor"));
  return (
    <>
      <Figure
        title="Shares per donor"
        lead={
          design.donors === null || design.kind === "unknown"
            ? "All cells of a condition as one point, as donors are not known."
            : `A point is a donor${design.both > 0 ? "; a line joins its two conditions" : ""}. Ticks: means over donors.`
        }
        name={`${baseName()}-shares`}
        data={data}
        draw={(plots, ...rest) => plots.donorPoints(...rest)}
        table={() => sharesTable(report)}
      />
      <Card
        title="Types"
        lead={
          Number.isNaN(report.df)
            ? "Mean shares over donors; not tested."
            : "Mean shares over donors; effect and p by propeller's moderated t on their " +
              `${report.transform === "logit" ? "logit" : "arcsine"}.`
        }
        actions={<CsvButton table={() => compositionTable(report)} name={`${baseName()}-composition`} />}
      >
        <SortableTable caption="Composition" columns={columnsOf(report)} rows={rows} keyOf={({ type }) => type} first="p" />
        {note && <p class="after">{note}</p>}
      </Card>
    </>
  );
}
