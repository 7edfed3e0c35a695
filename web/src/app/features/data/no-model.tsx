import { mapped, offered, readByBuiltIn } from "../../open/read-as";
import * as state from "../../store";
import { Note } from "../../ui/parts";
import { showPublished } from "../models/published";
import { surveyAll } from "../survey/run";
import * as train from "../train/state";

/** Why no model reads the file. */
function reason(): string {
  const { coverage } = state.info.value!;
  if (state.models.value.length === 0) return "This copy of the page comes without models.";
  const refused = coverage.filter(({ verdict }) => verdict === "refused");
  return refused.length < coverage.length ? "The models that can read it are switched off under Data." : (refused[0]?.reason ?? "");
}

/** Starts the survey, which needs no model, and shows it. */
export function MapByGenes() {
  if (!state.info.value?.matrix) return null;
  return (
    <button type="button" class="btn primary" disabled={state.isRunning.value} onClick={() => void surveyAll()}>
      Map these cells by their own genes
    </button>
  );
}

/** What can be done with a file that no model here reads: a way on from every step. */
export function NoModel() {
  const species = mapped.value ? null : offered.value;
  const busy = state.isRunning.value;
  return (
    <Note kind="bad">
      <b>No model can be used on this file.</b>{" "}
      {state.noMatrix.value ||
        `${reason()} Its cells can be mapped without a model: quality, variable genes, map, clusters and their markers.`}
      <div class="ways">
        <MapByGenes />
        {species && (
          <button type="button" class="btn" disabled={busy} onClick={() => void readByBuiltIn()}>
            Read these {species.from} genes as {species.to} orthologs
          </button>
        )}
        {!state.noMatrix.value && train.labelColumns.value.length > 0 && (
          <button
            type="button"
            class="btn"
            onClick={() => {
              state.choose({ step: "predict" });
              train.isOpen.value = true;
            }}
          >
            Train a model on this file's labels
          </button>
        )}
        {!state.noMatrix.value && (
          <button type="button" class="btn" onClick={showPublished}>
            Find a published model
          </button>
        )}
      </div>
    </Note>
  );
}
