import type { Analyzed } from "./analyzed";
import type { SexCounts } from "./sex";

/** Cells of one file among those that are open, and what their results depend on beside models. */
export interface Part {
  key: string;
  first: number;
  count: number;
}

/** What was found of files that were open before: those that are still open need not be read again. */
export interface Carried {
  parts: Part[];
  analyzed: Analyzed;
  sex: SexCounts | undefined;
}
