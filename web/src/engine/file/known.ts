/** Cells whose results are known: where they were, and where they are now. */
export interface Known {
  from: number;
  first: number;
  count: number;
}
