import { useMemo } from "preact/hooks";
import type { MetricSummary, QualityLimits, QualityMetric } from "../../../contract/survey";
import { count, many, percent, value } from "../../../plots/format";
import { fromAxis, LIMITS_MARGINS, toAxis } from "../../../plots/limits-axis";
import { limitsView, METRIC_LABELS, SHARES } from "../../../plots/step-figures";
import { DoubletsCard } from "./doublets";
import { exportQuality } from "./files";
import { SamplesQuality } from "./quality-samples";
import { automatic, runQuality, selectOutside, setFiltered, setLimit, setLimitsWithin } from "./run";
import * as survey from "./state";
import { fail } from "../../engine-client";
import * as state from "../../store";
import type { Word } from "../../ui/words";
import { Figure } from "../../ui/figure";
import { Card, Note, Segments } from "../../ui/parts";
import { SurveyFailure } from "./parts";
import { ColumnSelect } from "../../ui/column-select";
import { Term } from "../../ui/tip";

const ABOUT: Record<QualityMetric, { word: Word; title: string; lead(one: MetricSummary): string }> = {
  totals: {
    word: "totals",
    title: "Counts per cell",
    lead: () => "Left tail: low-quality cells; right tail: possible doublets.",
  },
  detected: {
    word: "detected",
    title: "Genes detected per cell",
    lead: () => "Cells with few genes are harder to predict.",
  },
  mitochondrial: {
    word: "mitochondrial",
    title: "Mitochondrial fraction",
    lead: () =>
      `Fraction of counts in ${many(survey.quality.value?.mitochondrialGenes ?? 0, "gene")} named MT-. Right tail: damaged cells.`,
  },
  ribosomal: {
    word: "ribosomal",
    title: "Ribosomal fraction",
    lead: () =>
      `Fraction of counts in ${many(survey.quality.value?.ribosomalGenes ?? 0, "gene")} named RPS or RPL. It ` +
      `differs between cell types, so no automatic limit is set.`,
  },
  top50: {
    word: "top50",
    title: "Fraction of counts in the top 50 genes",
    lead: () => "Near 100%: low complexity.",
  },
};

const SLIDER_STEPS = 400;

/** One end of the limits: a slider that lines up with the histogram, and a number. */
function End({ summary, side, limits }: { summary: MetricSummary; side: "low" | "high"; limits: QualityLimits }) {
  const { metric, distribution, logDistribution } = summary;
  const isLog = logDistribution !== null;
  const isShare = SHARES.has(metric);
  const { edges } = logDistribution ?? distribution;
  const [first, last] = [edges[0] ?? 0, edges.at(-1) ?? 1];
  const now = limits[metric]?.[side] ?? null;
  const at = now === null ? (side === "low" ? first : last) : Math.min(Math.max(toAxis(now, isLog), first), last);
  const name = `${side === "low" ? "Lower" : "Upper"} limit of ${METRIC_LABELS[metric]}`;
  const put = (axis: number) => {
    // The ends of the slider are no limit.
    const isOff = side === "low" ? axis <= first : axis >= last;
    const given = fromAxis(axis, isLog);
    setLimit(metric, side, isOff ? null : isShare ? given : Math.round(given));
  };
  return (
    <input
      type="range"
      class={`end ${side}`}
      aria-label={name}
      aria-valuetext={now === null ? "none" : isShare ? percent(now) : value(now)}
      min={first}
      max={last}
      step={(last - first) / SLIDER_STEPS || 1}
      value={at}
      onInput={(event) => put(Number(event.currentTarget.value))}
    />
  );
}

function NumberEnd({ summary, side, limits }: { summary: MetricSummary; side: "low" | "high"; limits: QualityLimits }) {
  const isShare = SHARES.has(summary.metric);
  const now = limits[summary.metric]?.[side] ?? null;
  const shown = now === null ? "" : isShare ? String(Number((now * 100).toPrecision(4))) : String(Math.round(now));
  return (
    <input
      type="number"
      min="0"
      step="any"
      placeholder="none"
      aria-label={`${side === "low" ? "Lower" : "Upper"} limit of ${METRIC_LABELS[summary.metric]}, ${isShare ? "percent" : "a number"}`}
      value={shown}
      onChange={(event) => {
        const text = event.currentTarget.value.trim();
        const given = Number(text) / (isShare ? 100 : 1);
        setLimit(summary.metric, side, text === "" || !Number.isFinite(given) || given < 0 ? null : given);
      }}
    />
  );
}

