import type { HeadInfo, Phenotype } from "./types";

/** What a cell is called whose label is not sure enough; CELLxGENE's word. */
export const UNKNOWN = "unknown";

/** Probability that a label has to have for the column of known cells, unless said otherwise. */
export const LEAST_PROBABILITY = 0.5;

/** Whose prediction stands for all. */
export interface ChosenHead {
  model: string;
  phenotype: Phenotype;
}

/** What an annotated .h5ad holds in obs; all else of the cells is in a table of obsm. */
export interface ObsColumns {
  /** Null or absent: the first model that predicts cell types, else the first that predicts anything. */
  chosen?: ChosenHead | null;
  /** 0 to 1: cells below it are `unknown` in `_known`. */
  least?: number;
  /** Every column of every model in obs. */
  hasAll?: boolean;
  /** CSS colours of the chosen head's classes, by label. */
  colors?: Record<string, string>;
  /** CSS colours of the clusters found last, in their order; further ones are left over. */
  clusterColors?: readonly string[];
}

/** The head that stands for a model's predictions: the cell type, else its first. */
const mainHead = (heads: readonly Pick<HeadInfo, "phenotype">[]) => heads.find(({ phenotype }) => phenotype === "cell_type") ?? heads[0];

/** The head that stands for all predictions: cell types of the first model that has them, else the first head there is; null: none. */
export function chosenHead(models: readonly { name: string; heads: readonly Pick<HeadInfo, "phenotype">[] }[]): ChosenHead | null {
  const model = models.find(({ heads }) => mainHead(heads)?.phenotype === "cell_type") ?? models.find(({ heads }) => heads.length > 0);
  return model ? { model: model.name, phenotype: mainHead(model.heads)!.phenotype } : null;
}
