import { useMemo } from "preact/hooks";
import type { Evaluation, Metrics } from "../../../contract/types";
import { count, many, percent, probability, score } from "../../../plots/format";
import { atThreshold } from "../../../plots/threshold";
import * as state from "../../store";
import { KnownColumn, LeastProbability } from "./known-card";
import { threshold } from "./state";
import { Figure } from "../../ui/figure";
import { Kpi, Note } from "../../ui/parts";
import { Term } from "../../ui/tip";
import { nameOf, ordered, ReliabilityFigure } from "./figures";

const around = ({ low, high }: { low: number; high: number }) => (Number.isFinite(low) ? `${score(low)} – ${score(high)}` : "");

function Kpis({ metrics }: { metrics: Metrics }) {
  const { calibration, intervals } = metrics;
  return (
    <div class="kpis">
      <Kpi label={<Term word="ece">ECE (width)</Term>} value={score(calibration.eceWidth)} note={around(intervals.ece)} />
      <Kpi label={<Term word="eceMass">ECE (mass)</Term>} value={score(calibration.eceMass)} note="15 bins" />
      <Kpi label={<Term word="nll">NLL</Term>} value={score(calibration.nll)} note={around(intervals.nll)} />
      <Kpi label={<Term word="brier">Brier score</Term>} value={score(calibration.brier)} note={around(intervals.brier)} />
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
            { name: "before", bins: fit.before.mass, ece: fit.before.eceMass },
            { name: "after", bins: fit.after.mass, ece: fit.after.eceMass },
          ]
        : [],
    }),
    [fit],
  );
  const head = state.modelByName.value.get(metrics.model)?.heads.find(({ phenotype }) => phenotype === metrics.phenotype);
  if (head?.link === "logistic") return <Note>Each class of this model has its own probability: temperature scaling does not apply.</Note>;
  if (!fit) return <Note>Too few labelled cells to fit a temperature on one half and to evaluate it on the other.</Note>;
  const verdict =
    fit.temperature > 1.05
      ? "The model is overconfident"
      : fit.temperature < 0.95
        ? "The model is underconfident"
        : "The model is well calibrated";
  const halves = evaluation.donors ? "other donors" : "the other half";
  return (
    <Figure
      title={<Term word="temperature">Temperature scaling: T = {probability(fit.temperature)}</Term>}
      name={`temperature-${metrics.phenotype}-${metrics.model}`}
      data={data}
      draw={(plots, ...rest) => plots.reliability(...rest)}
      lead={
        <>
          {verdict}. Fitted on {count(fit.fittedCells)} cells, evaluated on {count(fit.before.cells)} of {halves}: ECE{" "}
          {score(fit.before.eceMass)} → {score(fit.after.eceMass)}, NLL {score(fit.before.nll)} → {score(fit.after.nll)}, Brier{" "}
          {score(fit.before.brier)} → {score(fit.after.brier)}. Blue: before, orange: after.
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
    ? `At a probability of at least ${probability(asked)}, ${many(kept.cells, "cell")} are labelled ` +
      `(${percent(kept.cells / metrics.coverage.cells)}), ${percent(kept.right / kept.cells)} of them correctly.`
    : `No cell has a probability of ${probability(asked)} or more.`;
  return (
    <Figure
      title={<Term word="riskCoverage">Label only confident predictions</Term>}
      name={`risk-coverage-${evaluation.phenotype}`}
      data={data}
      draw={(plots, ...rest) => plots.riskCoverage(...rest)}
      lead={
        <>
          <LeastProbability />
          <span aria-live="polite">{words}</span> <Term word="aurc">Area under the risk–coverage curve {score(metrics.coverage.aurc)}</Term>
          . <KnownColumn />
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

/** Whether the models' probabilities are calibrated. */
export function ConfidenceSection({ evaluation, metrics }: { evaluation: Evaluation; metrics: Metrics }) {
  return (
    <>
      <Kpis metrics={metrics} />
      {metrics.beyondKept > 0 && (
        <p class="lead">
          {many(metrics.beyondKept, "cell")} have a label that is not among the top 10 predictions; for NLL, the mean of the remaining
          probability is used.
        </p>
      )}
      <CoverageFigure evaluation={evaluation} metrics={metrics} />
      <ReliabilityFigure evaluation={evaluation} />
      <TemperatureFigure evaluation={evaluation} metrics={metrics} />
    </>
  );
}
