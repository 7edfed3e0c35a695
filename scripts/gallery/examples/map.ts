import type * as Plots from "../../../web/src/plots/index";
import { rampTable, slotColor, slotTable } from "../../../web/src/plots/palette";
import { random, normal, range, TYPES, type Example } from "./example";

/** Clusters on a plane, a class each. */
function map(classes: number, cells: number): { xy: Float32Array; classOf: Int16Array } {
  const centers = range(classes, () => [normal() * 6, normal() * 5] as const);
  const classOf = Int16Array.from({ length: cells }, () => Math.floor(random() ** 1.6 * classes));
  const xy = new Float32Array(2 * cells);
  classOf.forEach((at, i) => xy.set([centers[at]![0] + normal() * 0.7, centers[at]![1] + normal() * 0.7], 2 * i));
  return { xy, classOf };
}

function classMap(labels: readonly string[], cells: number): Parameters<typeof Plots.mapFigure>[0] {
  const { xy, classOf } = map(labels.length, cells);
  return {
    xy,
    codes: Uint8Array.from(classOf),
    table: slotTable(false),
    title: "Predicted cell type",
    axes: ["UMAP 1", "UMAP 2"],
    legend: {
      kind: "classes",
      classes: labels.map((label, i) => ({ label, cells: classOf.filter((at) => at === i).length, color: slotColor(i, false) })),
      classOf,
      missing: 0,
      none: "no prediction",
    },
  };
}

function valueMap(isDiverging: boolean): Parameters<typeof Plots.mapFigure>[0] {
  const { xy, classOf } = map(7, 3000);
  const [low, high] = isDiverging ? [-0.83, 0.83] : [0, 4.37];
  return {
    xy,
    codes: Uint8Array.from(classOf, (at) => Math.min(254, Math.round(at * 36 + 20 * random()))),
    table: rampTable(false, isDiverging),
    isRanked: true,
    title: "CD3E",
    axes: ["UMAP 1", "UMAP 2"],
    legend: {
      kind: "values",
      low,
      high,
      ...(isDiverging ? { isDiverging } : {}),
      unit: isDiverging ? "attribution" : "log1p of normalized counts",
      format: String,
    },
  };
}

/** The map. */
export const MAP: Record<string, Example> = {
  "map-classes": {
    plot: "mapFigure",
    title: "Cells of a made-up sample",
    hasNames: true,
    draw: (plots, style, width) => plots.mapFigure(classMap(TYPES, 2600), style, width),
  },
  "map-names": {
    plot: "mapFigure",
    title: "Names where the classes lie",
    draw: (plots, style, width) => plots.mapFigure(classMap(TYPES, 2600), { ...style, legend: "names" }, width),
  },
  "map-many-classes": {
    plot: "mapFigure",
    title: "",
    draw: (plots, style, width) =>
      plots.mapFigure(
        classMap(
          range(72, (i) => `cell type number ${i + 1}`),
          6000,
        ),
        style,
        width,
      ),
  },
  "map-many-cells": {
    plot: "mapFigure",
    title: "",
    draw: (plots, style, width) => plots.mapFigure(classMap(TYPES.slice(0, 5), 40_000), style, width),
  },
  "map-gene": { plot: "mapFigure", title: "", draw: (plots, style, width) => plots.mapFigure(valueMap(false), style, width) },
  "map-attribution": { plot: "mapFigure", title: "", draw: (plots, style, width) => plots.mapFigure(valueMap(true), style, width) },
};
