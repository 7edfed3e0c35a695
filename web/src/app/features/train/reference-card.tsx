import { many } from "../../../plots/format";
import * as state from "../../store";
import { Card, Note } from "../../ui/parts";
import { Failure, TaskButton } from "../../ui/run-parts";
import { madeReference, reference, startReference } from "./reference-run";
import { download } from "./run";
import * as train from "./state";

/** The file's labels as a reference: cells of other files are labelled by SingleR. */
export function ReferenceCard() {
  const found = madeReference.value;
  const label = train.labelColumn.value;
  return (
    <Card
      title="Use the labels as a SingleR reference"
      lead={
        "Cells of any file are then labelled by rank correlation with this file's profiles: nothing is trained or tuned. Of a " +
        "file with a row a type each row is a profile; of cells, each label's mean."
      }
    >
      <div class="controls">
        <TaskButton
          task={reference}
          title={label ? `Make a reference of ${label}` : "Make a reference of the rows"}
          disabled={state.isRunning.value}
          onStart={() => void startReference()}
        />
        {found && (
          <button type="button" class="btn" onClick={() => void download(found.model.name)}>
            Download the model
          </button>
        )}
      </div>
      <Failure error={reference.failure.value} />
      {found && (
        <Note>
          {found.model.title} knows {many(found.types, "type")}, of {many(found.rows, "row")}{" "}
          {found.profiles === "rows" ? "taken as profiles" : "averaged by label"}. On this file it is shown its own cells: open another one
          to see what it is worth.
        </Note>
      )}
    </Card>
  );
}
