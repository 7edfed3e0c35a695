import { readForGenes } from "../../../contract/read-for-genes";
import type { AttributionGroup, AttributionReport } from "../../../contract/operations/attribution";
import { count, duration, percent, probability } from "../../../plots/format";
import { stop } from "../../engine-client";
import * as state from "../../store";
import { explanation, isChanged } from "./run";
import * as why from "./state";
import { GeneStatesCard } from "../gene-states/gene-states-card";
import { EditCard } from "../edit/edit-card";
import { HeadTabs } from "../predict/head-tabs";
import { NoModel } from "../data/no-model";
import { ModelSwitch } from "../predict/model-switch";
import { Headline, Kpi, Note } from "../../ui/parts";
import { Failure } from "../../ui/run-parts";
import { PathwaysCard } from "../gene-sets/pathways-card";
import { GeneRankingCard } from "../gene-ranking/gene-ranking-card";
import { Term } from "../../ui/tip";
import { CellFigure } from "./cell-card";
import { GroupSwitch, WhyControls } from "./controls";
import { BarsFigure, GenesCard, HeatFigure } from "./figures";
import { GeneCard } from "./gene-card";
import { explainedIn, isOfScores, rivalsText, titleOf } from "./words";

const METHODS = {
  "gradient-x-input": "gradient × input",
  "integrated-gradients": "integrated gradients",
  "expected-gradients": "expected gradients",
  "closed-form": "exact (linear model)",
  occlusion: "occlusion (genes removed one at a time)",
  "leave-one-out": "SingleR, marker genes left out one at a time",
} as const;

function Kpis({ report, group }: { report: AttributionReport; group: AttributionGroup }) {
  const isComplete = !Number.isNaN(group.gap) && report.method !== "closed-form";
  return (
    <div class="kpis">
      <Kpi
        label="Cells"
        value={count(group.cells)}
        note={group.donors > 0 ? `${count(group.donors)} donors` : `of ${count(group.eligible)}`}
      />
      <Kpi
        label={isOfScores(report) ? "Score difference" : <Term word="logit">Logit</Term>}
        value={Number.isFinite(group.atCell) ? group.atCell.toFixed(isOfScores(report) ? 3 : 1) : "–"}
        note={Number.isNaN(group.atBaseline) ? "mean of the cells" : `baseline ${group.atBaseline.toFixed(1).replace(/^-(?=0\.0$)/, "")}`}
      />
      <Kpi
        label={<Term word="completenessGap">Completeness error</Term>}
        value={report.method === "closed-form" ? "0" : isComplete ? percent(group.gap) : "–"}
        note={
          isComplete
            ? `${percent(group.gapAbove5)} of cells above 5%`
            : report.method === "closed-form"
              ? "exact"
              : "not applicable to this method"
        }
      />
      <Kpi
        label={<Term word="splitHalf">Reproducibility (split-half)</Term>}
        value={probability(group.splitHalf.jaccard50)}
        note={<>top-50 overlap; Spearman ρ {probability(group.splitHalf.spearman)}</>}
      />
    </div>
  );
}

function body(report: AttributionReport, group: AttributionGroup) {
  const target = explainedIn(group);
  const title = titleOf(target);
  const advice = readForGenes(state.usableModels.value, report.model, report.phenotype);
  return (
    <>
      <GroupSwitch />
      <Kpis report={report} group={group} />
      {isOfScores(report) && (
        <Note>
          SingleR compares ranks of marker genes and has no weights. Each marker compared is left out in turn and all ranks are made again:
          an attribution is what the score difference between the label and its rival loses without the gene. Attributions do not add up to
          the difference. {group.rivals.length > 0 && `Rival: ${rivalsText(group)}.`}
        </Note>
      )}
      {group.gapAbove5 > 0.5 && (
        <Note>
          In more than half of these cells the completeness error is above 5%: use the attributions as a rough ranking only, or choose
          integrated gradients.
        </Note>
      )}
      {group.cells < 10 && (
        <Note>
          Only {group.cells} {group.cells === 1 ? "cell" : "cells"}: the top genes may be chance findings.
        </Note>
      )}
      {advice && <Note>{advice}</Note>}
      <BarsFigure report={report} group={group} target={target} />
      <GeneCard report={report} />
      {!isOfScores(report) && <EditCard report={report} group={group} />}
      <HeatFigure report={report} />
      <CellFigure report={report} group={group} title={title} />
      <GenesCard report={report} group={group} />
      <PathwaysCard report={report} group={group} title={title} />
      <GeneStatesCard />
      <GeneRankingCard report={report} />
      {report.notes.map((note) => (
        <Note key={note}>{note}</Note>
      ))}
    </>
  );
}

/** Which genes drive the model's predictions. */
export function WhyPanel() {
  const [report, group, model] = [why.report.value, why.group.value, why.model.value];
  if (state.info.value && state.usableModels.value.length === 0)
    return (
      <>
        <Headline title="Which genes drive the predictions" />
        <NoModel />
      </>
    );
  if (state.info.value && !model)
    return (
      <>
        <Headline title="Which genes drive the predictions" />
        <Note>The models here only embed cells: there are no predictions to explain.</Note>
      </>
    );
  const isShown = report && group && why.isCurrent.value;
  const passes =
    isShown && report.evaluations > 0
      ? `, ${count(report.evaluations)} ${report.method === "occlusion" ? "predictions" : "gradients"}`
      : "";
  const lead = isShown
    ? `${count(report.cells)} cells · ${METHODS[report.method]}${passes} · ` +
      `${duration(report.seconds)}${report.cancelled ? " · stopped" : ""}`
    : "The genes that change the model's prediction for these cells, and how reliable these attributions are.";
  return (
    <>
      <Headline title={isShown ? `Why ${titleOf(explainedIn(group))}?` : "Which genes drive the predictions"}>{lead}</Headline>
      <div class="controls">
        <ModelSwitch />
        <HeadTabs />
      </div>
      <WhyControls />
      <Failure error={explanation.failure.value} />
      {!isShown && !explanation.failure.value && (
        <p class="lead" role="status">
          {explanation.isBusy.value ? "Explaining…" : state.isRunning.value ? "Available once all models are done. " : "Click Explain."}
          {state.isRunning.value && model && state.runByModel.value.get(model.name)?.finished && (
            <button type="button" class="link" onClick={stop}>
              Stop the others and explain {model.title} now
            </button>
          )}
        </p>
      )}
      {isShown && isChanged.value && (
        <p class="lead" role="status">
          The options were changed since: click Explain for an answer to them.
        </p>
      )}
      {isShown && <div class={isChanged.value ? "answer dimmed" : "answer"}>{body(report, group)}</div>}
    </>
  );
}
