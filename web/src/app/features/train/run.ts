import { batch, effect, untracked } from "@preact/signals";
import { fileName, save } from "../../../exports/save";
import { toWire } from "../../../contract/errors";
import { keepModel } from "../../open/own-models";
import { analyze, call, fail, stop as stopAnalysis } from "../../engine-client";
import * as state from "../../store";
import * as train from "./state";

let running: AbortController | null = null;

/** Trains on the chosen labels, adds the model to those at hand, and runs it on the open file. */
export async function start(): Promise<void> {
  const info = state.info.value;
  if (!info || train.isBusy.value) return;
  stopAnalysis();
  const mine = (running = new AbortController());
  batch(() => {
    train.isBusy.value = true;
    train.failure.value = null;
    train.early.value = null;
    train.report.value = null;
  });
  const title = train.modelTitle.value;
  try {
    const report = await call(
      "train",
      {
        name: train.nameOf(title),
        title,
        matrix: info.matrix,
        labels: [{ phenotype: "cell_type", column: train.labelColumn.value }],
        ignore: train.passedOver.value,
        donors: train.donorColumn.value || null,
        recipe: train.recipe.value,
        folds: 5,
        isThorough: train.isThorough.value,
        seed: 1,
        lanes: 0,
        cells: 0,
      },
      {
        signal: mine.signal,
        onPart: (part) => {
          if (running === mine && part.kind === "head") train.early.value = part.head;
        },
        onProgress: (progress) => {
          if (running === mine) state.progress.value = progress;
        },
      },
    );
    if (running !== mine) return;
    const files = await call("modelFiles", { model: report.model.name });
    // Kept for engines to come: another file is opened by another engine.
    keepModel(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, new Blob([bytes])])));
    const coverage = {
      model: report.model.name,
      found: report.model.genes,
      vocabulary: report.model.genes,
      verdict: "ok" as const,
      reason: "It was trained on this file.",
    };
    batch(() => {
      train.report.value = report;
      train.early.value = null;
      state.models.value = [...state.models.value.filter(({ name }) => name !== report.model.name), report.model];
      if (state.info.value)
        state.info.value = {
          ...state.info.value,
          coverage: [...state.info.value.coverage.filter(({ model }) => model !== report.model.name), coverage],
        };
      state.modelChoice.value = report.model.name;
    });
  } catch (error) {
    const wire = toWire(error);
    if (running === mine && wire.code !== "cancelled") train.failure.value = wire;
  } finally {
    if (running === mine) {
      running = null;
      batch(() => {
        train.isBusy.value = false;
        state.progress.value = null;
      });
    }
  }
  // The map and the lists follow the model just made.
  if (train.report.value && state.info.value) await analyze(state.info.value.matrix, train.report.value.model.name);
}

export function stop(): void {
  running?.abort();
}

/** Takes the trained model away as one .zip. */
export async function download(model: string): Promise<void> {
  try {
    save(new Blob([await call("modelZip", { model })], { type: "application/zip" }), `${fileName(model)}.zip`);
  } catch (error) {
    fail(error);
  }
}

/** A new file ends what runs and forgets what was of the old one. */
effect(() => {
  void state.source.value;
  untracked(() => {
    running?.abort();
    running = null;
    train.isBusy.value = false;
    train.forget();
  });
});
