import { useMemo } from "preact/hooks";
import type { Distribution, SurveyReport } from "../../pipeline/types";
import { count, many, percent, value } from "../../plots/format";
import * as state from "../state";
import type { Word } from "../words";
import { Figure } from "./figure";
import { Headline, Kpi, Note } from "./parts";
import { Term } from "./tip";

function histogramTable({ edges, counts }: Distribution) {
  return { columns: ["from", "to", "cells"], rows: counts.map((cells, i) => [edges[i], edges[i + 1], cells]) };
}

function Histogram({ distribution, word, title, lead, label, isShare }: { distribution: Distribution; word: Word; title: string; lead: string; label: string; isShare?: boolean }) {
  const data = useMemo(() => ({ distribution, label, isShare: isShare ?? false }), [distribution]);
  return (
    <Figure title={<Term word={word}>{title}</Term>} lead={lead} name={word} data={data} draw={(plots, ...rest) => plots.histogram(...rest)} table={() => histogramTable(distribution)} />
  );
}

function headline({ totals, detected, mitochondrial, mitochondrialGenes }: SurveyReport): string {
  const middle = `The middle cell has ${count(totals.median)} counts in ${count(detected.median)} genes`;
  return mitochondrialGenes > 0 ? `${middle}, ${percent(mitochondrial.median)} of them mitochondrial.` : `${middle}.`;
}

/** The quality of the cells, before any model. */
export function SurveyPanel() {
  const survey = state.survey.value;
  if (!survey) return <Headline title="How good the cells are">{state.isRunning.value ? "Counting the first blocks." : "The file has not been surveyed."}</Headline>;
  const { totals, detected, mitochondrial } = survey;
  const isCounts = state.matrixInfo.value?.values === "counts";
  const hasMitochondria = survey.mitochondrialGenes > 0;
  return (
    <>
      <Headline title="How good the cells are">{headline(survey)}</Headline>
      <div class="kpis">
        <Kpi label="Cells" value={count(survey.cells)} note={survey.emptyCells > 0 ? <Term word="emptyCells">{many(survey.emptyCells, "empty one")}</Term> : "none empty"} />
        <Kpi label="Genes" value={count(survey.genes)} note={`${count(detected.median)} in a cell`} />
        <Kpi label={<Term word="totals">Counts a cell</Term>} value={value(totals.median)} note={`${value(totals.q1)} – ${value(totals.q3)}`} />
        <Kpi label={<Term word="mitochondrial">Mitochondrial</Term>} value={hasMitochondria ? percent(mitochondrial.median) : "–"} note={hasMitochondria ? `${percent(mitochondrial.q1)} – ${percent(mitochondrial.q3)}` : "no MT- genes"} />
      </div>
      {!isCounts && <Note>The matrix taken holds no raw counts, so sums are of its values as they are.</Note>}
      <Histogram distribution={totals} word="totals" title="Counts per cell" lead="Cells far to the left saw few molecules; far to the right may be two cells in one." label="counts per cell" />
      <Histogram distribution={detected} word="detected" title="Genes detected per cell" lead="More genes make every prediction easier." label="genes detected per cell" />
      {hasMitochondria
        ? <Histogram distribution={mitochondrial} word="mitochondrial" title="Mitochondrial share" lead={`Of ${many(survey.mitochondrialGenes, "mitochondrial gene")} found by name. A long right tail holds damaged cells.`} label="mitochondrial share" isShare />
        : <Note>No mitochondrial gene was found by name (MT-…), so damaged cells cannot be told this way.</Note>}
    </>
  );
}
