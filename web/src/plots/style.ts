/** What a plot needs to know of the page's look; concrete colours, so that an exported file stands alone. */
export interface Style {
  ink: string;
  soft: string;
  faint: string;
  line: string;
  card: string;
  accent: string;
  good: string;
  warn: string;
  /** One per series, in order: the models in a comparison. */
  series: readonly string[];
  dark: boolean;
  font: string;
  /** Size of points that stand for cells or genes, relative to the usual one; absent: 1. */
  point?: number;
  /** What says what colours mean: the whole legend (as when absent), names where the classes lie (maps alone), or neither. */
  legend?: "full" | "names" | "none";
}

const FONT = 'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

export const LIGHT: Style = {
  ink: "#1d2127",
  soft: "#5d6672",
  faint: "#8d95a0",
  line: "#e6e3dc",
  card: "#ffffff",
  accent: "#2b5fd9",
  good: "#1f8a5b",
  warn: "#b7791f",
  series: ["#4e79c7", "#e08a2e", "#3f9c6d", "#8a63c0"],
  dark: false,
  font: FONT,
};

/** For files: ink that prints, and fonts that drawing programs have or know to replace. */
export const PAPER: Style = {
  ...LIGHT,
  ink: "#111417",
  soft: "#3a4048",
  faint: "#7d848e",
  line: "#e2e2e2",
  font: 'Arial, Helvetica, "Liberation Sans", sans-serif',
};

export const DARK: Style = {
  ink: "#e8eaed",
  soft: "#a7afba",
  faint: "#78818d",
  line: "#2b3139",
  card: "#1b1f25",
  accent: "#7ea2ff",
  good: "#5bc494",
  warn: "#e0b05c",
  series: ["#7ea3ea", "#f0a65a", "#69c299", "#b08fe0"],
  dark: true,
  font: FONT,
};
