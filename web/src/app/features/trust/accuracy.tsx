import { useMemo } from "preact/hooks";
import type { Evaluation, Metrics } from "../../../contract/types";
import { count, many, percent, score } from "../../../plots/format";
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
import { ColumnSelect } from "../../ui/column-select";
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
  Number.isFinite(low) ? `${score(low)} – ${score(high)}` : "fewer than 3 donors: no interval";

function Kpis({ evaluation, metrics }: { evaluation: Evaluation; metrics: Metrics }) {
  const { intervals } = metrics;
  const by = evaluation.donors ? "by donor" : "Wilson";
  const k = Math.min(3, metrics.topK.length);
  // Donors make the honest interval; without them each cell is a trial of its own.
  const first = evaluation.donors ? intervals.top1 : metrics.topK[0];
  const third = evaluation.donors ? intervals.top3 : metrics.topK[k - 1];
  return (
    <div class="kpis">
      <Kpi label={<Term word="top1">Top-1</Term>} value={score(metrics.topK[0].value)} note={<span title={by}>{between(first)}</span>} />
      {k > 1 && (
        <Kpi
          label={<Term word="topK">Top-{k}</Term>}
          value={score(metrics.topK[k - 1].value)}
          note={<span title={by}>{between(third)}</span>}
        />
      )}
      <Kpi label={<Term word="macroF1">Macro F1</Term>} value={score(metrics.macroF1)} note={between(intervals.macroF1)} />
      <Kpi
        label={<Term word="balancedAccuracy">Balanced acc.</Term>}
        value={score(metrics.balancedAccuracy)}
        note={between(intervals.balancedAccuracy)}
      />
    </div>
  );
}

/** Top-1 accuracy by the groups of any column. */
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
              `${nameOf(model)}, ${one.group}: ${score(one.topK[0].value)} (${score(one.topK[0].low)} to ` +
              `${score(one.topK[0].high)}) of ${many(one.cells, "cell")}`,
          })),
      );
    const names = [...(value?.models ?? [])].map(({ model }) => model).sort((a, b) => rankOf(a) - rankOf(b));
    return {
      rows,
      about: `Top-1 accuracy by ${value?.by ?? ""}`,
      x: "top-1 accuracy",
      y: value?.by ?? "group",
      names: names.map(nameOf),
      domain: [0, 1] as [number, number],
    };
  }, [value]);
  return (
    <Figure
      title="Top-1 accuracy by group"
      name={`top-1-by-${by || "group"}-${evaluation.phenotype}`}
      data={data}
      draw={(plots, ...rest) => plots.forest(...rest)}
      lead="Accuracy in each group with its 95% Wilson interval."
      actions={
        <ColumnSelect
          label="Group by"
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

/** How accurate the models are. */
export function AccuracySection({ evaluation, metrics }: { evaluation: Evaluation; metrics: Metrics }) {
  const scored = metrics.cells / (metrics.cells + metrics.unmatchedCells);
  // Of a minority of the cells no model is called the better one: the others are first to be matched.
  const isMost = scored >= 0.5;
  return (
    <>
      {!isMost && (
        <Note kind="bad">
          These figures rest on {percent(scored)} of the cells ({count(metrics.cells)} of {count(metrics.cells + metrics.unmatchedCells)}):
          the labels of the others match no class of the model. Match them below before relying on any of it.
        </Note>
      )}
      {!isMost && <MatchCard evaluation={evaluation} isOpen />}
      <Kpis evaluation={evaluation} metrics={metrics} />
      {isMost && <Verdict evaluation={evaluation} />}
      <TopKFigure evaluation={evaluation} />
      <ConfusionCard metrics={metrics} />
      <ClassCard metrics={metrics} />
      <BreakdownFigure evaluation={evaluation} />
      <ProtocolCard key={`${metrics.model}${state.info.value?.fingerprint}`} />
      {isMost && <MatchCard evaluation={evaluation} />}
    </>
  );
}
