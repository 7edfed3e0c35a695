import type * as Plots from "../../../web/src/plots/index";
import type { Style } from "../../../web/src/plots/style";

/*
 * One picture of every plot, of made-up numbers with what is hard to draw: long names, many groups, empty intervals. They show
 * how a plot looks, and nothing else.
 */
export interface Example {
  /** The plot it is of. */
  plot: keyof typeof Plots;
  title: string;
  draw(plots: typeof Plots, style: Style, width: number): SVGSVGElement;
  hasNames?: boolean;
}

/* Numbers by chance, the same at every run, and names to draw with them. */

let state = 7;
export const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
export const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
export const range = <T>(n: number, of: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => of(i));
export const around = (value: number, half: number) => ({ value, low: Math.max(0, value - half), high: Math.min(1, value + half) });

export const TYPES = [
  "CD4-positive, alpha-beta T cell",
  "CD8-positive, alpha-beta T cell",
  "central memory CD4-positive, alpha-beta T cell",
  "natural killer cell",
  "B cell",
  "classical monocyte",
  "non-classical monocyte",
  "plasmacytoid dendritic cell",
  "gamma-delta T cell",
  "platelet",
];
export const GENES = [
  "CD3E",
  "IL7R",
  "CD8A",
  "GZMB",
  "NKG7",
  "GNLY",
  "MS4A1",
  "CD79A",
  "LYZ",
  "S100A8",
  "FCGR3A",
  "HLA-DQB1-AS1",
  "ENSG00000244734",
];
export const MODELS = ["Transformer (whole human, 63 cell types)", "Linear"];
