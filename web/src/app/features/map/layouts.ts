import * as state from "../../store";
import { SURVEY_PCA, SURVEY_UMAP } from "../survey/layout";
import * as survey from "../survey/state";

/** A layout to be computed is named by this and its model. */
export const UMAP = "umap:";
/** Cells that a UMAP is made of at most: beyond, the engine refuses. */
const UMAP_CELLS = 100_000;

export interface LayoutChoice {
  /** An embedding of the file, a model, `umap:` and a model, or a layout of the survey. */
  by: string;
  title: string;
}

function embeddingTitle(name: string): string {
  const plain = name.replace(/^X_/, "");
  return ({ umap: "UMAP", tsne: "t-SNE", pca: "PCA" } as Record<string, string>)[plain.toLowerCase()] ?? plain;
}

/** Layouts there are: embeddings of the file, then principal components of each model's view of the cells. */
export function layoutChoices(): LayoutChoice[] {
  const info = state.info.value;
  if (!info) return [];
  const rank = (name: string) => (/umap/i.test(name) ? 0 : /tsne/i.test(name) ? 1 : 2);
  const own = [...info.embeddings].sort((a, b) => rank(a) - rank(b));
  const fromFile = own.map((name) => ({ by: name, title: `${embeddingTitle(name)} (file)` }));
  const fromModels = state.usableModels.value.map((model) => ({ by: model.name, title: `PCA (${state.modelLabel(model)})` }));
  const computed =
    info.cells > UMAP_CELLS
      ? []
      : state.usableModels.value.map((model) => ({ by: `${UMAP}${model.name}`, title: `UMAP (${state.modelLabel(model)})` }));
  const fromSurvey = [
    ...(survey.layout.value || survey.busy.value === "layout" ? [{ by: SURVEY_UMAP, title: "UMAP (Survey)" }] : []),
    ...(survey.components.value ? [{ by: SURVEY_PCA, title: "PCA (Survey)" }] : []),
  ];
  const isGood = own.length > 0 && rank(own[0]) < 2;
  return isGood ? [...fromFile, ...computed, ...fromModels, ...fromSurvey] : [...computed, ...fromModels, ...fromFile, ...fromSurvey];
}

/** Where the cells lie: the chosen layout where there is one, else the file's UMAP, else the first model's. */
export function currentLayout(): string | null {
  const choices = layoutChoices();
  return choices.find((choice) => choice.by === state.layout.value)?.by ?? choices[0]?.by ?? null;
}
