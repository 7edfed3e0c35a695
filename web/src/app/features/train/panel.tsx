import * as state from "../../store";
import * as train from "./state";
import { Headline, Note } from "../../ui/parts";
import { TrainControls } from "./controls";
import { TrainResults } from "./results";

/** A model of one's own from the open file's labels. */
export function TrainPanel() {
  const report = train.report.value;
  const head = report?.heads[0] ?? train.early.value;
  const values = state.matrixInfo.value?.values;
  const canTrain = values !== "scaled" && values !== "empty" && train.labelColumns.value.length > 0;
  return (
    <>
      <Headline title="Train on your own labels">
        A linear model learns the classes of a column, in this page; donors it has not seen say how good it is. Afterwards it predicts any
        file, here or elsewhere.
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
            ? "This file has no column of labels: obs holds no column of words with two or more of them."
            : "The matrix in use holds scaled values or none; choose one of counts or of log-normalised values under Data."}
        </Note>
      )}
      {train.failure.value && <Note kind="bad">{train.failure.value.message}</Note>}
      {head && <TrainResults head={head} report={report} />}
    </>
  );
}
