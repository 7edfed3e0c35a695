import { useMemo } from "preact/hooks";
import { useSignal } from "@preact/signals";
import type { ClassSummary, HeadInfo, HeadScores, HeadSummary, ModelInfo } from "../../../contract/types";
import { count, many, percent, probability, rate } from "../../../plots/format";
import { entropyStripsOf } from "../trust/entropy-sample";
import * as state from "../../store";
import * as train from "../train/state";
import { headPlural, headTitle } from "../../ui/words";
import { BesideCard } from "./beside-card";
import { beside, besideModel } from "./beside-state";
import { CellTable } from "./cell-table";
import { ConsensusCard } from "./consensus-card";
import { UncertaintyNote } from "./uncertainty-note";
import { shortClass } from "../../../plots/class-names";
import { Figure } from "../../ui/figure";
import { HeadTabs } from "./head-tabs";
import { NoModel } from "../data/no-model";
import { coverageFound } from "../models/coverage-found";
import { ClassesLink } from "../models/listed";
import { ModelSwitch } from "./model-switch";
import { ProbMatchCard } from "./prob-match-card";
import { Card, CsvButton, Headline, Kpi, Note } from "../../ui/parts";
import { selectCells } from "../map/selection";
import { Verdicts } from "../trust/lights";
import { ShiftCard } from "../trust/shift-card";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { Term } from "../../ui/tip";
import { SamplesCard } from "./samples-card";
import { SexCard } from "./sex-card";
import { classColumn } from "./class-column";
import { SampledNote } from "./sampled-note";
import { VoteCard } from "./vote-card";
import { TrainPanel } from "../train/panel";
import { projection, startProjection } from "../train/reference-run";

/** A class's share of all cells as cells that were drawn tell it, or of those that were read. */
function shareColumn(isDrawn: boolean, total: number): SortColumn<ClassSummary> {
  if (!isDrawn)
    return {
      key: "cells",
      title: <Term word="cells">Cells</Term>,
      by: (row) => row.cells,
      cell: (row) => (
        <>
          {count(row.cells)} <small>{percent(row.cells / Math.max(total, 1))}</small>
        </>
      ),
    };
  return {
    key: "cells",
    title: <Term word="sampledShare">Share of cells</Term>,
    by: (row) => row.share!.value,
    cell: ({ share, cells }) => (
      <span title={`${count(cells)} of the cells that were read`}>
        {percent(share!.value)}{" "}
        <small>
          {percent(share!.low)} to {percent(share!.high)}
        </small>
      </span>
    ),
  };
}

function columnsOf(phenotype: string, { cells, sampled }: HeadSummary): SortColumn<ClassSummary>[] {
  return [
    classColumn(phenotype),
    shareColumn(sampled?.isDrawn === true, cells),
    {
      key: "probability",
      title: <Term word="probability">Probability</Term>,
      by: (row) => row.meanProbability,
      cell: (row) => probability(row.meanProbability),
    },
    {
      key: "entropy",
      title: <Term word="entropy">Entropy</Term>,
      by: (row) => row.meanEntropy,
      cell: (row) => (
        <>
          {probability(row.meanEntropy / Math.log(Math.max(state.activeHead.value?.classes.length ?? 2, 2)))}{" "}
          <small class="roomy">({probability(row.meanEntropy)})</small>
        </>
      ),
    },
  ];
}

function tableOf(summary: HeadSummary) {
  return {
    columns: [
      summary.phenotype,
      "ontology_id",
      summary.sampled ? "cells_read" : "cells",
      "mean_probability",
      "mean_entropy_nats",
      ...(summary.sampled?.isDrawn ? ["share", "share_low", "share_high"] : []),
    ],
    rows: summary.classes.map(({ label, ontologyId, cells, meanProbability, meanEntropy, share }) => [
      label,
      ontologyId,
      cells,
      meanProbability,
      meanEntropy,
      ...(share ? [share.value, share.low, share.high] : []),
    ]),
  };
}

