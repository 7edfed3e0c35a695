import { fileName, save } from "../../../exports/save";
import { analyze, call, callIn, fail, listModel, stop as stopAnalysis } from "../../engine-client";
import { keepModel } from "../../open/own-models";
import * as state from "../../store";
import { task } from "../../task";
import * as train from "./state";

const FOLDS = 5;

/** Trains a model on the chosen labels and adds it to those at hand. */
export const training = task(
  async (run, matrix: string) => {
    train.early.value = null;
    train.report.value = null;
    const title = train.modelTitle.value;
    const report = await callIn(
      run,
      "train",
      {
        name: train.nameOf(title),
        title,
        matrix,
        labels: [{ phenotype: "cell_type", column: train.labelColumn.value }],
        ignore: train.ignoredLabels.value,
        withoutSamples: train.withoutSamples.value,
        donors: train.donorColumn.value || null,
        recipe: train.recipe.value,
        folds: FOLDS,
        isThorough: train.isThorough.value,
        keepsCells: train.keepsCells.value,
        seed: 1,
        lanes: 0,
        cells: 0,
      },
      (part) => {
        if (part.kind === "head") train.early.value = part.head;
      },
    );
    return { report, files: await callIn(run, "modelFiles", { model: report.model.name }) };
  },
  ({ report, files }) => {
    const { model } = report;
    // Kept for engines to come: another file is opened by another engine.
    keepModel(model.name, Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, new Blob([bytes])])));
    train.report.value = report;
    train.early.value = null;
    const others = state.info.value?.coverage.filter((one) => one.model !== model.name) ?? [];
    listModel(model, [
      ...others,
      { model: model.name, found: model.genes, vocabulary: model.genes, verdict: "ok", reason: "It was trained on this file." },
    ]);
    state.choose({ model: model.name });
  },
);

/** Trains on the open file, and then runs the model on it. */
export async function start(): Promise<void> {
  const matrix = state.info.value?.matrix;
  if (matrix === undefined || training.isBusy.value) return;
  stopAnalysis();
  // The map and the lists follow the model just made.
  if ((await training.start(matrix)) && state.info.value) await analyze(state.info.value.matrix, train.report.value?.model.name);
}

/** Downloads a model as one .zip of its folder. */
export async function download(model: string): Promise<void> {
  try {
    save(new Blob([await call("modelZip", { model })], { type: "application/zip" }), `${fileName(model)}.zip`);
  } catch (error) {
    fail(error);
  }
}

state.forgetWith("file", train.forget);
