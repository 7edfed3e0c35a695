import { canvasToPng, svgText } from "../../../exports/picture";
import { fileName, save, saveText } from "../../../exports/save";
import { value } from "../../../plots/format";
import { rampColor, rampTable, slotColor, slotTable, toHex } from "../../../plots/palette";
import type { Scatter } from "../../../plots/scatter/scatter";
import { SVG_POINTS, scatterSvg, type LegendEntry } from "../../../plots/scatter-svg";
import { DARK, LIGHT } from "../../../plots/style";
import { coloring, scene } from "./state";
import { info, isDark } from "../../store";

/** The map on the page, set by its view. */
export const shownMap: { current: { scatter: Scatter; canvas: HTMLCanvasElement } | null } = { current: null };

function entries(dark: boolean): LegendEntry[] {
  const now = coloring.value;
  if (!now) return [];
  if (now.kind === "classes") return now.classes.map((one) => ({ label: `${one.label} (${one.cells})`, color: slotColor(one.slot, dark) }));
  return [0, 0.25, 0.5, 0.75, 1].map((share) => ({
    label: value(now.low + share * (now.high - now.low)),
    color: toHex(rampColor(share, dark)),
  }));
}

const name = () => fileName(info.value?.name.replace(/\.h5ad$/i, "") ?? "map", coloring.value?.title ?? "map");

/** The map as it is shown, with its legend. */
export async function exportMapPng(): Promise<void> {
  if (!shownMap.current) return;
  shownMap.current.scatter.paint();
  const style = isDark.value ? DARK : LIGHT;
  const legend = {
    title: coloring.value?.title ?? "",
    ink: style.ink,
    background: style.card,
    font: style.font,
    entries: entries(isDark.value),
  };
  save(await canvasToPng(shownMap.current.canvas, legend), `${name()}.png`);
}

export function canExportMapSvg(): boolean {
  return (scene.value?.codes.length ?? Infinity) <= SVG_POINTS;
}

/** The whole map as vectors, for paper. */
export function exportMapSvg(): void {
  const now = scene.value;
  if (!now) return;
  const paper = { ...now, table: coloring.value?.kind === "values" ? rampTable(false) : slotTable(false) };
  const svg = scatterSvg({ scene: paper, legend: entries(false), alt: coloring.value?.title ?? "Map of cells" }, LIGHT, 720);
  saveText(svgText(svg, LIGHT.card), `${name()}.svg`, "image/svg+xml");
}
