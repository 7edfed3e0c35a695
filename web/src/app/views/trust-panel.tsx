import type { Evaluation, Metrics } from "../../pipeline/types";
import { count, many, share } from "../../plots/format";
import * as state from "../state";
import { setLabelColumn } from "../trust";
import { verdictOf } from "../verdict";
import { headPlural, headTitle } from "../words";
import { ConfusionCard } from "./confusion-card";
import { HeadTabs } from "./head-tabs";
import { MatchCard } from "./match-card";
import { ModelSwitch } from "./model-switch";
import { ModelsCard } from "./models-card";
import { Headline, Kpi, Note } from "./parts";
import { ClassCard } from "./class-card";
import { Term } from "./tip";
import { ReliabilityFigure, TopKFigure } from "./trust-figures";

function LabelSelect() {
  const head = state.head.value;
  const usable = state.info.value?.columns.filter((column) => column.kind !== "number") ?? [];
  return (
    <label class="field">
      <span>{headTitle(head)} labels are in</span>
      <select value={state.labelColumn.value} onChange={(event) => setLabelColumn(head, event.currentTarget.value)}>
        <option value="">no column</option>
        {usable.map((column) => <option key={column.name} value={column.name}>{column.name}{column.categories ? ` (${count(column.categories)})` : ""}</option>)}
      </select>
    </label>
  );
}

function Verdict({ evaluation }: { evaluation: Evaluation }) {
  if (!evaluation.comparison) return null;
  const nameOf = (name: string) => {
    const model = state.modelByName.value.get(name);
    if (!model) return name;
    return model.kind === "linear" ? "linear model" : state.modelLabel(model).toLowerCase();
  };
  const linear = state.models.value.find((model) => model.kind === "linear")?.name ?? "";
  const verdict = verdictOf(evaluation.comparison, nameOf, linear);
  return <Note kind={verdict.isClear ? "good" : "warn"}><Term word="mcnemar"><b>{verdict.headline}</b></Term> {verdict.reason}</Note>;
}

function Kpis({ metrics }: { metrics: Metrics }) {
  const [first] = metrics.topK;
  const third = metrics.topK[Math.min(2, metrics.topK.length - 1)];
  const k = Math.min(3, metrics.topK.length);
  return (
    <div class="kpis">
      <Kpi label={<Term word="top1">Top-1</Term>} value={share(first.value)} note={`${share(first.low)} – ${share(first.high)}`} />
      {k > 1 && <Kpi label={<Term word="topK">Top-{k}</Term>} value={share(third.value)} note={`${share(third.low)} – ${share(third.high)}`} />}
      <Kpi label={<Term word="macroF1">Macro F1</Term>} value={share(metrics.macroF1)} note={<Term word="balancedAccuracy">balanced {share(metrics.balancedAccuracy)}</Term>} />
      <Kpi label={<Term word="ece">Calibration error</Term>} value={share(metrics.ece)} note="ECE, 15 bins" />
    </div>
  );
}

function lead(metrics: Metrics | undefined, head: string): string {
  if (!metrics) return "";
  const left = metrics.unmatchedCells > 0 ? `; ${count(metrics.unmatchedCells)} ${metrics.unmatchedCells === 1 ? "does" : "do"} not and ${metrics.unmatchedCells === 1 ? "is" : "are"} left out` : "";
  return `${many(metrics.cells, "cell")} ${metrics.cells === 1 ? "has" : "have"} a ${headTitle(head).toLowerCase()} label the model knows${left}. Intervals are 95%.`;
}

function NoLabels() {
  const hasColumns = (state.info.value?.columns.length ?? 0) > 0;
  return (
    <Note>
      {hasColumns
        ? `No column of the file looks like labels for ${headPlural(state.head.value)}. Choose one above, and both models are scored against it.`
        : "The file has no columns about its cells, so there is nothing to score the models against. Entropy (under Predict) still tells where they are unsure."}
    </Note>
  );
}

function body(evaluation: Evaluation, metrics: Metrics) {
  if (metrics.cells === 0) return <><Note kind="bad">None of the labels in {evaluation.column} is a class the model knows. Say below which class each one is.</Note><MatchCard evaluation={evaluation} isOpen /></>;
  return (
    <>
      <Kpis metrics={metrics} />
      <Verdict evaluation={evaluation} />
      <div class="two">
        <TopKFigure evaluation={evaluation} />
        <ReliabilityFigure evaluation={evaluation} />
      </div>
      <ModelsCard evaluation={evaluation} />
      <ConfusionCard metrics={metrics} />
      <ClassCard metrics={metrics} />
      <MatchCard evaluation={evaluation} />
    </>
  );
}

/** How far to trust the models, on the file's own labels. */
export function TrustPanel() {
  const head = state.head.value;
  const evaluation = state.evaluations.value.get(head);
  const failure = state.evaluationFailure.value;
  const metrics = evaluation?.metrics.find((one) => one.model === state.activeModel.value?.name) ?? evaluation?.metrics[0];
  const isBusy = state.evaluating.value === head;
  if (state.info.value && state.usableModels.value.length === 0) return <><Headline title="How far to trust it" /><Note kind="bad">No model fits this file, so there is nothing to trust or not; Data says why.</Note></>;
  return (
    <>
      <Headline title="How far to trust it">{lead(metrics, head)}</Headline>
      <div class="controls"><ModelSwitch /><HeadTabs /></div>
      <LabelSelect />
      {!state.labelColumn.value && <NoLabels />}
      {state.labelColumn.value && failure && <Note kind="bad">{failure.message} <code>{failure.code}</code></Note>}
      {state.labelColumn.value && !evaluation && !failure && <p class="lead" role="status">{isBusy ? "Scoring…" : state.isRunning.value ? "Scores come when the first model has seen every cell." : "Nothing has been predicted."}</p>}
      {evaluation && metrics && body(evaluation, metrics)}
    </>
  );
}
