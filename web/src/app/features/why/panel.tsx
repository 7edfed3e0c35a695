import type { AttributionGroup, AttributionReport } from "../../../contract/operations/attribution";
import { count, duration, percent, share } from "../../../plots/format";
import * as state from "../../store";
import * as why from "./state";
import { GeneContextCard } from "../gene-states/gene-states-card";
import { EditCard } from "../edit/edit-card";
import { HeadTabs } from "../predict/head-tabs";
import { ModelSwitch } from "../predict/model-switch";
import { Headline, Kpi, Note } from "../../ui/parts";
import { PathwaysCard } from "../gene-sets/pathways-card";
import { SelectionWorthCard } from "../gene-ranking/gene-ranking-card";
import { Term } from "../../ui/tip";
import { CellFigure } from "./cell-card";
import { GroupSwitch, WhyControls } from "./controls";
import { BarsFigure, GenesCard, HeatFigure } from "./figures";
import { GeneCard } from "./gene-card";

const METHODS = {
  "gradient-x-input": "gradient × input",
  "integrated-gradients": "integrated gradients",
  "expected-gradients": "expected gradients",
  "closed-form": "exact, as the model is linear",
  occlusion: "genes taken away one by one",
} as const;

/** Whose logit is explained in a group, in words. */
function targetTitle(group: AttributionGroup): string {
  const { code, against } = why.target.value;
  const label = (of: number) => why.classes.value[of]?.label ?? "";
  if (code < 0) return why.cells.value.kind === "prediction" ? group.name : "what was predicted";
  return against < 0 ? label(code) : `${label(code)} against ${label(against)}`;
}

function Kpis({ report, group }: { report: AttributionReport; group: AttributionGroup }) {
  const isComplete = !Number.isNaN(group.gap) && report.method !== "closed-form";
  return (
    <div class="kpis">
      <Kpi
        label="Cells explained"
        value={count(group.cells)}
        note={group.donors > 0 ? `${count(group.donors)} donors` : `of ${count(group.eligible)}`}
      />
      <Kpi
        label={<Term word="logit">Logit</Term>}
        value={Number.isFinite(group.atCell) ? group.atCell.toFixed(1) : "–"}
        note={Number.isNaN(group.atBaseline) ? "mean of the cells" : `baseline ${group.atBaseline.toFixed(1)}`}
      />
      <Kpi
        label={<Term word="completenessGap">Sum misses by</Term>}
        value={report.method === "closed-form" ? "0" : isComplete ? percent(group.gap) : "–"}
        note={isComplete ? `${percent(group.gapAbove5)} of cells above 5%` : report.method === "closed-form" ? "exact" : "not promised"}
      />
      <Kpi
        label={<Term word="splitHalf">Split halves</Term>}
        value={share(group.splitHalf.jaccard50, 2)}
        note={<>overlap of top 50; ρ {share(group.splitHalf.spearman, 2)}</>}
      />
    </div>
  );
}

function body(report: AttributionReport, group: AttributionGroup) {
  const title = targetTitle(group);
  return (
    <>
      <GroupSwitch />
      <Kpis report={report} group={group} />
      {group.gapAbove5 > 0.5 && (
        <Note>
          In more than half of these cells the attributions miss the change of the logit by over 5%: take them as a rough order, or choose
          integrated gradients with more steps.
        </Note>
      )}
      {group.cells < 10 && (
        <Note>
          Only {group.cells} {group.cells === 1 ? "cell" : "cells"}: what stands out may be chance.
        </Note>
      )}
      <BarsFigure report={report} group={group} title={title} />
      <GeneCard report={report} />
      <EditCard report={report} group={group} />
      <HeatFigure report={report} />
      <CellFigure report={report} group={group} title={title} />
      <GenesCard report={report} group={group} />
      <PathwaysCard report={report} group={group} title={title} />
      <GeneContextCard />
      <SelectionWorthCard report={report} />
      {report.notes.map((note) => (
        <Note key={note}>{note}</Note>
      ))}
    </>
  );
}

/** Which genes made the model say so. */
export function WhyPanel() {
  const [report, group, model] = [why.report.value, why.group.value, why.model.value];
  if (state.info.value && state.usableModels.value.length === 0)
    return (
      <>
        <Headline title="Which genes made it say so" />
        <Note kind="bad">No model fits this file, so there is nothing to explain; Data says why.</Note>
      </>
    );
  if (state.info.value && !model)
    return (
      <>
        <Headline title="Which genes made it say so" />
        <Note>The models here only embed cells; they say nothing that could be explained.</Note>
      </>
    );
  const isShown = report && group && why.isCurrent.value;
  const lead = isShown
    ? `${count(report.cells)} cells · ${METHODS[report.method]}${
        report.evaluations > 0 ? `, ${count(report.evaluations)} ${report.method === "occlusion" ? "predictions" : "gradients"}` : ""
      } · ${duration(report.seconds)}${report.cancelled ? " · stopped" : ""}`
    : "The genes whose expression moves the model's answer for these cells, and how far to believe that.";
  return (
    <>
      <Headline title={isShown ? `Why “${targetTitle(group)}”` : "Which genes made it say so"}>{lead}</Headline>
      <div class="controls">
        <ModelSwitch />
        <HeadTabs />
      </div>
      <WhyControls />
      {why.failure.value && (
        <Note kind="bad">
          {why.failure.value.message} <code>{why.failure.value.code}</code>
        </Note>
      )}
      {!isShown && !why.failure.value && (
        <p class="lead" role="status">
          {why.isBusy.value
            ? "Explaining…"
            : state.isRunning.value
              ? "Explanations come when the models have seen every cell."
              : "Press Explain."}
        </p>
      )}
      {isShown && body(report, group)}
    </>
  );
}
