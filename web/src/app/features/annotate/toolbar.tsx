import { many } from "../../../plots/format";
import * as state from "../../store";
import { accept, groupSelection, merge, redo, undo } from "./edits";
import * as annotate from "./state";

/** What can be done with several groups at once, and undone. */
export function Toolbar() {
  const { past, future } = annotate.history.value;
  const chosen = annotate.chosen.value.length;
  const selected = state.selection.value?.length ?? 0;
  const green = annotate.acceptable.value;
  const isShown = state.colorBy.value.kind === "annotation";
  return (
    <div class="asks annotation-tools" role="toolbar" aria-label="Edit the annotation">
      <button type="button" class="btn" disabled={past.length === 0} title="Undo (Ctrl+Z)" aria-keyshortcuts="Control+Z" onClick={undo}>
        Undo
      </button>
      <button
        type="button"
        class="btn"
        disabled={future.length === 0}
        title="Redo (Ctrl+Shift+Z)"
        aria-keyshortcuts="Control+Shift+Z"
        onClick={redo}
      >
        Redo
      </button>
      <button
        type="button"
        class="btn"
        disabled={green.length === 0}
        title="Accepts the suggestion of every group without a warning"
        onClick={() => accept(green)}
      >
        Accept {green.length > 0 ? `${green.length} ` : ""}green
      </button>
      <button type="button" class="btn" disabled={chosen < 2} title="Makes one group of those chosen" onClick={merge}>
        {chosen < 2 ? "Merge chosen" : `Merge ${many(chosen, "group")}`}
      </button>
      {selected > 0 && (
        <button
          type="button"
          class="btn"
          title="Takes the selected cells out of their groups into one of their own"
          onClick={groupSelection}
        >
          Group {many(selected, "selected cell")}
        </button>
      )}
      {!isShown && (
        <button type="button" class="link" onClick={() => state.choose({ colorBy: { kind: "annotation" } })}>
          Show names on map
        </button>
      )}
    </div>
  );
}
