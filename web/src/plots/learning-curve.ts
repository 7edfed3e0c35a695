import { areaY, axisX, axisY, dot, gridY, lineY, ruleX, ruleY } from "@observablehq/plot";
import type { CurvePoint } from "../contract/training";
import { count, probability, score } from "./format";
import { framed, rules, type Svg } from "./frame";
import type { Style } from "./style";

export interface LearningCurveData {
  points: CurvePoint[];
  by: "cells" | "genes";
  /** Accuracy of naming the commonest class. */
  majority: number;
}

/** Held-out accuracy with less to learn from, on a logarithmic axis. */
export function learningCurve({ points, by, majority }: LearningCurveData, style: Style, width: number): Svg {
  const x = (point: CurvePoint) => point[by];
  const low = Math.min(...points.map(({ accuracy }) => accuracy.low), majority);
  const floor = Math.max(0, Math.floor((low - 0.02) * 20) / 20);
  const [first, last] = [points[0], points.at(-1)];
  const alt =
    first && last
      ? `Held-out accuracy ${score(first.accuracy.value)} with ${count(x(first))} ${by}, ` +
        `${score(last.accuracy.value)} with ${count(x(last))}.`
      : "No data.";
  return framed(
    style,
    alt,
    {
      width,
      height: 160,
      marginLeft: 34,
      marginRight: 22,
      marginTop: 10,
      marginBottom: 26,
      x: { type: "log" },
      y: { domain: [floor, 1] },
      marks: [
        gridY({ ticks: 4, ...rules(style) }),
        axisX({ ticks: points.map(x), tickSize: 0, label: null, tickFormat: (value: number) => count(value) }),
        axisY({ ticks: 4, tickSize: 0, label: null, tickFormat: (y: number) => (y === 1 ? "1" : probability(y)) }),
        ruleY([majority], { stroke: style.faint, strokeDasharray: "3 3" }),
        areaY(points, {
          x,
          y1: (point: CurvePoint) => point.accuracy.low,
          y2: (point: CurvePoint) => point.accuracy.high,
          fill: style.accent,
          fillOpacity: 0.12,
        }),
        lineY(points, { x, y: (point: CurvePoint) => point.accuracy.value, stroke: style.accent, strokeWidth: 2 }),
        ruleX(points, {
          x,
          y1: (point: CurvePoint) => point.accuracy.low,
          y2: (point: CurvePoint) => point.accuracy.high,
          stroke: style.accent,
          strokeWidth: 1.6,
        }),
        dot(points, {
          x,
          y: (point: CurvePoint) => point.accuracy.value,
          fill: style.accent,
          r: 3,
          title: (point: CurvePoint) =>
            `${count(point.cells)} cells, ${count(point.genes)} genes: ${score(point.accuracy.value)} ` +
            `(${score(point.accuracy.low)} to ${score(point.accuracy.high)})`,
        }),
      ],
    },
    {
      titles: { x: by === "cells" ? "cells to train on (log scale)" : "genes to train on (log scale)", y: "held-out accuracy" },
      key: [
        { kind: "line", label: "accuracy with 95% interval", color: style.accent },
        { kind: "line", label: "majority-class baseline", color: style.faint, dash: "3 3", width: 1 },
      ],
    },
  );
}
