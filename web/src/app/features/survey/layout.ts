import * as state from "../../store";

/** The survey's own layouts, as the map names them. */
export const SURVEY_UMAP = "survey:umap";
export const SURVEY_PCA = "survey:pca";

/** Shows the survey's layout as it settles, and settled. */
export function placeSurvey(xy: Float32Array): void {
  if (state.layout.value !== SURVEY_UMAP) state.layout.value = SURVEY_UMAP;
  state.positions.value = { by: SURVEY_UMAP, xy };
}
