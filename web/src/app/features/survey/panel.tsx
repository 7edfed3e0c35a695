import type { FunctionComponent } from "preact";
import type { SurveyReport } from "../../../contract/types";
import { count, many, percent, value } from "../../../plots/format";
import * as state from "../../store";
import { surveyAll } from "./run";
import * as survey from "./state";
import { Headline, Kpi, Note } from "../../ui/parts";
import { ClustersSection } from "./clusters";
import { GenesSection } from "./genes";
import { MarkersSection } from "./markers";
import { SurveyTabs } from "./parts";
import { QualitySection } from "./quality";
import { Term } from "../../ui/tip";

function headline({ totals, detected, mitochondrial, mitochondrialGenes }: SurveyReport): string {
  // Rows that look like samples are no cells: the file's notice says so.
  const row = state.info.value?.notices.some(({ code }) => code === "samples") ? "sample" : "cell";
  const median = `Median ${row}: ${count(totals.median)} counts, ${count(detected.median)} genes`;
  return mitochondrialGenes > 0 ? `${median}, ${percent(mitochondrial.median)} mitochondrial.` : `${median}.`;
}

const PARTS: Record<survey.Section, FunctionComponent> = {
  quality: QualitySection,
  genes: GenesSection,
  clusters: ClustersSection,
  markers: MarkersSection,
};

/** The cells without any model: quality, variable genes, clusters, markers. */
export function SurveyPanel() {
  const done = state.survey.value;
  if (!done)
    return (
      <Headline title="Quality, clusters and markers">
        {state.noMatrix.value || (state.isRunning.value ? "Counting the first cells…" : "Not computed yet.")}
      </Headline>
    );
  const { totals, detected, mitochondrial } = done;
  const hasMitochondria = done.mitochondrialGenes > 0;
  const Part = PARTS[survey.section.value];
  return (
    <>
      <Headline title="Quality, clusters and markers">{headline(done)}</Headline>
      {!survey.busy.value && !(survey.layout.value && survey.markers.value) && (
        <div class="ways">
          <button type="button" class="btn primary" disabled={state.isRunning.value} onClick={() => void surveyAll()}>
            Map, clusters and markers in one click
          </button>
          <small>With the usual settings; every part can be adjusted and run again.</small>
        </div>
      )}
      <div class="controls">
        <SurveyTabs />
      </div>
      {survey.section.value === "quality" && (
        <div class="kpis">
          <Kpi
            label="Cells"
            value={count(done.cells)}
            note={done.emptyCells > 0 ? <Term word="emptyCells">{many(done.emptyCells, "empty cell")}</Term> : "none empty"}
          />
          <Kpi label="Genes" value={count(done.genes)} note={`median ${count(detected.median)} per cell`} />
          <Kpi
            label={<Term word="totals">Counts</Term>}
            value={value(totals.median)}
            note={`median; ${value(totals.q1)} – ${value(totals.q3)}`}
          />
          <Kpi
            label={<Term word="mitochondrial">Mitochondrial</Term>}
            value={hasMitochondria ? percent(mitochondrial.median) : "–"}
            note={hasMitochondria ? `${percent(mitochondrial.q1)} – ${percent(mitochondrial.q3)}` : "no MT- genes"}
          />
        </div>
      )}
      {state.matrixInfo.value?.values !== "counts" && (
        <Note>The matrix holds no raw counts: sums per cell are of its values as they are.</Note>
      )}
      <Part />
    </>
  );
}