/** Entropy class by class, of a sample of the cells. */
function EntropyFigure({ scores, head }: { scores: HeadScores; head: HeadInfo }) {
  const dark = state.isDark.value;
  const epoch = state.colorEpoch.value;
  const data = useMemo(
    () => ({ strips: entropyStripsOf(scores, head, (label) => state.colorBook(head.phenotype).color(label, dark)) }),
    [scores, dark, epoch],
  );
  if (data.strips.length === 0) return null;
  return (
    <Figure
      title={`Entropy by ${headTitle(head.phenotype).toLowerCase()}`}
      lead={
        <>
          Uncertainty of the prediction (0: certain; 1: all classes equally likely). One dot per cell
          {scores.cells > 1000 ? ", random sample" : ""}; ticks: medians.
        </>
      }
      name={`entropy-${head.phenotype}`}
      data={data}
      draw={(plots, ...rest) => plots.entropyStrips(...rest)}
      hasPoints
      table={() => ({
        columns: [head.phenotype, "cells", "median_entropy_norm"],
        rows: data.strips.map((strip) => [strip.label, strip.cells, strip.median]),
      })}
    />
  );
}

function Waiting() {
  return <p class="lead">{state.isRunning.value ? "Waiting for the first predictions…" : "Nothing has been predicted yet."}</p>;
}

/** A model's short name within a sentence. */
function inSentence(model: ModelInfo): string {
  const label = state.modelLabel(model);
  return label === "Linear" ? "linear model" : label === "Transformer" ? "transformer" : label;
}

/** One model's classes, where no other stands beside it. */
function ClassesCard({ all, head, onClass }: { all: HeadSummary; head: HeadInfo; onClass(code: number): void }) {
  return (
    <Card
      title={`Predicted ${headPlural(head.phenotype)}`}
      lead="Click a class to list its cells below."
      actions={<CsvButton name={`predicted-${head.phenotype}`} table={() => tableOf(all)} />}
    >
      <SortableTable
        caption={`Cells by predicted ${headTitle(head.phenotype)}`}
        columns={columnsOf(head.phenotype, all)}
        rows={all.classes}
        keyOf={(row) => row.code}
        first="cells"
        onRow={(row) => onClass(row.code)}
        rowLabel={(row) => `List cells predicted as ${shortClass(row.label)}`}
      />
    </Card>
  );
}

/** Selects the cells that only the model beside the one shown gives a class. */
function selectOther(label: string): void {
  const [now, other] = [beside.value, besideModel.value];
  const code = other?.heads.find(({ phenotype }) => phenotype === now?.phenotype)?.classes.findIndex((one) => one.label === label) ?? -1;
  if (!now || !other || code < 0) return;
  const { cells, k, top } = now.scores;
  const rule = { kind: "predicted" as const, model: other.name, head: now.phenotype, label };
  selectCells(
    Uint32Array.from({ length: cells }, (_, cell) => cell).filter((cell) => top[cell * k] === code),
    rule,
  );
}

/** What a model predicts for the cells. */
export function PredictPanel() {
  return train.isOpen.value ? <TrainPanel /> : <Predictions />;
}

