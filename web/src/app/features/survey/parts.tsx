import * as survey from "./state";
import { stopSurvey, surveyFailure } from "./run";
import { Segments } from "../../ui/parts";
import { Failure } from "../../ui/run-parts";

const TITLES: Record<survey.Section, string> = {
  quality: "Quality",
  genes: "Variable genes",
  clusters: "Map and clusters",
  markers: "Markers",
};

export function SurveyTabs() {
  return (
    <Segments
      label="Parts of the survey"
      value={survey.section.value}
      onChoose={(value) => {
        survey.section.value = value as survey.Section;
      }}
      choices={Object.entries(TITLES).map(([value, title]) => ({ value, title }))}
    />
  );
}

/** Leaves out genes that tell how cells were handled more often than what they are. */
export function HousekeepingSwitch() {
  return (
    <label class="radio">
      <input
        type="checkbox"
        checked={survey.withoutHousekeeping.value}
        onChange={(event) => {
          survey.withoutHousekeeping.value = event.currentTarget.checked;
        }}
      />{" "}
      Without ribosomal and mitochondrial genes
    </label>
  );
}

/** What went wrong in a part, in its sentence. */
export function SurveyFailure({ section }: { section: survey.Section }) {
  return <Failure error={surveyFailure(section)} />;
}

const DOING: Record<survey.Doing, string> = {
  quality: "Computing quality metrics",
  variable: "Finding variable genes",
  components: "Computing principal components",
  integration: "Laying batches over each other",
  neighbors: "Computing the neighbour graph",
  layout: "Computing the UMAP",
  clusters: "Clustering",
  markers: "Testing every gene in every group",
  genes: "Reading genes",
};

/** The button that runs a part; while it runs, what it does and how to stop it. */
export function RunButton({ title, disabled, onRun }: { title: string; disabled?: boolean; onRun(): void }) {
  const busy = survey.busy.value;
  if (busy)
    return (
      <>
        <span class="doing" role="status">
          {DOING[busy]}…
        </span>
        <button type="button" class="btn" onClick={stopSurvey}>
          Stop
        </button>
      </>
    );
  return (
    <button type="button" class="btn primary" disabled={disabled ?? false} onClick={onRun}>
      {title}
    </button>
  );
}
