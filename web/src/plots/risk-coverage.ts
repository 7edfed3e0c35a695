import { axisX, axisY, dot, gridY, line, ruleX } from "@observablehq/plot";
import type { RiskCoverage } from "../contract/trust";
import { count, percent, probability, score } from "./format";
import { framed, rules, type Svg } from "./frame";
import type { Style } from "./style";
import { atThreshold } from "./threshold";

export interface RiskCoverageData {
  series: { name: string; coverage: RiskCoverage }[];
  /** Confidence asked for; the first series is marked there. */
  threshold: number | null;
}

/** Share right among the cells kept, over the share of cells kept, the surest first. */
export function riskCoverage({ series, threshold }: RiskCoverageData, style: Style, width: number): Svg {
  const points = series.flatMap((one, i) =>
    one.coverage.curve
      .filter((point) => point.cells >= 0.005 * one.coverage.cells)
      .map((point) => ({
        x: point.cells / one.coverage.cells,
        y: point.right / point.cells,
        name: one.name,
        color: style.series[i % style.series.length],
        point,
      })),
  );
  const floor = Math.max(0, Math.floor((Math.min(...points.map(({ y }) => y), 0.99) - 0.02) * 20) / 20);
  const mark = threshold === null || !series[0] ? null : atThreshold(series[0].coverage, threshold);
  const marked = mark && series[0] ? [{ x: mark.cells / series[0].coverage.cells, y: mark.right / mark.cells }] : [];
  const alt = series
    .map((one) => {
      const last = one.coverage.curve.at(-1);
      return (
        `${one.name}: accuracy on all cells ${score((last?.right ?? NaN) / (last?.cells ?? NaN))}, area under the ` +
        `risk–coverage curve ${score(one.coverage.aurc)}`
      );
    })
    .join("; ");
  return framed(
    style,
    `${alt}.`,
    {
      width,
      height: 166,
      marginLeft: 34,
      marginRight: 20,
      marginTop: 10,
      marginBottom: 22,
      x: { domain: [0, 1] },
      y: { domain: [floor, 1] },
      marks: [
        gridY({ ticks: 4, ...rules(style) }),
        axisX({
          ticks: 5,
          tickSize: 0,
          label: null,
          tickFormat: (x: number) => percent(x),
        }),
        axisY({ ticks: 4, tickSize: 0, label: null, tickFormat: (y: number) => (y === 1 ? "1" : probability(y)) }),
        line(points, { x: "x", y: "y", z: "name", stroke: "color", strokeWidth: 2 }),
        ...(marked.length > 0
          ? [
              ruleX(marked, { x: "x", stroke: style.ink, strokeDasharray: "3 3" }),
              dot(marked, {
                x: "x",
                y: "y",
                r: 4.5,
                fill: style.ink,
                title: () => `${count(mark!.cells)} cells with a probability of at least ${probability(threshold!)}`,
              }),
            ]
          : []),
      ],
    },
    {
      titles: { x: "fraction of cells labelled, most confident first (%)", y: "accuracy of those labelled" },
      key: [
        ...series.map(({ name }, i) => ({ kind: "line", label: name, color: style.series[i % style.series.length]! }) as const),
        ...(marked.length > 0
          ? [
              {
                kind: "dot",
                label: `minimum probability ${probability(threshold!)} (${series[0]!.name})`,
                color: style.ink,
                r: 4.5,
              } as const,
            ]
          : []),
      ],
    },
  );
}
