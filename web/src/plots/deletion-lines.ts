import { areaY, axisX, axisY, dot, gridY, line } from "@observablehq/plot";
import type { Interval } from "../contract/types";
import { percent, probability, score } from "./format";
import { framed, rules, type Svg } from "./frame";
import type { Style } from "./style";

export interface DeletionData {
  series: { name: string; points: { share: number; gap: Interval }[]; /** Drawn thin: a ranking to compare with. */ isOther?: boolean }[];
}

/** Where the axis is labelled: most happens with the first few genes. */
const TICKS = [0, 0.01, 0.05, 0.2, 0.5, 0.9];

const DASHES = ["", "5,3", "2,2"];

/** How far the probability moves as genes are taken away, each series with its 95% interval. */
export function deletionLines({ series }: DeletionData, style: Style, width: number): Svg {
  const looks = new Map(
    series.map(({ name }, i) => [
      name,
      { color: style.series[i % style.series.length]!, dash: DASHES[Math.floor(i / style.series.length) % DASHES.length]! },
    ]),
  );
  const points = series.flatMap(({ name, points: all }) => [
    { name, share: 0, value: 0, low: 0, high: 0 },
    ...all.map(({ share: x, gap }) => ({ name, share: x, ...gap })),
  ]);
  const of = (name: string) => points.filter((point) => point.name === name);
  const most = Math.max(0.05, ...points.map(({ value, high }) => (Number.isNaN(high) ? value : high)));
  const half = (name: string) => [...of(name)].sort((a, b) => Math.abs(a.share - 0.5) - Math.abs(b.share - 0.5))[0]!;
  const alt = series
    .map(({ name }) => `${name}: ${score(half(name).value)} with ${percent(half(name).share)} of the genes deleted`)
    .join("; ");
  return framed(
    style,
    `Change in the probability as genes are deleted. ${alt}.`,
    {
      width,
      height: 182,
      marginLeft: 34,
      marginRight: 14,
      marginTop: 10,
      marginBottom: 22,
      x: { type: "pow", exponent: 0.4, domain: [0, Math.max(...points.map((point) => point.share))] },
      y: { domain: [0, Math.min(1, most * 1.05)] },
      marks: [
        gridY({ ticks: 4, ...rules(style) }),
        axisX(TICKS, {
          tickSize: 0,
          label: null,
          tickFormat: (x: number) => percent(x),
        }),
        axisY({ ticks: 4, tickSize: 0, label: null, tickFormat: (y: number) => (y === 1 ? "1" : probability(y)) }),
        ...series.flatMap(({ name, isOther }) => [
          ...(isOther
            ? []
            : [
                areaY(
                  of(name).filter(({ low }) => !Number.isNaN(low)),
                  { x: "share", y1: "low", y2: "high", fill: looks.get(name)!.color, fillOpacity: 0.14 },
                ),
              ]),
          line(of(name), {
            x: "share",
            y: "value",
            stroke: looks.get(name)!.color,
            strokeWidth: isOther ? 1.2 : 2,
            strokeDasharray: looks.get(name)!.dash,
          }),
        ]),
        dot(
          points.filter((point) => point.share > 0),
          {
            x: "share",
            y: "value",
            r: 2.2,
            fill: (point: { name: string }) => looks.get(point.name)!.color,
            title: (point: (typeof points)[number]) =>
              `${point.name}, ${percent(point.share)} deleted: ${score(point.value)} (${score(point.low)} to ${score(point.high)})`,
          },
        ),
      ],
    },
    {
      titles: { x: "fraction of the cell's genes deleted (%)", y: "change in probability" },
      key: [
        ...series.map(({ name, isOther }) => ({ kind: "line", label: name, ...looks.get(name)!, width: isOther ? 1.2 : 2 }) as const),
        { kind: "square", label: "95% interval", color: style.faint, opacity: 0.3 },
      ],
    },
  );
}
