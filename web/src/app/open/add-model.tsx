import { useRef } from "preact/hooks";
import { given } from "./dropped";
import { addModel, refuse, warmUp } from "../engine-client";

/** Ways to give a model of one's own, beside dropping it. */
export function AddModel() {
  const folder = useRef<HTMLInputElement | null>(null);
  const zip = useRef<HTMLInputElement | null>(null);
  const onPick = async (input: HTMLInputElement) => {
    const files = Object.fromEntries([...(input.files ?? [])].map((file) => [file.webkitRelativePath || file.name, file]));
    input.value = "";
    if (Object.keys(files).length === 0) return;
    const what = await given(files);
    if (what.kind === "model") void addModel(what.files);
    else
      refuse(
        "There is no manifest.json in what was chosen, so it is not a Phenolens model. Choose the folder " +
          "that has one, a .zip of it, or a CellTypist model (.pkl).",
      );
  };
  const ask = (input: HTMLInputElement | null) => {
    warmUp();
    input?.click();
  };
  return (
    <>
      <span class="soft">Add your own:</span>
      <button type="button" class="take" onClick={() => ask(folder.current)}>
        folder
      </button>
      <button type="button" class="take" onClick={() => ask(zip.current)}>
        .zip or CellTypist .pkl
      </button>
      <input
        ref={folder}
        type="file"
        class="sr"
        tabIndex={-1}
        aria-label="Model folder"
        {...{ webkitdirectory: true }}
        onChange={(event) => void onPick(event.currentTarget)}
      />
      <input
        ref={zip}
        type="file"
        class="sr"
        tabIndex={-1}
        aria-label="Model as a .zip or .pkl"
        accept=".zip,.pkl,.pickle,.joblib,.csv"
        multiple
        onChange={(event) => void onPick(event.currentTarget)}
      />
    </>
  );
}
