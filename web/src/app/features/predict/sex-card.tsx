import { SEX_WORDS, isTold, perMillion, type SexReport, type SexUnit } from "../../../contract/sex";
import { sexTable } from "../../../exports/sex-csv";
import { count, many } from "../../../plots/format";
import { Card, CsvButton } from "../../ui/parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { sexReport } from "./sex-state";

const COLUMNS: SortColumn<SexUnit>[] = [
  { key: "name", title: "Donor", by: ({ name }) => name, cell: ({ name }) => name },
  {
    key: "sex",
    title: "Sex",
    by: ({ verdict }) => SEX_WORDS[verdict],
    cell: ({ verdict, says }) => {
      const [word, why] = SEX_WORDS[verdict].split(": ");
      return (
        <span title={says}>
          {word}
          {why && (
            <>
              <br />
              <small>{why}</small>
            </>
          )}
        </span>
      );
    },
  },
  { key: "cells", title: "Cells", by: ({ cells }) => cells, cell: ({ cells }) => count(cells) },
  { key: "x", title: "XIST", by: ({ x }) => x, cell: ({ x, total }) => <span title={perMillion(x, total)}>{count(x)}</span> },
  { key: "y", title: "Y genes", by: ({ y }) => y, cell: ({ y, total }) => <span title={perMillion(y, total)}>{count(y)}</span> },
];

/** What all donors come to, in a sentence. */
function summaryOf({ donors, units }: SexReport): string {
  const [only] = units;
  if (!only) return "No cell has a donor.";
  if (donors === null) return only.says;
  if (units.length === 1) return `${only.name}: ${only.says}`;
  const females = units.filter(({ verdict }) => verdict === "female").length;
  const males = units.filter(({ verdict }) => verdict === "male").length;
  const others = units.length - females - males;
  const same = new Set(units.map(({ says }) => says));
  if (same.size === 1 && !isTold(only.verdict)) return only.says;
  return `Of ${many(units.length, "donor")} (${donors}), ${count(females)} female, ${count(males)} male, ${count(others)} undetermined.`;
}

/** Sex by XIST and genes of the Y chromosome, per donor. */
export function SexCard() {
  const report = sexReport.value;
  if (!report) return null;
  const { genes, units, areCounts, cells, donors } = report;
  const isMeasured = genes.x.length > 0 && genes.y.length > 0;
  return (
    <Card
      title="Sex, by counted genes"
      lead={
        "No model: counts of XIST, on in cells with two X chromosomes, against genes of the Y chromosome" +
        (genes.y.length > 0 ? ` (${genes.y.join(", ")})` : "") +
        (donors === null ? "; all cells as one, as no donor column is named." : ".")
      }
      actions={<CsvButton name="sex" table={() => sexTable(report)} />}
    >
      <p>{summaryOf(report)}</p>
      {donors !== null && units.length > 1 && (
        <SortableTable caption="Sex by counted genes, by donor" columns={COLUMNS} rows={units} keyOf={({ name }) => name} first="name" />
      )}
      {isMeasured && areCounts && (
        <p class="lead">
          By their own counts (three of one kind, ten times the other): {many(cells.female, "cell")} female, {count(cells.male)} male,{" "}
          {count(cells.unknown)} too few counts. cells.csv and the annotated .h5ad have both.
        </p>
      )}
    </Card>
  );
}