function Predictions() {
  const model = state.activeModel.value;
  const scores = state.activeScores.value;
  const head = state.activeHead.value;
  const summary = state.summary.value;
  const run = model && state.runByModel.value.get(model.name);
  const ofClass = useSignal<number | null>(null);
  const isCurrent = summary !== null && model !== null && summary.model === model.name && summary.all.phenotype === state.head.value;
  const all = isCurrent ? summary.all : null;
  const first = all?.classes[0];
  const toggleClass = (code: number) => {
    ofClass.value = ofClass.value === code ? null : code;
  };
  const listClass = (label: string) => {
    const code = all?.classes.find((one) => one.label === label)?.code;
    if (code === undefined) selectOther(label);
    else toggleClass(code);
  };
  return (
    <>
      <Headline title={model ? `Predictions of the ${inSentence(model)}` : "Predictions"}>
        {all && first
          ? `${many(all.classes.length, "class", "classes")} predicted; the largest is ${shortClass(first.label)} ` +
            `(${percent(first.share?.value ?? first.cells / Math.max(all.cells, 1))}).`
          : ""}
        {run && !run.finished && !all?.sampled ? ` ${count(run.cells)} of ${count(run.asked)} cells so far.` : ""}
      </Headline>
      <div class="controls">
        <ModelSwitch />
        <HeadTabs />
        <button
          type="button"
          class="link train"
          onClick={() => {
            train.isOpen.value = true;
          }}
        >
          Train on your own labels
        </button>
      </div>
      <Verdicts />
      {state.favoured.value && state.favoured.value.model === model?.name && <p class="lead">{state.favoured.value.why}</p>}
      {model && !head && model.heads.length > 0 && (
        <Note>
          {model.title} does not predict {headPlural(state.head.value)}.
        </Note>
      )}
      {model && coverageFound(model.name)?.unread && <Note>{coverageFound(model.name)?.reason}</Note>}
      {model && model.heads.length === 0 && (
        <Note>{model.title} has no classifier: it embeds the cells, and the embedding can be exported.</Note>
      )}
      {state.info.value && state.usableModels.value.length === 0 && <NoModel />}
      {!all && head && <Waiting />}
      {all && head && (
        <>
          <div class="kpis">
            <Kpi
              label={all.sampled ? "Cells read" : "Cells"}
              value={count(all.cells)}
              note={
                run?.backend === "stored" ? (
                  "precomputed"
                ) : run ? (
                  <>
                    <Term word="rate">{rate(run.cellsPerSecond)} cells/s</Term>
                  </>
                ) : (
                  ""
                )
              }
            />
            <Kpi
              label="Classes"
              value={count(all.classes.length)}
              note={
                <>
                  of{" "}
                  <ClassesLink title={`What ${model!.title} knows`} models={[model!]} phenotype={head.phenotype}>
                    {count(head.classes.length)} known
                  </ClassesLink>
                </>
              }
            />
            <Kpi label={<Term word="probability">Probability</Term>} value={probability(all.meanProbability)} note="mean" />
            <Kpi
              label={<Term word="entropy">Entropy</Term>}
              value={probability(all.meanEntropyNorm)}
              note={`mean; ${probability(all.meanEntropy)} nats`}
            />
          </div>
          {model?.kind === "reference" && (
            <Note>
              SingleR gives correlations with the reference&apos;s profiles, not probabilities: what is shown as a probability is the
              softmax of the correlations over .05, SingleR&apos;s own limit for labels that are compared again. The label is always
              SingleR&apos;s.{" "}
              <button type="button" class="link" disabled={projection.isBusy.value} onClick={() => void startProjection(model.name)}>
                Add scTOP&apos;s projection on the same profiles
              </button>
            </Note>
          )}
          {all.sampled && <SampledNote sampled={all.sampled} areWeighted />}
          {scores && head.doubt && <UncertaintyNote scores={scores} head={head} />}
          {beside.value ? <BesideCard onClass={listClass} /> : <ClassesCard all={all} head={head} onClass={toggleClass} />}
          {model && head.link === "logistic" && <ProbMatchCard model={model.name} />}
          <SamplesCard />
          <SexCard />
          <VoteCard />
          <ConsensusCard />
          <ShiftCard />
          {scores && <EntropyFigure scores={scores} head={head} />}
          {scores && (
            <CellTable
              scores={scores}
              head={head}
              ofClass={ofClass.value}
              onAll={() => {
                ofClass.value = null;
              }}
            />
          )}
        </>
      )}
      {!(all && head) && <SexCard />}
    </>
  );
}
