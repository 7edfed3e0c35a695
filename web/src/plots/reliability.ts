import { axisX, axisY, dot, gridY, line, link } from "@observablehq/plot";
import type { Metrics } from "../contract/types";
import { count, many, score } from "./format";
import { framed, rules, TITLE_ROOM, type Svg } from "./frame";
import type { Style } from "./style";
import { sizeSteps } from "./ticks";

export interface ReliabilityData {
  series: { name: string; bins: Metrics["reliability"]; ece: number }[];
}

/** Confidence against share right: on the diagonal, 80% sure is right 80% of the time. Larger dots hold more cells. */
export function reliability({ series }: ReliabilityData, style: Style, width: number): Svg {
  const color = new Map(series.map((one, i) => [one.name, style.series[i % style.series.length]]));
  const points = series.flatMap((one) => one.bins.filter((bin) => bin.cells > 0).map((bin) => ({ ...bin, name: one.name })));
  const paint = (point: { name: string }) => color.get(point.name)!;
  const alt = series.map((one) => `${one.name}: expected calibration error ${score(one.ece)}`).join("; ") + ".";
  // A square, so that the diagonal lies at 45 degrees.
  const side = Math.min(280, width - 30 - TITLE_ROOM - 12);
  const most = points.reduce((largest, { cells }) => Math.max(largest, cells), 1);
  const radius = (cells: number) => 6 * Math.sqrt(cells / most);
  return framed(
    style,
    alt,
    {
      width,
      height: side + 32,
      marginLeft: 30,
      marginRight: width - 30 - TITLE_ROOM - side,
      marginTop: 10,
      marginBottom: 22,
      x: { domain: [0, 1] },
      y: { domain: [0, 1] },
      r: { type: "identity" },
      marks: [
        gridY([0, 0.5, 1], rules(style)),
        axisX({ ticks: [0, 0.5, 1], tickSize: 0, label: null, tickFormat: (x: number) => (x === 0.5 ? ".5" : String(x)) }),
        axisY({ ticks: [0, 0.5, 1], tickSize: 0, label: null, tickFormat: (y: number) => (y === 0.5 ? ".5" : String(y)) }),
        link([[0, 1]], { x1: () => 0, y1: () => 0, x2: () => 1, y2: () => 1, stroke: style.faint, strokeDasharray: "3 3" }),
        line(points, { x: "meanConfidence", y: "shareRight", z: "name", stroke: paint, strokeWidth: 1.6 }),
        dot(points, {
          x: "meanConfidence",
          y: "shareRight",
          r: (point: (typeof points)[number]) => Math.max(1.6, radius(point.cells)),
          fill: paint,
          fillOpacity: 0.9,
          title: (point: (typeof points)[number]) =>
            `${point.name}: ${many(point.cells, "cell")} mean probability ${score(point.meanConfidence)}, accuracy ` +
            `${score(point.shareRight)}`,
        }),
      ],
    },
    {
      titles: { x: "mean predicted probability", y: "accuracy" },
      key: [
        ...series.map(
          ({ name, ece }, i) =>
            ({ kind: "line", label: `${name} (ECE ${score(ece)})`, color: style.series[i % style.series.length]!, width: 1.6 }) as const,
        ),
        { kind: "line", label: "perfect calibration", color: style.faint, dash: "3 3", width: 1 },
        { kind: "note", label: "Below the dashed line: overconfident." },
        {
          kind: "sizes",
          title: "cells in a bin",
          sizes: sizeSteps(most).map((cells) => ({ r: Math.max(1.6, radius(cells)), label: count(cells) })),
        },
      ],
    },
  );
}
