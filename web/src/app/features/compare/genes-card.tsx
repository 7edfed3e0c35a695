import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { ExpressionReport, ExpressionTable } from "../../../contract/compare";
import { expressionTable } from "../../../exports/compare-csv";
import { count, many, value } from "../../../plots/format";
import { Figure } from "../../ui/figure";
import { Card, CsvButton } from "../../ui/parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { Term } from "../../ui/tip";
import { baseName } from "../export/base-name";
import { smallFirst } from "./composition-cards";
import * as compare from "./state";
import { SearchField } from "../../ui/search-field";

/** Genes with a false discovery rate below this are called significant. */
export const FDR = 0.05;
/** Rows of the table of genes; the others are found by the search, and are in the file. */
const ROWS = 100;

const fall = (one: number) => (Number.isNaN(one) ? -Infinity : one);

function columnsOf(table: ExpressionTable): SortColumn<number>[] {
  const { logFoldChange, low, high, average, t, p, q, cells } = table;
  return [
    {
      key: "gene",
      title: "Gene",
      by: (i) => compare.nameAt(table, i),
      cell: (i) => (
        <i class="gene" title={table.ensemblIds[i]}>
          {compare.nameAt(table, i)}
        </i>
      ),
    },
    {
      key: "lfc",
      title: <Term word="voomFoldChange">log₂ FC</Term>,
      by: (i) => Math.abs(logFoldChange[i]!),
      cell: (i) => (
        <span title={Number.isNaN(low[i]!) ? "" : `95% interval ${value(low[i]!)} to ${value(high[i]!)}`}>{value(logFoldChange[i]!)}</span>
      ),
    },
    { key: "mean", title: <Term word="meanLogCpm">Mean</Term>, by: (i) => average[i]!, cell: (i) => value(average[i]!) },
    { key: "t", title: <Term word="voomT">t</Term>, by: (i) => fall(Math.abs(t[i]!)), cell: (i) => value(t[i]!) },
    { key: "p", title: "p", by: (i) => smallFirst(p[i]!), cell: (i) => value(p[i]!) },
    { key: "q", title: <Term word="adjustedP">FDR</Term>, by: (i) => smallFirst(q[i]!), cell: (i) => value(q[i]!) },
    ...(cells
      ? [
          {
            key: "cellsQ",
            title: <Term word="cellsFdr">FDR, cells as units</Term>,
            by: (i: number) => smallFirst(cells.q[i]!),
            cell: (i: number) => <span class="wrong">{value(cells.q[i]!)}</span>,
          },
        ]
      : []),
  ];
}

function Genes({ table }: { table: ExpressionTable }) {
  const search = useSignal("");
  const words = search.value.trim().toLowerCase();
  const order = useMemo(() => compare.byEvidence(table), [table]);
  const rows = words
    ? order.filter((i) => table.symbols[i]!.toLowerCase().includes(words) || table.ensemblIds[i]!.toLowerCase().startsWith(words))
    : order;
  const columns = useMemo(() => columnsOf(table), [table]);
  return (
    <Card
      title={many(table.gene.length, "gene")}
      lead="Genes with enough counts in enough donors (edgeR's filterByExpr). Choose one to see it in every donor."
      actions={<CsvButton table={() => expressionTable([table])} name={`${baseName()}-expression`} />}
    >
      <SearchField label="Search genes" placeholder="Search genes" search={search} />
      <SortableTable
        caption={`Genes in ${table.type}`}
        columns={columns}
        rows={rows}
        keyOf={(i) => i}
        most={ROWS}
        onRow={(i) => compare.ask({ counted: compare.nameAt(table, i) })}
        rowLabel={(i) => `Show ${compare.nameAt(table, i)} in every donor`}
        rowClass={(i) => (compare.nameAt(table, i) === compare.gene.value ? "on" : "")}
      />
      {rows.length === 0 && <p class="after">No gene tested here has these letters in its name.</p>}
      {rows.length > ROWS && (
        <p class="after">
          The first {ROWS} of {count(rows.length)} as they are sorted.
        </p>
      )}
    </Card>
  );
}

/** Genes of the type shown: plots and table. */
export function GenesCards({ report, table }: { report: ExpressionReport; table: ExpressionTable }) {
  const { sides } = report.design;
  const gene = compare.gene.value;
  const isTested = table.p.some((p) => !Number.isNaN(p));
  const data = useMemo(
    () => ({ table, sides: [sides[0].label, sides[1].label] as const, gene, fdr: FDR }),
    [table, sides[0].label, sides[1].label, gene],
  );
  const csv = () => expressionTable([table]);
  const name = `${baseName()}-${table.type.replaceAll(/[^\w-]+/g, "-")}`;
  return (
    <>
      {isTested && (
        <Figure
          title={<Term word="volcano">Volcano plot</Term>}
          lead={`${table.type}, donors as units.`}
          name={`${name}-volcano`}
          data={data}
          hasPoints
          draw={(plots, ...rest) => plots.volcano(...rest)}
          table={csv}
        />
      )}
      <Figure
        title={<Term word="meanDifference">MA plot</Term>}
        lead={isTested ? "Change against mean expression." : `${table.type}: change against mean expression, not tested.`}
        name={`${name}-ma`}
        data={data}
        hasPoints
        draw={(plots, ...rest) => plots.meanDifference(...rest)}
        table={csv}
      />
      <Genes key={table.type} table={table} />
    </>
  );
}
