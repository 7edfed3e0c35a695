import * as survey from "./state";
import { stopSurvey } from "./run";
import { Note, Segments } from "../../ui/parts";

const TITLES: Record<survey.Section, string> = {
  quality: "Quality",
  genes: "Genes that vary",
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

/** What went wrong in a part, in its sentence. */
export function SurveyFailure({ section }: { section: survey.Section }) {
  const failed = survey.failure.value;
  if (failed?.in !== section) return null;
  return (
    <Note kind="bad">
      {failed.error.message} <code>{failed.error.code}</code>
    </Note>
  );
}

const DOING = {
  quality: "Measuring every cell",
  variable: "Finding the genes that vary",
  components: "Finding their components",
  neighbors: "Finding each cell's neighbours",
  layout: "Laying the cells out",
  clusters: "Clustering",
  markers: "Testing every gene in every group",
  genes: "Reading the genes",
} as const;

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
