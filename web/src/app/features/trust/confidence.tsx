import { useMemo } from "preact/hooks";
import type { Evaluation, Metrics } from "../../../contract/types";
import { count, many, percent, share } from "../../../plots/format";
import { atThreshold } from "../../../plots/threshold";
import { threshold } from "./state";
import * as state from "../../store";
import { Figure } from "../../ui/figure";
import { Kpi, Note } from "../../ui/parts";
import { Term } from "../../ui/tip";
import { nameOf, ordered, ReliabilityFigure } from "./figures";

const around = ({ low, high }: { low: number; high: number }) => (Number.isFinite(low) ? `${share(low)} – ${share(high)}` : "");

function Kpis({ metrics }: { metrics: Metrics }) {
  const { calibration, intervals } = metrics;
  return (
    <div class="kpis">
      <Kpi label={<Term word="ece">ECE, width</Term>} value={share(calibration.eceWidth)} note={around(intervals.ece)} />
      <Kpi label={<Term word="eceMass">ECE, mass</Term>} value={share(calibration.eceMass)} note="15 bins" />
      <Kpi label={<Term word="nll">NLL</Term>} value={share(calibration.nll)} note={around(intervals.nll)} />
      <Kpi label={<Term word="brier">Brier</Term>} value={share(calibration.brier)} note={around(intervals.brier)} />
    </div>
  );
}

/** What one number fitted on half of the cells does to the other half. */
function TemperatureFigure({ metrics, evaluation }: { metrics: Metrics; evaluation: Evaluation }) {
  const fit = metrics.temperature;
  const data = useMemo(
    () => ({
      series: fit
        ? [
            { name: "as it is", bins: fit.before.mass, ece: fit.before.eceMass },
            { name: "after", bins: fit.after.mass, ece: fit.after.eceMass },
          ]
        : [],
    }),
    [fit],
  );
  const head = state.models.value
    .find(({ name }) => name === metrics.model)
    ?.heads.find(({ phenotype }) => phenotype === metrics.phenotype);
  if (head?.link === "logistic")
    return <Note>Each class of this model has a probability of its own; one temperature for all of them is not fitted.</Note>;
  if (!fit) return <Note>Too few labelled cells to fit a temperature on one half and to judge it on the other.</Note>;
  const verdict = fit.temperature > 1.05 ? "It is too sure" : fit.temperature < 0.95 ? "It is not sure enough" : "Its confidence fits";
  const halves = evaluation.donors ? "other donors" : "the other half";
  return (
    <Figure
      title={<Term word="temperature">A temperature of {share(fit.temperature, 2)}</Term>}
      name={`temperature-${metrics.phenotype}-${metrics.model}`}
      data={data}
      draw={(plots, ...rest) => plots.reliability(...rest)}
      lead={
        <>
          {verdict}. Fitted on {count(fit.fittedCells)} cells, shown on {count(fit.before.cells)} of {halves}: ECE{" "}
          {share(fit.before.eceMass)} to {share(fit.after.eceMass)}, NLL {share(fit.before.nll)} to {share(fit.after.nll)}, Brier{" "}
          {share(fit.before.brier)} to {share(fit.after.brier)}. Blue as it is, orange after.
        </>
      }
      table={() => ({
        columns: ["when", "mean_confidence", "share_right", "cells"],
        rows: (["before", "after"] as const).flatMap((when) =>
          fit[when].mass.map((bin) => [when, bin.meanConfidence, bin.shareRight, bin.cells]),
        ),
      })}
    />
  );
}

function CoverageFigure({ evaluation, metrics }: { evaluation: Evaluation; metrics: Metrics }) {
  const asked = threshold.value;
  const data = useMemo(() => {
    const first = ordered(evaluation).sort((a, b) => Number(b.model === metrics.model) - Number(a.model === metrics.model));
    return { series: first.map((one) => ({ name: nameOf(one.model), coverage: one.coverage })), threshold: asked };
  }, [evaluation, metrics, asked]);
  const kept = atThreshold(metrics.coverage, asked);
  const words = kept
    ? `At ${share(asked, 2)} or more, ${many(kept.cells, "cell")} are labelled (${percent(kept.cells / metrics.coverage.cells)}) ` +
      `and ${percent(kept.right / kept.cells)} of them are right.`
    : `No cell is as sure as ${share(asked, 2)}.`;
  return (
    <Figure
      title={<Term word="riskCoverage">Label only what it is sure of</Term>}
      name={`risk-coverage-${evaluation.phenotype}`}
      data={data}
      draw={(plots, ...rest) => plots.riskCoverage(...rest)}
      lead={
        <>
          <label class="field">
            <span>Confidence of at least {share(asked, 2)}</span>
            <input
              type="range"
              min="0"
              max="1"
              step="0.01"
              value={asked}
              onInput={(event) => {
                threshold.value = Number(event.currentTarget.value);
              }}
            />
          </label>
          <span aria-live="polite">{words}</span> <Term word="aurc">Area under the risk {share(metrics.coverage.aurc)}</Term>.
        </>
      }
      table={() => ({
        columns: ["model", "confidence", "cells", "right"],
        rows: evaluation.metrics.flatMap((one) =>
          one.coverage.curve.map((point) => [one.model, point.threshold, point.cells, point.right]),
        ),
      })}
    />
  );
}

/** Whether the models' confidence can be taken at its word. */
export function ConfidenceSection({ evaluation, metrics }: { evaluation: Evaluation; metrics: Metrics }) {
  return (
    <>
      <Kpis metrics={metrics} />
      {metrics.beyondKept > 0 && (
        <p class="lead">
          {many(metrics.beyondKept, "cell")} carry a label beyond the model's tenth guess; in NLL the mean of the rest stands for it.
        </p>
      )}
      <CoverageFigure evaluation={evaluation} metrics={metrics} />
      <ReliabilityFigure evaluation={evaluation} />
      <TemperatureFigure evaluation={evaluation} metrics={metrics} />
    </>
  );
}
