import { PickFile } from "../../ui/pick-file";
import * as annotate from "./state";

/** Marker genes of the user's own, in place of the built-in table. */
export function MarkersPick() {
  const own = annotate.ownMarkers.value;
  const onPick = async (file: File) => {
    annotate.ownMarkers.value = { name: file.name, text: await file.text() };
  };
  return (
    <div class="asks wide">
      <PickFile label="Marker genes of cell types: GMT, GMX, CSV or TSV" accept=".gmt,.gmx,.csv,.tsv,.txt" onPick={onPick}>
        {own?.name ?? "Your own markers…"}
      </PickFile>
      {own && (
        <button
          type="button"
          class="link"
          onClick={() => {
            annotate.ownMarkers.value = null;
          }}
        >
          Use the built-in ones
        </button>
      )}
    </div>
  );
}
