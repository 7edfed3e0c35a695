import { useMemo } from "preact/hooks";
import type { Evaluation, Metrics } from "../../../contract/types";
import { many, share } from "../../../plots/format";
import { useAnswer } from "../../ui/answer";
import { call } from "../../engine-client";
import * as state from "../../store";
import { readyModels } from "./run";
import { breakdownBy, question } from "./state";
import { verdictOf } from "./verdict";
import { ClassCard } from "./class-card";
import { ConfusionCard } from "./confusion-card";
import { Figure } from "../../ui/figure";
import { MatchCard } from "./match-card";
import { Kpi, Note } from "../../ui/parts";
import { ProtocolCard } from "./protocol-card";
import { Term } from "../../ui/tip";
import { ColumnSelect } from "./controls";
import { nameOf, rankOf, TopKFigure } from "./figures";

function Verdict({ evaluation }: { evaluation: Evaluation }) {
  if (!evaluation.comparison) return null;
  const inWords = (name: string) => {
    const model = state.modelByName.value.get(name);
    if (!model) return name;
    return model.kind === "linear" && state.modelLabel(model) === "Linear" ? "linear model" : state.modelLabel(model).toLowerCase();
  };
  const linear = state.models.value.find((model) => model.kind === "linear")?.name ?? "";
  const verdict = verdictOf(evaluation.comparison, inWords, linear);
  return (
    <Note kind={verdict.isClear ? "good" : "warn"}>
      <Term word="betterModel">
        <b>{verdict.headline}</b>
      </Term>{" "}
      {verdict.reason}
    </Note>
  );
}

const between = ({ low, high }: { low: number; high: number }) =>
  Number.isFinite(low) ? `${share(low)} – ${share(high)}` : "under three donors: no interval";

function Kpis({ evaluation, metrics }: { evaluation: Evaluation; metrics: Metrics }) {
  const { intervals } = metrics;
  const by = evaluation.donors ? "by donor" : "Wilson";
  const k = Math.min(3, metrics.topK.length);
  // Donors make the honest interval; without them each cell is a trial of its own.
  const first = evaluation.donors ? intervals.top1 : metrics.topK[0];
  const third = evaluation.donors ? intervals.top3 : metrics.topK[k - 1];
  return (
    <div class="kpis">
      <Kpi label={<Term word="top1">Top-1</Term>} value={share(metrics.topK[0].value)} note={<span title={by}>{between(first)}</span>} />
      {k > 1 && (
        <Kpi
          label={<Term word="topK">Top-{k}</Term>}
          value={share(metrics.topK[k - 1].value)}
          note={<span title={by}>{between(third)}</span>}
        />
      )}
      <Kpi label={<Term word="macroF1">Macro F1</Term>} value={share(metrics.macroF1)} note={between(intervals.macroF1)} />
      <Kpi
        label={<Term word="balancedAccuracy">Balanced</Term>}
        value={share(metrics.balancedAccuracy)}
        note={between(intervals.balancedAccuracy)}
      />
    </div>
  );
}

/** Right at first guess, group by group of any column. */
function BreakdownFigure({ evaluation }: { evaluation: Evaluation }) {
  const by = breakdownBy.value;
  const models = readyModels(evaluation.phenotype);
  const asked = { ...question(evaluation.phenotype), models, by };
  const { value } = useAnswer(by ? JSON.stringify([state.info.value?.fingerprint, asked]) : null, () => call("breakdown", asked));
  const data = useMemo(() => {
    const shown = new Set(value?.models[0]?.groups.slice(0, 24).map(({ group }) => group));
    const rows = [...(value?.models ?? [])]
      .sort((a, b) => rankOf(a.model) - rankOf(b.model))
      .flatMap(({ model, groups }, series) =>
        groups
          .filter(({ group }) => shown.has(group))
          .map((one) => ({
            ...one.topK[0],
            label: one.group,
            series,
            title:
              `${nameOf(model)}, ${one.group}: ${share(one.topK[0].value)} (${share(one.topK[0].low)} to ` +
              `${share(one.topK[0].high)}) of ${many(one.cells, "cell")}`,
          })),
      );
    return { rows, about: `Right at first guess by ${value?.by ?? ""}`, domain: [0, 1] as [number, number] };
  }, [value]);
  return (
    <Figure
      title="Right at first guess, by group"
      name={`top-1-by-${by || "group"}-${evaluation.phenotype}`}
      data={data}
      draw={(plots, ...rest) => plots.forest(...rest)}
      lead="Each group's share with its Wilson 95% interval."
      actions={
        <ColumnSelect
          label="Groups of"
          value={by}
          none="choose a column"
          onChoose={(name) => {
            breakdownBy.value = name;
          }}
        />
      }
      table={() => ({
        columns: [
          "model",
          value?.by ?? "group",
          "cells",
          ...Array.from({ length: 10 }, (_, i) => [`top${i + 1}`, `top${i + 1}_low`, `top${i + 1}_high`]).flat(),
        ],
        rows: (value?.models ?? []).flatMap(({ model, groups }) =>
          groups.map((one) => [model, one.group, one.cells, ...one.topK.flatMap(({ value: right, low, high }) => [right, low, high])]),
        ),
      })}
    />
  );
}

/** How often the models are right. */
export function AccuracySection({ evaluation, metrics }: { evaluation: Evaluation; metrics: Metrics }) {
  return (
    <>
      <Kpis evaluation={evaluation} metrics={metrics} />
      <Verdict evaluation={evaluation} />
      <TopKFigure evaluation={evaluation} />
      <ConfusionCard metrics={metrics} />
      <ClassCard metrics={metrics} />
      <BreakdownFigure evaluation={evaluation} />
      <ProtocolCard key={`${metrics.model}${state.info.value?.fingerprint}`} />
      <MatchCard evaluation={evaluation} />
    </>
  );
}
