import { signal } from "@preact/signals";
import type { FigureLook } from "../../exports/figure-file";
import { PAPER, type Style } from "../../plots/style";
import { forgetWith } from "../store";

type Plots = typeof import("../../plots/index");

/** A picture that can be made into a file. */
export interface Drawable {
  /** Name of the file, without ending. */
  name: string;
  title: string;
  draw(plots: Plots, style: Style, width: number): SVGSVGElement;
  /** Points stand for cells or genes: their size can be chosen. */
  hasPoints?: boolean;
  /** Names can stand on the picture instead of in a legend. */
  hasNames?: boolean;
}

/** What is remembered of how figures are to look. */
export interface FigureChoices extends FigureLook {
  hasTitle: boolean;
  legend: "full" | "names" | "none";
  /** Size of points, relative to the usual one. */
  point: number;
}

const DEFAULTS: FigureChoices = {
  unit: "mm",
  width: 85,
  font: 7,
  scale: 2,
  isTransparent: false,
  hasTitle: true,
  legend: "full",
  point: 1,
};
const KEY = "phenolens-figure";

const within = (value: unknown, low: number, high: number, other: number) =>
  typeof value === "number" && value >= low && value <= high ? value : other;

/** Choices as they were kept, each within its limits. */
export function readChoices(text: string | null): FigureChoices {
  let kept: Partial<Record<keyof FigureChoices, unknown>> = {};
  try {
    kept = (JSON.parse(text ?? "{}") ?? {}) as typeof kept;
  } catch {
    // What another version has kept is not understood: the usual look does.
  }
  const unit = kept.unit === "px" ? "px" : "mm";
  return {
    unit,
    width: within(kept.width, LIMITS[unit].width[0], LIMITS[unit].width[1], unit === "mm" ? DEFAULTS.width : 640),
    font: within(kept.font, LIMITS[unit].font[0], LIMITS[unit].font[1], unit === "mm" ? DEFAULTS.font : 12),
    scale: Math.round(within(kept.scale, 1, 4, DEFAULTS.scale)),
    isTransparent: kept.isTransparent === true,
    hasTitle: kept.hasTitle !== false,
    legend: kept.legend === "names" || kept.legend === "none" ? kept.legend : "full",
    point: within(kept.point, 0.5, 2.5, DEFAULTS.point),
  };
}

/** Least and most of what can be chosen, by unit. */
export const LIMITS = {
  mm: { width: [30, 400], font: [4, 24] },
  px: { width: [200, 4000], font: [6, 72] },
} as const;

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** How figures are to look; kept on this computer. */
export const figureChoices = signal<FigureChoices>(readChoices(kept()));

export function chooseFigure(next: Partial<FigureChoices>): void {
  figureChoices.value = { ...figureChoices.value, ...next };
  try {
    localStorage.setItem(KEY, JSON.stringify(figureChoices.value));
  } catch {
    // Storage may be closed to the page: the choice lasts as long as it.
  }
}

/** The style that a figure is drawn in for a file. */
export const paperStyle = ({ legend, point }: FigureChoices): Style => ({ ...PAPER, legend, point });

/** The figure whose sheet is open. */
export const sheetOf = signal<Drawable | null>(null);

/** The figures drawn since the results came, by name: what is exported with everything. */
export const drawnFigures = new Map<string, Drawable>();
forgetWith("results", () => drawnFigures.clear());
