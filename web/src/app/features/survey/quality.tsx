import { useMemo } from "preact/hooks";
import type { MetricSummary, QualityLimits, QualityMetric } from "../../../contract/survey";
import { count, many, percent, value } from "../../../plots/format";
import { fromAxis, LIMITS_MARGINS, toAxis } from "../../../plots/limits-axis";
import { takeQuality } from "./files";
import { automatic, runQuality, selectBeyond, setFiltered, setLimit } from "./run";
import * as survey from "./state";
import { fail } from "../../engine-client";
import * as state from "../../store";
import type { Word } from "../../ui/words";
import { Figure } from "../../ui/figure";
import { Card, Note, Segments } from "../../ui/parts";
import { SurveyFailure } from "./parts";
import { Term } from "../../ui/tip";

const ABOUT: Record<QualityMetric, { word: Word; title: string; label: string; lead(one: MetricSummary): string }> = {
  totals: {
    word: "totals",
    title: "Counts per cell",
    label: "counts per cell",
    lead: () => "Cells far to the left saw few molecules; far to the right may be two cells in one.",
  },
  detected: {
    word: "detected",
    title: "Genes detected per cell",
    label: "genes detected per cell",
    lead: () => "More genes make every prediction easier.",
  },
  mitochondrial: {
    word: "mitochondrial",
    title: "Mitochondrial share",
    label: "mitochondrial share",
    lead: () =>
      `Of ${many(survey.quality.value?.mitochondrialGenes ?? 0, "gene")} found by name (MT-). A long right tail holds damaged cells.`,
  },
  ribosomal: {
    word: "ribosomal",
    title: "Ribosomal share",
    label: "ribosomal share",
    lead: () =>
      `Of ${many(survey.quality.value?.ribosomalGenes ?? 0, "gene")} found by name (RPS, RPL). It differs between cell types, so it ` +
      `has no limit of its own.`,
  },
  top50: {
    word: "top50",
    title: "Share of a cell's 50 largest genes",
    label: "share of the 50 largest genes",
    lead: () => "Near 100%, a few genes make up the cell: little was seen of it.",
  },
};

const SHARES = new Set<QualityMetric>(["mitochondrial", "ribosomal", "top50"]);
const STEPS = 400;

/** One end of the limits: a slider that lines up with the histogram, and a number. */
function End({ of, side, limits }: { of: MetricSummary; side: "low" | "high"; limits: QualityLimits }) {
  const { metric, distribution, logDistribution } = of;
  const isLog = logDistribution !== null;
  const isShare = SHARES.has(metric);
  const { edges } = logDistribution ?? distribution;
  const [first, last] = [edges[0] ?? 0, edges.at(-1) ?? 1];
  const now = limits[metric]?.[side] ?? null;
  const at = now === null ? (side === "low" ? first : last) : Math.min(Math.max(toAxis(now, isLog), first), last);
  const name = `${side === "low" ? "Lower" : "Upper"} limit of ${ABOUT[metric].label}`;
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
      step={(last - first) / STEPS || 1}
      value={at}
      onInput={(event) => put(Number(event.currentTarget.value))}
    />
  );
}

function NumberEnd({ of, side, limits }: { of: MetricSummary; side: "low" | "high"; limits: QualityLimits }) {
  const isShare = SHARES.has(of.metric);
  const now = limits[of.metric]?.[side] ?? null;
  const shown = now === null ? "" : isShare ? String(Number((now * 100).toPrecision(4))) : String(Math.round(now));
  return (
    <input
      type="number"
      min="0"
      step="any"
      placeholder="none"
      aria-label={`${side === "low" ? "Lower" : "Upper"} limit of ${ABOUT[of.metric].label}, ${isShare ? "percent" : "a number"}`}
      value={shown}
      onChange={(event) => {
        const text = event.currentTarget.value.trim();
        const given = Number(text) / (isShare ? 100 : 1);
        setLimit(of.metric, side, text === "" || !Number.isFinite(given) || given < 0 ? null : given);
      }}
    />
  );
}

