import { fileName } from "../../../exports/save";
import { count, decimal, percent, value } from "../../../plots/format";
import type { MapFigureData } from "../../../plots/map-figure";
import { ownTable } from "../../../plots/own-colors";
import { rampTable, slotColor, slotTable } from "../../../plots/palette";
import * as state from "../../store";
import type { Drawable } from "../../ui/figure-look";
import type { ModelInfo } from "../../../contract/types";
import { call } from "../../engine-client";
import { headTitle } from "../../ui/words";
import { byPrediction, type Coloring } from "./coloring";
import { layoutChoices } from "./layouts";
import { coloring, missingWord, shownColor } from "./state";

/** Numbers of a bar of colours. */
export function valueFormat(now: Extract<Coloring, { kind: "values" }>): (value: number) => string {
  if (now.isShare) return percent;
  if (now.high <= 1) return (x) => (x === 0 || x === 1 ? String(x) : decimal(x, x * 10 === Math.round(x * 10) ? 1 : 2));
  return now.high >= 1000 ? count : value;
}

/** The unit of what the map shows. */
export const unitOf = (now: Extract<Coloring, { kind: "values" }>): string =>
  now.isGene ? (now.isDiverging ? "attribution" : "log1p of normalized counts") : "";

/** Names of the axes of a layout, as it is chosen on the page. */
function axesOf(by: string): [string, string] {
  const title = layoutChoices().find((one) => one.by === by)?.title ?? by;
  const plain = title.replace(/ \((?:.*)\)$/, "");
  return plain === "PCA" ? ["PC 1", "PC 2"] : [`${plain} 1`, `${plain} 2`];
}

/** Everything that a figure of the map needs, with the colours of paper; null while there is no map. */
function mapData(now: Coloring | null): MapFigureData | null {
  const places = state.positions.value;
  if (!places || !now) return null;
  const common = { xy: places.xy, codes: now.codes, title: now.title, axes: axesOf(places.by) };
  if (now.kind === "values") {
    const { low, high, isDiverging } = now;
    return {
      ...common,
      table: rampTable(false, isDiverging),
      isRanked: true,
      legend: { kind: "values", low, high, ...(isDiverging ? { isDiverging } : {}), unit: unitOf(now), format: valueFormat(now) },
    };
  }
  return {
    ...common,
    table: now.own ? ownTable(now.own, false) : slotTable(false),
    legend: {
      kind: "classes",
      classes: now.classes.map(({ label, cells, slot, color }) => ({ label, cells, color: color ?? slotColor(slot, false) })),
      classOf: now.classOf,
      missing: now.missing,
      none: missingWord(),
    },
  };
}

const asFigure = (name: string, data: MapFigureData): Drawable => ({
  name,
  title: "",
  draw: (plots, style, width) => plots.mapFigure(data, style, width),
  hasPoints: true,
  hasNames: data.legend.kind === "classes",
});

/** The map as it is coloured now, as a figure; null while there is none. */
export function mapFigure(): Drawable | null {
  const data = mapData(coloring.value);
  return data && asFigure(fileName(state.info.value?.name.replace(/\.h5ad$/i, "") ?? "map", data.title), data);
}

/** The map by what each of some models says of the head shown, and as it is coloured now where that is something else. */
export async function mapFigures(models: readonly ModelInfo[]): Promise<Drawable[]> {
  const phenotype = state.head.value;
  const cells = state.info.value?.cells ?? 0;
  const found: Drawable[] = [];
  for (const model of models) {
    const head = model.heads.find((one) => one.phenotype === phenotype);
    if (!head) continue;
    const scores =
      state.scores.value.get(state.scoreKey(model.name, phenotype)) ?? (await call("scores", { model: model.name, phenotype }));
    const title = `${headTitle(phenotype)} predicted by ${model.title}`;
    const data = mapData(byPrediction(state.colorBook(phenotype, model), title, cells, scores, head));
    if (data) found.push(asFigure(fileName("map", phenotype, model.name), data));
  }
  const now = mapData(coloring.value);
  if (now && shownColor.value.kind !== "prediction") found.push(asFigure(fileName("map", now.title), now));
  return found;
}
