/** A value with its 95% interval; NaN where there is none. */
export interface Interval {
  value: number;
  low: number;
  high: number;
}

/** What a head of a model tells of a cell. */
export type Phenotype = "cell_type" | "tissue" | "disease" | "sex" | "life_stage" | (string & {});
