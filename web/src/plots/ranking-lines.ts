import { axisY, dot, gridY, line, ruleX, ruleY, text } from "@observablehq/plot";
import type { Interval } from "../contract/types";
import { decimal, score } from "./format";
import { framed, rules, type Svg } from "./frame";
import type { Style } from "./style";

export interface WorthData {
  series: { name: string; points: (Interval & { genes: number })[] }[];
  /** Accuracy of always naming the commonest class. */
  majority: number;
}

const DASHES = ["", "5,3", "2,2"];

/** What the first n genes of each ranking are worth, n growing by factors; 95% intervals. */
export function rankingLines({ series, majority }: WorthData, style: Style, width: number): Svg {
  const looks = new Map(
    series.map(({ name }, i) => [
      name,
      { color: style.series[i % style.series.length]!, dash: DASHES[Math.floor(i / style.series.length) % DASHES.length]! },
    ]),
  );
  const points = series.flatMap(({ name, points: all }, i) =>
    all.map((point) => ({ ...point, name, x: point.genes * (1 + 0.03 * (i - (series.length - 1) / 2)) })),
  );
  const lows = points.map(({ value, low }) => (Number.isNaN(low) ? value : low));
  const floor = Math.max(0, Math.floor((Math.min(...lows, majority) - 0.02) * 10) / 10);
  const stroke = (point: { name: string }) => looks.get(point.name)!.color;
  const sizes = [...new Set(points.map(({ genes }) => genes))];
  const bestAt = (genes: number) => [...points].filter((point) => point.genes === genes).sort((a, b) => b.value - a.value)[0];
  const alt = sizes.map((genes) => `${genes} genes: best ${bestAt(genes)!.name} (${score(bestAt(genes)!.value)})`).join("; ");
  return framed(
    style,
    `Held-out accuracy by number of genes. ${alt}.`,
    {
      width,
      height: 200,
      marginLeft: 32,
      marginRight: 14,
      marginTop: 10,
      marginBottom: 22,
      x: { type: "log", axis: null, domain: [Math.min(...points.map(({ x }) => x)) * 0.94, Math.max(...points.map(({ x }) => x)) * 1.06] },
      y: { domain: [floor, 1] },
      marks: [
        gridY({ ticks: 5, ...rules(style) }),
        // An axis of a log scale names round numbers only.
        text(sizes, { x: (genes: number) => genes, y: floor, text: String, dy: 13, fill: style.soft }),
        axisY({ ticks: 5, tickSize: 0, label: null, tickFormat: (y: number) => (y === 1 ? "1" : decimal(y, 1)) }),
        ...(Number.isNaN(majority) ? [] : [ruleY([majority], { stroke: style.faint, strokeDasharray: "3,3" })]),
        ruleX(
          points.filter(({ low }) => !Number.isNaN(low)),
          { x: "x", y1: "low", y2: "high", stroke, strokeWidth: 1, strokeOpacity: 0.55 },
        ),
        ...series.map(({ name }) =>
          line(
            points.filter((point) => point.name === name),
            { x: "x", y: "value", stroke: looks.get(name)!.color, strokeWidth: 1.8, strokeDasharray: looks.get(name)!.dash },
          ),
        ),
        dot(points, {
          x: "x",
          y: "value",
          r: 2.4,
          fill: stroke,
          title: (point: (typeof points)[number]) =>
            `${point.name}, ${point.genes} genes: ${score(point.value)} (${score(point.low)} to ${score(point.high)})`,
        }),
      ],
    },
    {
      titles: { x: "genes (log scale)", y: "held-out accuracy" },
      key: [
        ...series.map(({ name }) => ({ kind: "line", label: name, ...looks.get(name)! }) as const),
        ...(Number.isNaN(majority)
          ? []
          : [{ kind: "line", label: "majority-class baseline", color: style.faint, dash: "3,3", width: 1 } as const]),
        ...(points.some(({ low }) => !Number.isNaN(low)) ? [{ kind: "note", label: "Upright lines: 95% intervals." } as const] : []),
      ],
    },
  );
}
