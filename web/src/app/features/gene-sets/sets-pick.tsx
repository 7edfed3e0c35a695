import { PickFile } from "../../ui/pick-file";
import { sets } from "./state";

/** Asks for the sets of genes: a file of the user's, or the built-in ones. `onChoose` is called once they are there. */
export function SetsPick({ onChoose }: { onChoose(): void }) {
  const file = sets.value;
  const onPick = async (picked: File) => {
    sets.value = { name: picked.name, text: await picked.text() };
    onChoose();
  };
  return (
    <div class="controls">
      <PickFile label="Gene set file" accept=".gmt,.gmx,.txt" onPick={onPick}>
        {file && file !== "mitochondria" ? file.name : "Choose a .gmt file"}
      </PickFile>
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
    </div>
  );
}
