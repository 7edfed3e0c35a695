/** The survey's own layouts, as the map names them. */
export const SURVEY_UMAP = "survey:umap";
export const SURVEY_PCA = "survey:pca";
