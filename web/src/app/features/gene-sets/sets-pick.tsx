import { useRef } from "preact/hooks";
import { fail } from "../../engine-client";
import { sets } from "./state";

/** Asks for the sets of genes: a file of the user's, or the built-in ones. `onChoose` is called once they are there. */
export function SetsPick({ onChoose }: { onChoose(): void }) {
  const input = useRef<HTMLInputElement | null>(null);
  const file = sets.value;
  const onPick = async (files: FileList | null) => {
    const [picked] = files ?? [];
    if (!picked) return;
    sets.value = { name: picked.name, text: await picked.text() };
    onChoose();
  };
  return (
    <div class="controls">
      <button type="button" class="btn" onClick={() => input.current?.click()}>
        {file && file !== "mitochondria" ? file.name : "Choose a .gmt file"}
      </button>
      <button
        type="button"
        class={file === "mitochondria" ? "btn on" : "btn"}
        onClick={() => {
          sets.value = "mitochondria";
          onChoose();
        }}
      >
        Mitochondria
      </button>
      <input
        ref={input}
        type="file"
        class="sr"
        tabIndex={-1}
        aria-label="Gene set file"
        accept=".gmt,.gmx,.txt"
        onChange={(event) => void onPick(event.currentTarget.files).catch(fail)}
      />
    </div>
  );
}
