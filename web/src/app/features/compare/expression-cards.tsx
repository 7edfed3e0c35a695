import { useMemo } from "preact/hooks";
import type { ExpressionReport, ExpressionTable, ExpressionType } from "../../../contract/compare";
import { expressionTypesTable } from "../../../exports/compare-csv";
import { shortClass } from "../../../plots/class-names";
import { count, duration, many } from "../../../plots/format";
import * as state from "../../store";
import { Figure } from "../../ui/figure";
import { Card, CsvButton } from "../../ui/parts";
import { Failure, TaskButton } from "../../ui/run-parts";
import { SortableTable } from "../../ui/sortable";
import { baseName } from "../export/base-name";
import { CellsCard } from "./cells-card";
import { LevelTitle } from "./composition-cards";
import { GeneCard } from "./gene-card";
import { GenesCards } from "./genes-card";
import { expressing, readingGenes } from "./run";
import { SetsCard } from "./sets-card";
import * as compare from "./state";

/** Donors with enough cells of a type. */
const how = ({ donors, how: way }: ExpressionType) => (way === "paired" ? `${donors[0]} pairs` : `${donors[0]} with ${donors[1]}`);

function TypesCard({ report }: { report: ExpressionReport }) {
  const [first, second] = report.design.sides;
  return (
    <Card
      title="Genes that differ in each type"
      lead={
        `Counts summed over a donor's cells of a type; limma-voom, genes at an FDR of 5%. ${duration(report.seconds)}. ` +
        `Choose a type to see its genes.`
      }
      actions={<CsvButton table={() => expressionTypesTable(report)} name={`${baseName()}-expression-types`} />}
    >
      <SortableTable
        caption="Genes that differ in each type"
        rows={report.types}
        keyOf={({ type }) => type}
        onRow={({ type }) => compare.ask({ within: type })}
        rowLabel={({ type }) => `Show the genes of ${type}`}
        rowClass={({ type }) => (type === compare.within.value?.type ? "on" : "")}
        columns={[
          {
            key: "type",
            title: "Type",
            by: ({ type }) => type,
            cell: (one) => (
              <span title={one.whyNot ? `${one.type}: ${one.whyNot}` : one.type}>
                {shortClass(one.type)}
                {!one.isTested && <small> not tested</small>}
              </span>
            ),
          },
          {
            key: "donors",
            title: "Donors",
            by: ({ donors }) => donors[0] + donors[1],
            cell: how,
          },
          { key: "genes", title: "Genes", by: ({ genes }) => genes, cell: ({ genes }) => count(genes) },
          {
            key: "up",
            title: <LevelTitle label={`↑ ${first.label}`} />,
            by: ({ isTested, up }) => (isTested ? up : -1),
            cell: ({ isTested, up }) => (isTested ? count(up) : "–"),
          },
          {
            key: "down",
            title: <LevelTitle label={`↑ ${second.label}`} />,
            by: ({ isTested, significant, up }) => (isTested ? significant - up : -1),
            cell: ({ isTested, significant, up }) => (isTested ? count(significant - up) : "–"),
          },
        ]}
      />
    </Card>
  );
}

/** How well voom's trend fits: folded. */
function TrendCard({ table }: { table: ExpressionTable }) {
  const data = useMemo(() => ({ type: table.type, trend: table.trend }), [table]);
  const { trend } = table;
  if (!trend) return null;
  return (
    <details class="folded">
      <summary>Quality of the fit</summary>
      <Figure
        title="Mean-variance trend"
        lead="voom's weights are read from the line: genes should lie about it along its whole length."
        name={`${baseName()}-voom-trend`}
        data={data}
        draw={(plots, ...rest) => plots.voomTrend(...rest)}
        table={() => ({
          columns: ["symbol", "mean_log2_count", "root_deviation", "fitted"],
          rows: Array.from(trend.count, (x, i) => [compare.nameAt(table, i), x, trend.deviation[i]!, trend.fitted[i]!]),
        })}
      />
    </details>
  );
}

function Within({ report, shown }: { report: ExpressionReport; shown: ExpressionType }) {
  const table = compare.table.value;
  return (
    <>
      <label class="field within">
        <span>Genes of</span>
        <select value={shown.type} onChange={(event) => compare.ask({ within: event.currentTarget.value })}>
          {report.types.map(({ type, isTested, significant }) => (
            <option key={type} value={type}>
              {type} ({isTested ? many(significant, "gene") : "not tested"})
            </option>
          ))}
        </select>
      </label>
      {!shown.isTested && <p class="lead">{shown.whyNot}: changes are described, and no p value is given.</p>}
      <Failure error={readingGenes.failure.value} />
      {table && <GenesCards report={report} table={table} />}
      <GeneCard design={report.design} found={compare.dots.value} />
      {shown.isTested && table && <SetsCard type={shown.type} />}
      {shown.isTested && <CellsCard within={shown} />}
      {table && <TrendCard table={table} />}
    </>
  );
}

/** Genes that differ between the conditions, type by type. */
export function ExpressionCards() {
  const report = compare.expression.value;
  const shown = compare.within.value;
  const isReady = compare.question.value !== null && state.survey.value !== null && !state.isRunning.value;
  if (!report || !shown)
    return (
      <>
        <p class="lead">
          Sums the counts of each donor's cells, type by type, in one pass over the file, and tests every gene with donors as the units.
        </p>
        <div class="controls">
          <TaskButton task={expressing} title="Compare expression" disabled={!isReady} onStart={() => void expressing.start()} />
        </div>
        {expressing.isBusy.value && (
          <p class="lead" role="status">
            Summing counts by donor and type…
          </p>
        )}
        {!isReady && state.isRunning.value && <p class="lead">Can begin once the analysis has ended.</p>}
        <Failure error={expressing.failure.value} />
      </>
    );
  return (
    <>
      <TypesCard report={report} />
      <Within report={report} shown={shown} />
    </>
  );
}
