import type { MovedReport, MovedRow } from "../../../contract/compare";
import { movedTable } from "../../../exports/compare-csv";
import { shortClass } from "../../../plots/class-names";
import { count, many, value } from "../../../plots/format";
import * as state from "../../store";
import { Card, CsvButton } from "../../ui/parts";
import { Failure } from "../../ui/run-parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { Term } from "../../ui/tip";
import { baseName } from "../export/base-name";
import { stopSurvey, surveyFailure } from "../survey/run";
import * as survey from "../survey/state";
import { smallFirst } from "./composition-cards";
import { moving } from "./run";
import * as compare from "./state";

function Moved({ report }: { report: MovedReport }) {
  const near = report.rows.filter(({ distance }) => !Number.isNaN(distance));
  const columns: SortColumn<MovedRow>[] = [
    { key: "type", title: "Type", by: ({ type }) => type, cell: ({ type }) => <span title={type}>{shortClass(type)}</span> },
    {
      key: "distance",
      title: <Term word="energyDistance">Distance</Term>,
      by: ({ distance }) => (Number.isNaN(distance) ? -Infinity : distance),
      cell: ({ distance }) => value(distance),
    },
    {
      key: "expected",
      title: <Term word="energyExpected">By chance</Term>,
      by: ({ expected }) => (Number.isNaN(expected) ? -Infinity : expected),
      cell: ({ expected }) => value(expected),
    },
    {
      key: "p",
      title: <Term word="energyP">p</Term>,
      by: ({ p }) => smallFirst(p),
      cell: ({ p, leastP, permutations, isExact, whyNot }) => (
        <span
          title={
            Number.isNaN(p)
              ? (whyNot ?? "not tested")
              : `${isExact ? "All" : "Of"} ${count(permutations)} exchanges; the smallest p possible is ${value(leastP)}`
          }
        >
          {value(p)}
        </span>
      ),
    },
    { key: "q", title: <Term word="adjustedP">FDR</Term>, by: ({ q }) => smallFirst(q), cell: ({ q }) => value(q) },
  ];
  return (
    <>
      <SortableTable caption="Which cells moved" columns={columns} rows={near} keyOf={({ type }) => type} first="distance" />
      {near.length < report.rows.length && (
        <p class="after">{many(report.rows.length - near.length, "type")} without donors of enough cells on both sides left out.</p>
      )}
      {report.notes
        .filter((note) => !report.design.notes.includes(note))
        .map((note) => (
          <p key={note} class="after">
            {note}
          </p>
        ))}
    </>
  );
}

/** How far the cells of each type moved between the conditions. */
export function MovedCard() {
  const report = compare.moved.value;
  const isBusy = moving.isBusy.value;
  return (
    <Card
      title="Which cells moved"
      lead="How far the cells of a type lie apart between the conditions, on the survey's components; p by exchange over donors."
      actions={report && <CsvButton table={() => movedTable(report)} name={`${baseName()}-moved`} />}
    >
      {report ? (
        <Moved report={report} />
      ) : isBusy ? (
        <button
          type="button"
          class="btn"
          onClick={() => {
            moving.stop();
            stopSurvey();
          }}
        >
          Stop
        </button>
      ) : (
        <button
          type="button"
          class="btn primary"
          disabled={!compare.question.value || state.survey.value === null || state.isRunning.value}
          onClick={() => void moving.start()}
        >
          {survey.components.value ? "Measure distances" : "Find components and measure distances"}
        </button>
      )}
      {isBusy && (
        <p class="after" role="status">
          {survey.busy.value ? "Finding components…" : "Exchanging conditions over donors…"}
        </p>
      )}
      <Failure error={moving.failure.value ?? surveyFailure("genes")} />
    </Card>
  );
}
