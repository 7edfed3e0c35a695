import { useMemo } from "preact/hooks";
import type { TrainedClass, TrainedHead, TrainReport } from "../../../contract/training";
import { count, duration, percent, probability, score } from "../../../plots/format";
import { download } from "./run";
import { Figure } from "../../ui/figure";
import { Card, CsvButton, Kpi, Note } from "../../ui/parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { Term } from "../../ui/tip";

const interval = ({ low, high }: { low: number; high: number }) =>
  Number.isNaN(low) ? "one donor: no interval" : `${score(low)} to ${score(high)}`;

/** Accuracy on held-out donors, beside that of a random split and of the majority class. */
function ScoresFigure({ head }: { head: TrainedHead }) {
  const { heldOut, random, majority, majorityLabel } = head;
  const data = useMemo(
    () => ({
      about: "Accuracy",
      y: "test cells",
      referenceName: "majority-class baseline",
      reference: majority,
      domain: [Math.max(0, Math.min(majority, heldOut.accuracy.low || 1, random?.accuracy.low ?? 1) - 0.05), 1] as [number, number],
      rows: [
        { label: heldOut.by === "donors" ? "held-out donors" : "held-out cells", ...heldOut.accuracy },
        ...(random ? [{ label: "random split of cells", ...random.accuracy }] : []),
        { label: "majority-class baseline", value: majority, low: Number.NaN, high: Number.NaN },
      ],
    }),
    [head],
  );
  const gap = random ? random.accuracy.value - heldOut.accuracy.value : 0;
  const lead = random ? (
    <>
      {gap > 0.01 ? `A random split overestimates accuracy by ${(gap * 100).toFixed(1)} points. ` : "Both splits agree. "}Expect the first
      row for a new donor. Bars: 95% intervals{heldOut.by === "donors" ? " over donors" : ""}.
    </>
  ) : (
    <>
      Without donors, held-out cells may come from the same donor as the training cells: expect a lower accuracy for a new donor. Bars: 95%
      intervals.
    </>
  );
  return (
    <Figure
      title={<Term word="heldOutDonors">Held-out accuracy</Term>}
      lead={lead}
      data={data}
      name="held-out-accuracy"
      draw={(plots, ...rest) => plots.forest(...rest)}
      table={() => ({
        columns: ["split", "accuracy", "low", "high"],
        rows: data.rows.map((row) => [
          row.label === "majority-class baseline" ? `always ${majorityLabel}` : row.label,
          row.value,
          row.low,
          row.high,
        ]),
      })}
    />
  );
}

const COLUMNS: SortColumn<TrainedClass>[] = [
  { key: "label", title: "Class", by: (row) => row.label, cell: (row) => <>{row.label}</> },
  {
    key: "cells",
    title: "Cells",
    by: (row) => row.cells,
    cell: (row) => (
      <>
        {count(row.cells)}
        {row.donors > 0 && (
          <small class="hide">
            {" "}
            {count(row.donors)} {row.donors === 1 ? "donor" : "donors"}
          </small>
        )}
      </>
    ),
  },
  {
    key: "recall",
    title: <Term word="recall">Recall</Term>,
    by: (row) => row.recall.value,
    cell: (row) => (
      <>
        {score(row.recall.value)}{" "}
        <small class="hide">{Number.isNaN(row.recall.low) ? "" : `${probability(row.recall.low)}–${probability(row.recall.high)}`}</small>
      </>
    ),
  },
  { key: "f1", title: "F1", by: (row) => row.f1, cell: (row) => score(row.f1) },
];

function CurveFigure({ head, by }: { head: TrainedHead; by: "cells" | "genes" }) {
  const whole = head.curve.at(-1);
  const points = useMemo(() => {
    const most = Math.max(...head.curve.map((point) => point[by === "cells" ? "genes" : "cells"]));
    return head.curve.filter((point) => point[by === "cells" ? "genes" : "cells"] === most).sort((a, b) => a[by] - b[by]);
  }, [head]);
  const data = useMemo(() => ({ points, by, majority: head.majority }), [points]);
  if (!whole || points.length < 2) return null;
  const [before, last] = points.slice(-2);
  const gained = last.accuracy.value - before.accuracy.value;
  return (
    <Figure
      title={by === "cells" ? "Learning curve: cells" : "Learning curve: genes"}
      lead={
        `${gained > 0.01 ? `Still rising: more ${by} would help.` : `Saturated: more ${by} would hardly help.`} ` +
        `One held-out ${head.heldOut.by === "donors" ? "fold of donors" : "fold"}; dashed: majority-class baseline.`
      }
      data={data}
      name={`learning-curve-${by}`}
      draw={(plots, ...rest) => plots.learningCurve(...rest)}
      table={() => ({
        columns: ["cells", "genes", "accuracy", "low", "high", "macro_f1"],
        rows: points.map((point) => [
          point.cells,
          point.genes,
          point.accuracy.value,
          point.accuracy.low,
          point.accuracy.high,
          point.macroF1,
        ]),
      })}
    />
  );
}

