import type { FunctionComponent } from "preact";
import type { SurveyReport } from "../../../contract/types";
import { count, many, percent, value } from "../../../plots/format";
import * as state from "../../store";
import * as survey from "./state";
import { Headline, Kpi, Note } from "../../ui/parts";
import { ClustersSection } from "./clusters";
import { GenesSection } from "./genes";
import { MarkersSection } from "./markers";
import { SurveyTabs } from "./parts";
import { QualitySection } from "./quality";
import { Term } from "../../ui/tip";

function headline({ totals, detected, mitochondrial, mitochondrialGenes }: SurveyReport): string {
  const middle = `The middle cell has ${count(totals.median)} counts in ${count(detected.median)} genes`;
  return mitochondrialGenes > 0 ? `${middle}, ${percent(mitochondrial.median)} of them mitochondrial.` : `${middle}.`;
}

const PARTS: Record<survey.Section, FunctionComponent> = {
  quality: QualitySection,
  genes: GenesSection,
  clusters: ClustersSection,
  markers: MarkersSection,
};

/** The cells before any model: their quality, what varies, how they group, what tells the groups apart. */
export function SurveyPanel() {
  const done = state.survey.value;
  if (!done)
    return (
      <Headline title="What the cells are like">
        {state.isRunning.value ? "Counting the first blocks." : "The file has not been surveyed."}
      </Headline>
    );
  const { totals, detected, mitochondrial } = done;
  const hasMitochondria = done.mitochondrialGenes > 0;
  const Part = PARTS[survey.section.value];
  return (
    <>
      <Headline title="What the cells are like">{headline(done)}</Headline>
      <div class="controls">
        <SurveyTabs />
      </div>
      {survey.section.value === "quality" && (
        <div class="kpis">
          <Kpi
            label="Cells"
            value={count(done.cells)}
            note={done.emptyCells > 0 ? <Term word="emptyCells">{many(done.emptyCells, "empty one")}</Term> : "none empty"}
          />
          <Kpi label="Genes" value={count(done.genes)} note={`${count(detected.median)} in a cell`} />
          <Kpi
            label={<Term word="totals">Counts a cell</Term>}
            value={value(totals.median)}
            note={`${value(totals.q1)} – ${value(totals.q3)}`}
          />
          <Kpi
            label={<Term word="mitochondrial">Mitochondrial</Term>}
            value={hasMitochondria ? percent(mitochondrial.median) : "–"}
            note={hasMitochondria ? `${percent(mitochondrial.q1)} – ${percent(mitochondrial.q3)}` : "no MT- genes"}
          />
        </div>
      )}
      {state.matrixInfo.value?.values !== "counts" && (
        <Note>The matrix taken holds no raw counts, so sums are of its values as they are.</Note>
      )}
      <Part />
    </>
  );
}
