import * as state from "../../store";
import * as train from "./state";
import { Headline, Note } from "../../ui/parts";
import { Failure } from "../../ui/run-parts";
import { training } from "./run";
import { TrainControls } from "./controls";
import { ReferenceCard } from "./reference-card";
import { TrainResults } from "./results";

/** A model of one's own from the open file's labels. */
export function TrainPanel() {
  const report = train.report.value;
  const head = report?.heads[0] ?? (training.isBusy.value ? train.early.value : null);
  const values = state.matrixInfo.value?.values;
  const canTrain = values !== "scaled" && values !== "empty" && train.labelColumns.value.length > 0;
  return (
    <>
      <Headline title="Train on your own labels">
        Trains a linear classifier on the labels of a column, in this page, and tests it on held-out donors. The model can then be applied
        to any file.
      </Headline>
      <div class="controls">
        <button
          type="button"
          class="link"
          onClick={() => {
            train.isOpen.value = false;
          }}
        >
          ← Predictions
        </button>
      </div>
      {canTrain ? (
        <TrainControls />
      ) : (
        <Note kind="bad">
          {train.labelColumns.value.length === 0
            ? "This file has no column of labels: obs has no text column with two or more categories."
            : "The matrix in use has scaled values or none. Choose one with counts or log-normalised values under Data."}
        </Note>
      )}
      <Failure error={training.failure.value} />
      {head && <TrainResults head={head} report={report} />}
      <ReferenceCard />
    </>
  );
}
