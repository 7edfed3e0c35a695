import type { Evaluation, Metrics } from "../../../contract/types";
import { count, many, percent } from "../../../plots/format";
import { fail } from "../../engine-client";
import * as state from "../../store";
import { exportReport, exportReportNumbers } from "../export/export";
import { evaluation } from "./run";
import { section } from "./state";
import { headPlural, headTitle } from "../../ui/words";
import { HeadTabs } from "../predict/head-tabs";
import { MatchCard } from "./match-card";
import { NoModel } from "../data/no-model";
import { ModelSwitch } from "../predict/model-switch";
import { SampledNote } from "../predict/sampled-note";
import { Headline, Note } from "../../ui/parts";
import { Failure } from "../../ui/run-parts";
import { AccuracySection } from "./accuracy";
import { ConfidenceSection } from "./confidence";
import { SectionTabs, TrustControls } from "./controls";
import { EntropySection } from "./entropy";
import { GroupsSection } from "./groups";
import { KnownCard } from "./known-card";
import { ModelsSection } from "./models";
import { TrustLights } from "./lights";
import { UnknownSection } from "./unknown";

function lead(evaluation: Evaluation | undefined, metrics: Metrics | undefined, head: string): string {
  if (!metrics || !evaluation) return "";
  const all = metrics.cells + metrics.unmatchedCells;
  const left =
    metrics.unmatchedCells > 0
      ? ` (${percent(metrics.cells / all)} of them all); ${count(metrics.unmatchedCells)} ` +
        `${metrics.unmatchedCells === 1 ? "does not and is" : "do not and are"} excluded`
      : "";
  const units = evaluation.donors ? `, over ${many(evaluation.units, "donor")}` : "";
  return (
    `${many(metrics.cells, "cell")} ${metrics.cells === 1 ? "has" : "have"} a ${headTitle(head).toLowerCase()} ` +
    `label that matches a class of the model${left}. Intervals are 95%${units}.`
  );
}

function NoLabels() {
  const hasColumns = (state.info.value?.columns.length ?? 0) > 0;
  return (
    <Note>
      {hasColumns
        ? `No column looks like labels for ${headPlural(state.head.value)}. Choose one above to score the models. Entropy needs no labels.`
        : "The file has no cell metadata (obs), so there are no labels to score the models on. Entropy (under " +
          "Predict) shows where predictions are uncertain."}
    </Note>
  );
}

function Sections({ evaluation, metrics }: { evaluation: Evaluation; metrics: Metrics }) {
  if (metrics.cells === 0)
    return (
      <>
        <Note kind="bad">
          None of the labels in {evaluation.column} matches a class of the model. Choose the class of each label below.
        </Note>
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

/** How far to trust the predictions, on the file's own labels. */
export function TrustPanel() {
  const head = state.head.value;
  const evaluated = state.evaluations.value.get(head);
  const failure = evaluation.failure.value;
  const metrics = evaluated?.metrics.find((one) => one.model === state.activeModel.value?.name) ?? evaluated?.metrics[0];
  const isBusy = evaluation.isBusy.value;
  const shown = state.summary.value;
  const sampled = shown?.model === state.activeModel.value?.name && shown?.all.phenotype === head ? shown?.all.sampled : undefined;
  const hasLabels = state.labelColumn.value !== "";
  if (state.info.value && state.usableModels.value.length === 0)
    return (
      <>
        <Headline title="How far to trust the predictions" />
        <NoModel />
      </>
    );
  return (
    <>
      <Headline title="How far to trust the predictions">{lead(evaluated, metrics, head)}</Headline>
      <div class="controls">
        <ModelSwitch />
        <HeadTabs />
      </div>
      {sampled && <SampledNote sampled={sampled} areWeighted={false} />}
      <TrustLights />
      <TrustControls />
      <div class="controls">
        <SectionTabs />
        <span class="tools">
          <button type="button" class="tool" disabled={!state.report.value} onClick={() => void exportReport().catch(fail)}>
            Report
          </button>{" "}
          <button type="button" class="tool" disabled={!state.report.value} onClick={() => void exportReportNumbers().catch(fail)}>
            metrics.json
          </button>
        </span>
      </div>
      {section.value === "entropy" ? (
        <EntropySection />
      ) : section.value === "groups" ? (
        <GroupsSection />
      ) : (
        <>
          {!hasLabels && <NoLabels />}
          {!hasLabels && <KnownCard />}
          {hasLabels && <Failure error={failure} />}
          {hasLabels && !evaluated && !failure && (
            <p class="lead" role="status">
              {isBusy
                ? "Scoring…"
                : state.isRunning.value
                  ? "Available once the first model has predicted all cells."
                  : "Nothing has been predicted yet."}
            </p>
          )}
          {evaluated && metrics && <Sections evaluation={evaluated} metrics={metrics} />}
        </>
      )}
    </>
  );
}
