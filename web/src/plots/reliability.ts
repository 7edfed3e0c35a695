import { axisX, axisY, dot, gridY, line, link } from "@observablehq/plot";
import type { Metrics } from "../contract/types";
import { many, score } from "./format";
import { framed, rules, type Svg } from "./frame";
import type { Style } from "./style";

export interface ReliabilityData {
  series: { name: string; bins: Metrics["reliability"]; ece: number }[];
}

/** Confidence against share right: on the diagonal, 80% sure is right 80% of the time. Larger dots hold more cells. */
export function reliability({ series }: ReliabilityData, style: Style, width: number): Svg {
  const color = new Map(series.map((one, i) => [one.name, style.series[i % style.series.length]]));
  const points = series.flatMap((one) => one.bins.filter((bin) => bin.cells > 0).map((bin) => ({ ...bin, name: one.name })));
  const paint = (point: { name: string }) => color.get(point.name)!;
  const alt = series.map((one) => `${one.name}: expected calibration error ${score(one.ece)}`).join("; ") + ".";
  return framed(style, alt, {
    width,
    height: 168,
    marginLeft: 30,
    marginRight: 12,
    marginTop: 10,
    marginBottom: 24,
    x: { domain: [0, 1] },
    y: { domain: [0, 1] },
    r: { range: [1.6, 6] },
    marks: [
      gridY([0, 0.5, 1], rules(style)),
      axisX({ ticks: [0, 0.5, 1], tickSize: 0, label: null, tickFormat: (x: number) => (x === 0.5 ? ".5" : String(x)) }),
      axisY({ ticks: [0, 0.5, 1], tickSize: 0, label: null, tickFormat: (y: number) => (y === 0.5 ? ".5" : String(y)) }),
      link([[0, 1]], { x1: () => 0, y1: () => 0, x2: () => 1, y2: () => 1, stroke: style.faint, strokeDasharray: "3 3" }),
      line(points, { x: "meanConfidence", y: "shareRight", z: "name", stroke: paint, strokeWidth: 1.6 }),
      dot(points, {
        x: "meanConfidence",
        y: "shareRight",
        r: "cells",
        fill: paint,
        fillOpacity: 0.9,
        title: (point: (typeof points)[number]) =>
          `${point.name}: ${many(point.cells, "cell")} mean probability ${score(point.meanConfidence)}, accuracy ` +
          `${score(point.shareRight)}`,
      }),
    ],
  });
}