function UnseenCard({ head }: { head: TrainedHead }) {
  const { unseen } = head;
  if (!unseen) return null;
  return (
    <Card
      title="Unseen classes"
      lead={
        `Each class was left out of training in turn. ${percent(unseen.found)} of its cells had a higher entropy ` +
        `than 95% of the cells of known classes (above ${probability(unseen.threshold)}). AUROC: entropy ` +
        `${probability(unseen.entropy)}, margin ${probability(unseen.margin)}, distance to the nearest class ` +
        `${probability(unseen.distance)}.`
      }
      actions={
        <CsvButton
          name="unseen-classes"
          table={() => ({ columns: ["class", "share_flagged"], rows: unseen.perClass.map((row) => [row.label, row.found]) })}
        />
      }
    >
      <p class="after">
        {unseen.entropy < 0.7
          ? "Uncertainty hardly reveals new cell types: check the markers of every class before applying the model to another tissue."
          : "Check cells above this entropy in other data: they may be of an unknown type."}
      </p>
    </Card>
  );
}

/** What was trained, and how accurate it is. */
export function TrainResults({ head, report }: { head: TrainedHead; report: TrainReport | null }) {
  const { heldOut } = head;
  const alone = head.donors > 1 ? head.classes.filter(({ donors }) => donors === 1).map(({ label }) => label) : [];
  return (
    <>
      <Note kind={head.isUseful ? "good" : "bad"}>{head.verdict}</Note>
      {report && (
        <div class="controls">
          <button type="button" class="btn" onClick={() => void download(report.model.name)}>
            Download model (.zip)
          </button>
          <span class="soft">
            {report.model.hashes?.panel === undefined ? (
              "Contains weights and class names, no cells."
            ) : (
              <>
                Contains weights, class names and <Term word="compositeCells">composite cells</Term>, no cell as it was measured.
              </>
            )}{" "}
            Drop it on any Phenolens page to use it.
          </span>
        </div>
      )}
      <div class="kpis">
        <Kpi label={<Term word="heldOutDonors">Accuracy</Term>} value={score(heldOut.accuracy.value)} note={interval(heldOut.accuracy)} />
        <Kpi label={<Term word="macroF1">Macro F1</Term>} value={score(heldOut.macroF1.value)} note={interval(heldOut.macroF1)} />
        <Kpi
          label="Trained on"
          value={count(head.sampled)}
          note={`cells${head.donors > 1 ? ` of ${count(head.donors)} donors` : ""}, ${count(head.genes)} genes`}
        />
        <Kpi
          label={<Term word="trainTemperature">Temperature</Term>}
          value={head.temperature.toFixed(2)}
          note={report ? `total ${duration(report.seconds)}` : "evaluating…"}
        />
      </div>
      {head.sampled < head.cells && (
        <Note>
          Trained on {count(head.sampled)} of {count(head.cells)} labelled cells, balanced over classes, to fit into memory; scores are
          weighted by the class sizes of the file.
        </Note>
      )}
      {alone.length > 0 && (
        <Note>
          {alone.join(", ")} {alone.length === 1 ? "occurs" : "occur"} in one donor only: with that donor held out the class is not trained,
          so its cells count as errors.
        </Note>
      )}
      <ScoresFigure head={head} />
      <Card
        title="Accuracy per class"
        lead="On held-out cells."
        actions={
          <CsvButton
            name="trained-classes"
            table={() => ({
              columns: ["class", "cells", "donors", "recall", "recall_low", "recall_high", "precision", "f1"],
              rows: head.classes.map((row) => [
                row.label,
                row.cells,
                row.donors,
                row.recall.value,
                row.recall.low,
                row.recall.high,
                row.precision,
                row.f1,
              ]),
            })}
          />
        }
      >
        <SortableTable
          caption="Held-out score of every class"
          columns={COLUMNS}
          rows={head.classes}
          keyOf={(row) => row.label}
          first="cells"
        />
      </Card>
      <CurveFigure head={head} by="cells" />
      <CurveFigure head={head} by="genes" />
      <UnseenCard head={head} />
    </>
  );
}
