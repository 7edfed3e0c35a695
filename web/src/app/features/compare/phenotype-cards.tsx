import { useMemo } from "preact/hooks";
import { batch, useSignal } from "@preact/signals";
import { ALL_CELLS, type PhenotypeReport, type PhenotypeRow } from "../../../contract/compare";
import { phenotypeTable } from "../../../exports/compare-csv";
import { shortClass } from "../../../plots/class-names";
import { many, probability, value } from "../../../plots/format";
import * as state from "../../store";
import { Figure } from "../../ui/figure";
import { Card, CsvButton, Segments } from "../../ui/parts";
import { Failure } from "../../ui/run-parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { Term } from "../../ui/tip";
import { headTitle } from "../../ui/words";
import { ModelSwitch } from "../predict/model-switch";
import { baseName } from "../export/base-name";
import * as trust from "../trust/state";
import * as why from "../why/state";
import { pointTitle } from "../../../plots/step-figures";
import { interval, LevelTitle, smallFirst } from "./composition-cards";
import { MovedCard } from "./moved-card";
import { readingPhenotype } from "./run";
import * as compare from "./state";

type Measure = PhenotypeRow["measure"];
const MEASURES: { value: Measure; title: string; x: string }[] = [
  { value: "entropy", title: "Entropy", x: "mean entropy (nats)" },
  { value: "probability", title: "Probability", x: "mean probability of the predicted class" },
];

function Said({ report }: { report: PhenotypeReport }) {
  const measure = useSignal<Measure>("entropy");
  const { design, rows } = report;
  const shown = MEASURES.find(({ value: one }) => one === measure.value)!;
  const own = useMemo(() => rows.filter((row) => row.measure === shown.value && row.points.length > 0), [report, shown]);
  const data = useMemo(
    () => ({
      rows: own.map(({ type, points }) => ({
        label: type === ALL_CELLS ? "all cells" : type,
        points: points.map(({ donor, side, cells, mean }) => ({
          donor,
          side,
          value: mean,
          title: pointTitle(design, donor, side, `${probability(mean)} (${many(cells, "cell")})`),
        })),
      })),
      sides: [design.sides[0].label, design.sides[1].label] as const,
      about: `${shown.title} in every donor`,
      x: shown.x,
      format: probability,
      isFromZero: false,
    }),
    [own],
  );
  const columns: SortColumn<PhenotypeRow>[] = [
    {
      key: "type",
      title: "Type",
      by: ({ type }) => type,
      cell: ({ type }) => <span title={type}>{type === ALL_CELLS ? "all cells" : shortClass(type)}</span>,
    },
    ...design.sides.map(({ label }, side) => ({
      key: `mean${side}`,
      title: <LevelTitle label={label} />,
      by: (row: PhenotypeRow) => row.mean[side]!,
      cell: (row: PhenotypeRow) => probability(row.mean[side]!),
    })),
    {
      key: "difference",
      title: "Difference",
      by: (row) => Math.abs(row.difference),
      cell: (row) => (
        <>
          {value(row.difference)}
          {interval(row.low, row.high)}
        </>
      ),
    },
    { key: "p", title: <Term word="phenotypeP">p</Term>, by: (row) => smallFirst(row.p), cell: (row) => value(row.p) },
    { key: "q", title: <Term word="adjustedP">FDR</Term>, by: (row) => smallFirst(row.q), cell: (row) => value(row.q) },
  ];
  return (
    <>
      <Figure
        title={`${headTitle(report.phenotype)} as the model sees it`}
        lead="A point is the mean over a donor's cells of a type, where they are enough. Higher entropy: the model is less sure."
        name={`${baseName()}-${shown.value}-by-condition`}
        data={data}
        draw={(plots, ...rest) => plots.donorPoints(...rest)}
        table={() => phenotypeTable(report)}
      />
      <Segments
        label="Measure"
        choices={MEASURES}
        value={measure.value}
        onChoose={(one) => {
          measure.value = one as Measure;
        }}
      />
      <Card
        title={`${shown.title} by condition`}
        actions={<CsvButton table={() => phenotypeTable(report)} name={`${baseName()}-phenotype`} />}
      >
        <SortableTable caption={`${shown.title} by condition`} columns={columns} rows={own} keyOf={({ type }) => type} />
      </Card>
    </>
  );
}

/** What else is known by condition, in the steps where it is found. */
function Elsewhere() {
  const condition = compare.condition.value;
  const toTrust = () =>
    batch(() => {
      trust.breakdownBy.value = condition;
      trust.section.value = "accuracy";
      state.choose({ step: "trust" });
    });
  const toWhy = () =>
    batch(() => {
      why.cells.value = { kind: "column", column: condition };
      why.donors.value = trust.donors.value;
      state.choose({ step: "why" });
    });
  return (
    <p class="lead">
      By {condition} too:{" "}
      <button type="button" class="link" onClick={toTrust}>
        accuracy
      </button>{" "}
      under Trust, and the{" "}
      <button type="button" class="link" onClick={toWhy}>
        genes that made the model say so
      </button>{" "}
      under Why, with intervals over donors.
    </p>
  );
}

/** What a model says of either condition, and how far cells moved. */
export function PhenotypeCards() {
  const report = compare.phenotype.value;
  return (
    <>
      <div class="controls">
        <ModelSwitch />
      </div>
      {report ? (
        <Said report={report} />
      ) : readingPhenotype.isBusy.value ? (
        <p class="lead" role="status">
          Reading the predictions…
        </p>
      ) : (
        !compare.model.value && <p class="lead">Entropy and probability by condition are here once a model has predicted the cells.</p>
      )}
      <Failure error={readingPhenotype.failure.value} />
      {compare.model.value && <Elsewhere />}
      <MovedCard />
    </>
  );
}
