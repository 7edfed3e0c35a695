import type { Evaluation, Metrics } from "../../../contract/types";
import { count, many } from "../../../plots/format";
import { fail } from "../../engine-client";
import * as state from "../../store";
import { takeReport, takeReportNumbers } from "../export/export";
import { section } from "./state";
import { headPlural, headTitle } from "../../ui/words";
import { HeadTabs } from "../predict/head-tabs";
import { MatchCard } from "./match-card";
import { ModelSwitch } from "../predict/model-switch";
import { Headline, Note } from "../../ui/parts";
import { AccuracySection } from "./accuracy";
import { ConfidenceSection } from "./confidence";
import { SectionTabs, TrustControls } from "./controls";
import { EntropySection } from "./entropy";
import { ModelsSection } from "./models";
import { TrustLights } from "./lights";
import { UnknownSection } from "./unknown";

function lead(evaluation: Evaluation | undefined, metrics: Metrics | undefined, head: string): string {
  if (!metrics || !evaluation) return "";
  const left =
    metrics.unmatchedCells > 0
      ? `; ${count(metrics.unmatchedCells)} ${metrics.unmatchedCells === 1 ? "does" : "do"} not and ` +
        `${metrics.unmatchedCells === 1 ? "is" : "are"} left out`
      : "";
  const of = evaluation.donors ? `, over ${many(evaluation.units, "donor")}` : "";
  return (
    `${many(metrics.cells, "cell")} ${metrics.cells === 1 ? "has" : "have"} a ${headTitle(head).toLowerCase()} label the model ` +
    `knows${left}. Intervals are 95%${of}.`
  );
}

function NoLabels() {
  const hasColumns = (state.info.value?.columns.length ?? 0) > 0;
  return (
    <Note>
      {hasColumns
        ? `No column of the file looks like labels for ${headPlural(state.head.value)}. Choose one above, and all models are scored ` +
          `against it. Entropy needs no labels.`
        : "The file has no columns about its cells, so there is nothing to score the models against. Entropy (under Predict) still " +
          "tells where they are unsure."}
    </Note>
  );
}

function Sections({ evaluation, metrics }: { evaluation: Evaluation; metrics: Metrics }) {
  if (metrics.cells === 0)
    return (
      <>
        <Note kind="bad">None of the labels in {evaluation.column} is a class the model knows. Say below which class each one is.</Note>
        <MatchCard evaluation={evaluation} isOpen />
      </>
    );
  switch (section.value) {
    case "confidence":
      return <ConfidenceSection evaluation={evaluation} metrics={metrics} />;
    case "unknown":
      return <UnknownSection evaluation={evaluation} metrics={metrics} />;
    case "models":
      return <ModelsSection evaluation={evaluation} />;
    default:
      return <AccuracySection evaluation={evaluation} metrics={metrics} />;
  }
}

/** How far to trust the models, on the file's own labels. */
export function TrustPanel() {
  const head = state.head.value;
  const evaluation = state.evaluations.value.get(head);
  const failure = state.evaluationFailure.value;
  const metrics = evaluation?.metrics.find((one) => one.model === state.activeModel.value?.name) ?? evaluation?.metrics[0];
  const isBusy = state.evaluating.value === head;
  const hasLabels = state.labelColumn.value !== "";
  if (state.info.value && state.usableModels.value.length === 0)
    return (
      <>
        <Headline title="How far to trust it" />
        <Note kind="bad">No model fits this file, so there is nothing to trust or not; Data says why.</Note>
      </>
    );
  return (
    <>
      <Headline title="How far to trust it">{lead(evaluation, metrics, head)}</Headline>
      <div class="controls">
        <ModelSwitch />
        <HeadTabs />
      </div>
      <TrustLights metrics={metrics} />
      <TrustControls />
      <div class="controls">
        <SectionTabs />
        <span class="takes">
          <button type="button" class="take" disabled={!state.report.value} onClick={() => void takeReport().catch(fail)}>
            Report
          </button>{" "}
          <button type="button" class="take" disabled={!state.report.value} onClick={() => void takeReportNumbers().catch(fail)}>
            metrics.json
          </button>
        </span>
      </div>
      {section.value === "entropy" ? (
        <EntropySection />
      ) : (
        <>
          {!hasLabels && <NoLabels />}
          {hasLabels && failure && (
            <Note kind="bad">
              {failure.message} <code>{failure.code}</code>
            </Note>
          )}
          {hasLabels && !evaluation && !failure && (
            <p class="lead" role="status">
              {isBusy
                ? "Scoring…"
                : state.isRunning.value
                  ? "Scores come when the first model has seen every cell."
                  : "Nothing has been predicted."}
            </p>
          )}
          {evaluation && metrics && <Sections evaluation={evaluation} metrics={metrics} />}
        </>
      )}
    </>
  );
}