function Metric({ of }: { of: MetricSummary }) {
  const { metric, distribution, logDistribution } = of;
  const { word, title, label, lead } = ABOUT[metric];
  const limits = survey.limits.value;
  const { low = null, high = null } = limits[metric] ?? {};
  const beyond = survey.mask.value?.beyond.find((one) => one.metric === metric);
  const isShare = SHARES.has(metric);
  const cells = beyond ? beyond.below + beyond.above : 0;
  const data = useMemo(
    () => ({
      distribution: logDistribution ?? distribution,
      isLog: logDistribution !== null,
      isShare,
      low,
      high,
      label,
      median: distribution.median,
      beyond: cells,
    }),
    [of, low, high, cells],
  );
  const table = () => ({
    columns: ["from", "to", "cells"],
    rows: distribution.counts.map((n, i) => [distribution.edges[i], distribution.edges[i + 1], n]),
  });
  if (metric === "mitochondrial" && survey.quality.value?.mitochondrialGenes === 0)
    return <Note>No mitochondrial gene was found by name (MT-…), so damaged cells cannot be told this way.</Note>;
  if (metric === "ribosomal" && survey.quality.value?.ribosomalGenes === 0) return null;
  return (
    <Figure
      title={<Term word={word}>{title}</Term>}
      lead={lead(of)}
      name={metric}
      data={data}
      draw={(plots, ...rest) => plots.limitsHistogram(...rest)}
      table={table}
      after={
        <div class="limits">
          <div class="ends-of" style={{ margin: `0 ${LIMITS_MARGINS.right}px 0 ${LIMITS_MARGINS.left}px` }}>
            <End of={of} side="low" limits={limits} />
            <End of={of} side="high" limits={limits} />
          </div>
          <p class="after">
            From <NumberEnd of={of} side="low" limits={limits} /> to <NumberEnd of={of} side="high" limits={limits} />
            {isShare ? " %" : ""}
            <span class="told">
              {low === null && high === null
                ? "no limit"
                : cells === 0
                  ? "no cell beyond"
                  : `${many(cells, "cell")} beyond${beyond!.alone < cells ? `, ${count(beyond!.alone)} by this alone` : ""}`}
            </span>
          </p>
        </div>
      }
    />
  );
}

/** Which cells are good enough: five measures, limits on each, and what the limits do. */
export function QualitySection() {
  const found = survey.quality.value;
  const busy = survey.busy.value === "quality";
  if (!found) {
    return (
      <>
        <SurveyFailure section="quality" />
        <p class="lead" role="status">
          {busy ? "Measuring every cell…" : state.isRunning.value ? "Measured once the models have seen every cell." : ""}
        </p>
        {!busy && !state.isRunning.value && (
          <div class="controls">
            <button type="button" class="btn primary" onClick={() => void runQuality()}>
              Measure every cell
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
            ? "No cell is beyond the limits"
            : `${many(out, "cell")} of ${count(found.cells)} ${out === 1 ? "is" : "are"} beyond the limits (${percent(out / found.cells)})`
        }
        lead={
          isOwn
            ? "Limits set by hand."
            : `Limits lie ${value(found.mads)} median absolute deviations from the median, as in scran: of counts and genes on both ` +
              `sides (in logarithms), of the mitochondrial share and the 50 largest genes above.`
        }
        actions={
          <button type="button" class="take" onClick={() => void takeQuality().catch(fail)}>
            CSV of cells
          </button>
        }
      >
        <div class="controls">
          <Segments
            label="What happens to cells beyond the limits"
            value={survey.isFiltered.value ? "out" : "flag"}
            onChoose={(chosen) => setFiltered(chosen === "out")}
            choices={[
              { value: "flag", title: "Only flag them", hint: "Every cell takes part in everything" },
              {
                value: "out",
                title: "Leave them out below",
                hint: "Genes, components, clusters and markers are of the other cells; the file and the predictions stay as they are",
              },
            ]}
          />
          <label class="field">
            <span>
              <Term word="mads">Deviations</Term>
            </span>
            <select value={String(found.mads)} onChange={(event) => automatic(Number(event.currentTarget.value))}>
              {[2, 2.5, 3, 3.5, 4, 5].map((n) => (
                <option key={n} value={String(n)}>
                  {n}
                </option>
              ))}
            </select>
          </label>
          {isOwn && (
            <button type="button" class="link" onClick={() => automatic()}>
              Back to automatic limits
            </button>
          )}
          <button
            type="button"
            class="link"
            disabled={!survey.mask.value}
            onClick={() => {
              state.colorBy.value = { kind: "limits" };
            }}
          >
            Show on the map
          </button>
          {out > 0 && (
            <button type="button" class="link" onClick={selectBeyond}>
              Select them
            </button>
          )}
        </div>
      </Card>
      {found.notes.map((note) => (
        <Note key={note}>{note}</Note>
      ))}
      {found.metrics.map((one) => (
        <Metric key={one.metric} of={one} />
      ))}
    </>
  );
}
