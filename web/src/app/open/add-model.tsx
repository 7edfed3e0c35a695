import { useRef } from "preact/hooks";
import { given } from "./dropped";
import { addModel, refuse, warmUp } from "../engine-client";

/** Two ways to add a model, beside dropping it. */
export function AddModel() {
  const folder = useRef<HTMLInputElement | null>(null);
  const zip = useRef<HTMLInputElement | null>(null);
  const onPick = async (input: HTMLInputElement) => {
    const files = Object.fromEntries([...(input.files ?? [])].map((file) => [file.webkitRelativePath || file.name, file]));
    input.value = "";
    if (Object.keys(files).length === 0) return;
    const found = await given(files);
    if (found.kind === "model" || found.kind === "cells") void addModel(files);
    else
      refuse(
        "This is not a Phenolens model: it has no manifest.json. Choose the folder that contains one, a .zip of it, " +
          "a CellTypist model (.pkl), an .onnx file with its lists of genes and classes, or a table of genes and cell types " +
          "(.csv, .tsv, .gct).",
      );
  };
  const ask = (input: HTMLInputElement | null) => {
    warmUp();
    input?.click();
  };
  return (
    <>
      <span class="soft">Add a model:</span>
      <button type="button" class="tool" onClick={() => ask(folder.current)}>
        folder
      </button>
      <button type="button" class="tool" onClick={() => ask(zip.current)}>
        .zip, CellTypist .pkl, .onnx or table of profiles
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
        aria-label="Model as a .zip, .pkl, .onnx or table"
        accept=".zip,.pkl,.pickle,.joblib,.onnx,.genes,.classes,.csv,.tsv,.gct,.txt,.gz"
        multiple
        onChange={(event) => void onPick(event.currentTarget)}
      />
    </>
  );
}