function Metric({ summary }: { summary: MetricSummary }) {
  const { metric, distribution } = summary;
  const { word, title, lead } = ABOUT[metric];
  const limits = survey.limits.value;
  const { low = null, high = null } = limits[metric] ?? {};
  const outside = survey.mask.value?.beyond.find((one) => one.metric === metric);
  const isShare = SHARES.has(metric);
  const cells = outside ? outside.below + outside.above : 0;
  const data = useMemo(() => limitsView(summary, { low, high }, cells), [summary, low, high, cells]);
  const table = () => ({
    columns: ["from", "to", "cells"],
    rows: distribution.counts.map((n, i) => [distribution.edges[i], distribution.edges[i + 1], n]),
  });
  if (metric === "mitochondrial" && survey.quality.value?.mitochondrialGenes === 0)
    return <Note>No mitochondrial genes (MT-…) found, so damaged cells cannot be detected by them.</Note>;
  if (metric === "ribosomal" && survey.quality.value?.ribosomalGenes === 0) return null;
  return (
    <Figure
      title={<Term word={word}>{title}</Term>}
      lead={lead(summary)}
      name={metric}
      data={data}
      draw={(plots, ...rest) => plots.limitsHistogram(...rest)}
      table={table}
      after={
        <div class="limits">
          <div class="ends-of" style={{ margin: `0 ${LIMITS_MARGINS.right}px 0 ${LIMITS_MARGINS.left}px` }}>
            <End summary={summary} side="low" limits={limits} />
            <End summary={summary} side="high" limits={limits} />
          </div>
          <p class="after">
            From <NumberEnd summary={summary} side="low" limits={limits} /> to <NumberEnd summary={summary} side="high" limits={limits} />
            {isShare ? " %" : ""}
            <span class="outside">
              {low === null && high === null
                ? "no limits"
                : cells === 0
                  ? "no cells outside limits"
                  : `${many(cells, "cell")} outside ` +
                    `limits${outside!.alone < cells ? ` (${count(outside!.alone)} only by this metric)` : ""}`}
            </span>
          </p>
        </div>
      }
    />
  );
}

/** Five quality metrics, limits on each, and the cells outside of them. */
export function QualitySection() {
  const found = survey.quality.value;
  const busy = survey.busy.value === "quality";
  if (!found) {
    return (
      <>
        <SurveyFailure section="quality" />
        <p class="lead" role="status">
          {busy ? "Computing quality metrics…" : state.isRunning.value ? "Computed once all predictions are done." : ""}
        </p>
        {!busy && !state.isRunning.value && (
          <div class="controls">
            <button type="button" class="btn primary" onClick={() => void runQuality()}>
              Compute quality metrics
            </button>
          </div>
        )}
      </>
    );
  }
  const kept = survey.mask.value?.kept ?? found.kept;
  const out = found.cells - kept;
  const isOwn = survey.ownLimits.value !== null;
  return (
    <>
      <SurveyFailure section="quality" />
      <Card
        title={
          out === 0
            ? "All cells are within limits"
            : `${many(out, "cell")} of ${count(found.cells)} outside limits (${percent(out / found.cells)})`
        }
        lead={
          isOwn
            ? "Limits were set manually."
            : `Automatic limits: ${value(found.mads)} median absolute deviations (MADs) from the median` +
              `${found.samples ? ` of each ${found.samples.column}` : ""}, as in scran. Both sides for counts and genes (log scale), ` +
              "upper side for the mitochondrial and top-50 fractions."
        }
        actions={
          <button type="button" class="tool" onClick={() => void exportQuality().catch(fail)}>
            CSV (per cell)
          </button>
        }
      >
        <div class="controls">
          <Segments
            label="Cells outside limits"
            value={survey.isFiltered.value ? "out" : "flag"}
            onChoose={(chosen) => setFiltered(chosen === "out")}
            choices={[
              { value: "flag", title: "Flag only", hint: "All cells are used in all steps" },
              {
                value: "out",
                title: "Exclude from later steps",
                hint: "Variable genes, PCA, clusters and markers use the other cells only; the file and the predictions do not change",
              },
            ]}
          />
          <label class="field">
            <span>
              <Term word="mads">MADs</Term>
            </span>
            <select value={String(found.mads)} onChange={(event) => automatic(Number(event.currentTarget.value))}>
              {[2, 2.5, 3, 3.5, 4, 5].map((n) => (
                <option key={n} value={String(n)}>
                  {n}
                </option>
              ))}
            </select>
          </label>
          {survey.columns.value.length > 0 && (
            <ColumnSelect label="Limits within" value={survey.limitsWithin.value} none="all cells" onChoose={setLimitsWithin} />
          )}
          {isOwn && (
            <button type="button" class="link" onClick={() => automatic()}>
              Reset to automatic limits
            </button>
          )}
          <button
            type="button"
            class="link"
            disabled={!survey.mask.value}
            onClick={() => {
              state.choose({ colorBy: { kind: "limits" } });
            }}
          >
            Show on map
          </button>
          {out > 0 && (
            <button type="button" class="link" onClick={selectOutside}>
              Select them
            </button>
          )}
        </div>
      </Card>
      {found.notes.map((note) => (
        <Note key={note}>{note}</Note>
      ))}
      {found.samples && <SamplesQuality found={found.samples} />}
      {found.metrics.map((one) => (
        <Metric key={one.metric} summary={one} />
      ))}
      <DoubletsCard />
    </>
  );
}
