import { signal } from "@preact/signals";
import type { ReferenceReport } from "../../../contract/operations/reference";
import { analyze, callIn, listModel, stop as stopAnalysis } from "../../engine-client";
import { keepModel } from "../../open/own-models";
import * as state from "../../store";
import { task } from "../../task";
import * as train from "./state";

/** The reference made last of the open file. */
export const madeReference = signal<ReferenceReport | null>(null);

export const reference = task(
  async (run, matrix: string) => {
    madeReference.value = null;
    const column = train.labelColumn.value || null;
    const title = train.title.value.trim() || `${(state.info.value?.name ?? "file").replace(/\.[^.]*$/, "")} reference`;
    const report = await callIn(run, "makeReference", {
      name: train.nameOf(title),
      title,
      matrix,
      column,
      ignore: column ? train.ignoredLabels.value : [],
      lanes: 0,
    });
    return { report, files: await callIn(run, "modelFiles", { model: report.model.name }) };
  },
  ({ report, files }) => {
    const { model, coverage } = report;
    // Kept for engines to come: another file is opened by another engine.
    keepModel(model.name, Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, new Blob([bytes])])));
    madeReference.value = report;
    listModel(model, coverage);
    state.choose({ model: model.name });
  },
);

/** Makes a reference of the open file's labels, and runs it on the file. */
export async function startReference(): Promise<void> {
  const matrix = state.info.value?.matrix;
  if (matrix === undefined || reference.isBusy.value) return;
  stopAnalysis();
  if ((await reference.start(matrix)) && state.info.value) await analyze(state.info.value.matrix, madeReference.value?.model.name);
}

/** Adds scTOP's projection on a reference's profiles, and runs it on the open file. */
export const projection = task(
  async (run, name: string) => {
    const { model, coverage } = await callIn(run, "projectReference", { model: name });
    return { model, coverage, files: await callIn(run, "modelFiles", { model: model.name }) };
  },
  ({ model, coverage, files }) => {
    keepModel(model.name, Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, new Blob([bytes])])));
    listModel(model, coverage);
    state.choose({ model: model.name });
  },
);

export async function startProjection(name: string): Promise<void> {
  if (!state.info.value || projection.isBusy.value) return;
  stopAnalysis();
  if ((await projection.start(name)) && state.info.value) await analyze(state.info.value.matrix, state.modelChoice.value ?? undefined);
}

state.forgetWith("file", () => {
  madeReference.value = null;
});
