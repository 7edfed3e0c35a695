import { useRef } from "preact/hooks";
import { fail } from "../../engine-client";
import * as annotate from "./state";

/** Marker genes of the user's own, in place of the built-in table. */
export function MarkersPick() {
  const input = useRef<HTMLInputElement | null>(null);
  const own = annotate.ownMarkers.value;
  const onPick = async (files: FileList | null) => {
    const [picked] = files ?? [];
    if (picked) annotate.ownMarkers.value = { name: picked.name, text: await picked.text() };
  };
  return (
    <div class="asks wide">
      <button type="button" class="btn" onClick={() => input.current?.click()}>
        {own?.name ?? "Your own markers…"}
      </button>
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
      <input
        ref={input}
        type="file"
        class="sr"
        tabIndex={-1}
        aria-label="Marker genes of cell types: GMT, GMX, CSV or TSV"
        accept=".gmt,.gmx,.csv,.tsv,.txt"
        onChange={(event) => void onPick(event.currentTarget.files).catch(fail)}
      />
    </div>
  );
}
