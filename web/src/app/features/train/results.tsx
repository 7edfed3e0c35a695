import { useMemo } from "preact/hooks";
import type { TrainedClass, TrainedHead, TrainReport } from "../../../contract/training";
import { count, duration, percent, share } from "../../../plots/format";
import { download } from "./run";
import { Figure } from "../../ui/figure";
import { Card, CsvButton, Kpi, Note } from "../../ui/parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { Term } from "../../ui/tip";

const interval = ({ low, high }: { low: number; high: number }) =>
  Number.isNaN(low) ? "one donor: no interval" : `${share(low)} to ${share(high)}`;

/** The honest score beside the flattering one, and beside knowing nothing. */
function ScoresFigure({ head }: { head: TrainedHead }) {
  const { heldOut, random, majority, majorityLabel } = head;
  const data = useMemo(
    () => ({
      about: "Accuracy",
      reference: majority,
      domain: [Math.max(0, Math.min(majority, heldOut.accuracy.low || 1, random?.accuracy.low ?? 1) - 0.05), 1] as [number, number],
      rows: [
        { label: heldOut.by === "donors" ? "donors held out" : "cells held out", ...heldOut.accuracy },
        ...(random ? [{ label: "cells dealt at random", ...random.accuracy }] : []),
        { label: "always the commonest", value: majority, low: Number.NaN, high: Number.NaN },
      ],
    }),
    [head],
  );
  const gap = random ? random.accuracy.value - heldOut.accuracy.value : 0;
  const lead = random ? (
    <>
      {gap > 0.01 ? `Cells of the same donors flatter it by ${(gap * 100).toFixed(1)} points: ` : "Here both splits agree: "}the first row
      is what a new donor can expect. Bars are 95% intervals{heldOut.by === "donors" ? " over donors" : ""}.
    </>
  ) : (
    <>
      Without donors, held-out cells may come from the same person as those trained on: expect less of another person. Bars are 95%
      intervals.
    </>
  );
  return (
    <Figure
      title={<Term word="heldOutDonors">Right on what it has not seen</Term>}
      lead={lead}
      data={data}
      name="held-out-accuracy"
      draw={(plots, ...rest) => plots.forest(...rest)}
      table={() => ({
        columns: ["split", "accuracy", "low", "high"],
        rows: data.rows.map((row) => [
          row.label === "always the commonest" ? `always ${majorityLabel}` : row.label,
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
    title: <Term word="recall">Found</Term>,
    by: (row) => row.recall.value,
    cell: (row) => (
      <>
        {share(row.recall.value)}{" "}
        <small class="hide">{Number.isNaN(row.recall.low) ? "" : `${share(row.recall.low, 2)}–${share(row.recall.high, 2)}`}</small>
      </>
    ),
  },
  { key: "f1", title: "F1", by: (row) => row.f1, cell: (row) => share(row.f1) },
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
      title={by === "cells" ? "With fewer cells" : "With fewer genes"}
      lead={
        `${gained > 0.01 ? "Still rising: more would help." : "Level at the end: more would hardly help."} One held-out ` +
        `${head.heldOut.by === "donors" ? "fold of donors" : "fold"}; the dashed line is the commonest class.`
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
      title="Classes it never saw"
      lead={
        `Each class was left out of a training in turn. Of its cells, ${percent(unseen.found)} were in more doubt (entropy ` +
        `above ${share(unseen.threshold, 2)}) than 95% of known cells; AUROC of entropy ${share(unseen.entropy, 2)}, of the margin ` +
        `${share(unseen.margin, 2)}, of the distance to the nearest class ${share(unseen.distance, 2)}.`
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
          ? "Its doubt hardly tells new types: look at markers of every class before you believe it in another tissue."
          : "Cells above that entropy in other data deserve a look: they may be of a type it does not know."}
      </p>
    </Card>
  );
}

/** What was trained and what it is worth. */
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
          <span class="soft">Holds weights and class names, no cell. Drop it on any Phenolens page.</span>
        </div>
      )}
      <div class="kpis">
        <Kpi label={<Term word="heldOutDonors">Accuracy</Term>} value={share(heldOut.accuracy.value)} note={interval(heldOut.accuracy)} />
        <Kpi label={<Term word="macroF1">Macro F1</Term>} value={share(heldOut.macroF1.value)} note={interval(heldOut.macroF1)} />
        <Kpi
          label="Trained on"
          value={count(head.sampled)}
          note={`cells${head.donors > 1 ? ` of ${count(head.donors)} donors` : ""}, ${count(head.genes)} genes`}
        />
        <Kpi
          label={<Term word="trainTemperature">Temperature</Term>}
          value={head.temperature.toFixed(2)}
          note={report ? `all in ${duration(report.seconds)}` : "still comparing…"}
        />
      </div>
      {head.sampled < head.cells && (
        <Note>
          Trained on {count(head.sampled)} of {count(head.cells)} labelled cells, classes evenly, as memory allows; scores are weighed back
          to the file's class sizes.
        </Note>
      )}
      {alone.length > 0 && (
        <Note>
          {alone.join(", ")} {alone.length === 1 ? "comes" : "come"} from one donor each: with that donor held out nothing teaches them, so
          they count as wrong.
        </Note>
      )}
      <ScoresFigure head={head} />
      <Card
        title="Class by class"
        lead="Cells while held out."
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
