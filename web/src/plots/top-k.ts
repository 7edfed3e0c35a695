import { axisX, axisY, dot, gridY, lineY, ruleX } from "@observablehq/plot";
import type { Interval } from "../contract/types";
import { probability, score } from "./format";
import { framed, rules, type Svg } from "./frame";
import type { Style } from "./style";

export interface TopKData {
  series: { name: string; topK: Interval[] }[];
}

/** Share of cells whose label is among the first k guesses, with intervals, a line per model. */
export function topK({ series }: TopKData, style: Style, width: number): Svg {
  const color = new Map(series.map((one, i) => [one.name, style.series[i % style.series.length]]));
  const offset = (i: number) => (i - (series.length - 1) / 2) * 0.07;
  const points = series.flatMap((one, i) => one.topK.map((at, k) => ({ ...at, name: one.name, k: k + 1, x: k + 1 + offset(i) })));
  const kMax = Math.max(...points.map((point) => point.k), 1);
  const low = Math.min(...points.map((point) => point.low), 0.999);
  const floor = Math.max(0, Math.floor((low - 0.02) * 20) / 20);
  const stroke = (point: { name: string }) => color.get(point.name)!;
  const alt =
    series
      .map(
        (one) =>
          `${one.name}: top-1 accuracy ${score(one.topK[0]?.value ?? NaN)}, top-${one.topK.length} ${score(one.topK.at(-1)?.value ?? NaN)}`,
      )
      .join("; ") + ".";
  return framed(
    style,
    alt,
    {
      width,
      height: 168,
      marginLeft: 30,
      marginRight: 12,
      marginTop: 10,
      marginBottom: 24,
      x: { domain: [0.75, kMax + 0.25] },
      y: { domain: [floor, 1] },
      marks: [
        gridY({ ticks: 4, ...rules(style) }),
        axisX({ ticks: Array.from({ length: kMax }, (_, i) => i + 1), tickSize: 0, label: null, tickFormat: String }),
        axisY({ ticks: 4, tickSize: 0, label: null, tickFormat: (y: number) => (y === 1 ? "1" : probability(y)) }),
        lineY(points, { x: "x", y: "value", z: "name", stroke, strokeWidth: 2 }),
        ruleX(points, { x: "x", y1: "low", y2: "high", stroke, strokeWidth: 1.6 }),
        dot(points, {
          x: "x",
          y: "value",
          fill: stroke,
          r: 3,
          title: (point: (typeof points)[number]) =>
            `${point.name}, top ${point.k}: ${score(point.value)} (${score(point.low)} to ${score(point.high)})`,
        }),
      ],
    },
    {
      titles: { x: "k most probable classes", y: "accuracy (label among the k)" },
      key: [
        ...series.map(({ name }) => ({ kind: "line", label: name, color: color.get(name)! }) as const),
        { kind: "note", label: "Upright lines: 95% intervals." },
      ],
    },
  );
}
