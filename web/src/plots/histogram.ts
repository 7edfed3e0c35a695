import { axisX, axisY, gridY, rectY, ruleX, text } from "@observablehq/plot";
import type { Distribution } from "../contract/types";
import { count, value } from "./format";
import { framed, rules, type Svg } from "./frame";
import type { Style } from "./style";

export interface HistogramData {
  distribution: Distribution;
  /** What is counted along x: `counts per cell`. */
  label: string;
  /** x as percent of one. */
  isShare?: boolean;
}

/** A histogram of a per-cell quantity with its median. */
export function histogram({ distribution, label, isShare }: HistogramData, style: Style, width: number): Svg {
  const bars = distribution.counts.map((cells, i) => ({ x1: distribution.edges[i], x2: distribution.edges[i + 1], cells }));
  const show = (x: number) => (isShare ? `${value(x * 100)}%` : value(x));
  const alt =
    `Histogram of ${label}: median ${show(distribution.median)}, half of the cells between ${show(distribution.q1)} and ` +
    `${show(distribution.q3)}.`;
  const left = distribution.median > (distribution.min + distribution.max) / 2;
  return framed(style, alt, {
    width,
    height: 128,
    marginLeft: 36,
    marginRight: 10,
    marginTop: 16,
    marginBottom: 24,
    x: { nice: false, ...(isShare ? { percent: false } : {}) },
    marks: [
      gridY({ ticks: 3, ...rules(style) }),
      axisX({
        ticks: Math.max(3, Math.floor(width / 80)),
        tickSize: 0,
        label: null,
        tickFormat: (x: number) => (isShare ? `${Math.round(x * 100)}%` : shortNumber(x)),
      }),
      axisY({ ticks: 3, tickSize: 0, label: null, tickFormat: shortNumber }),
      rectY(bars, {
        x1: "x1",
        x2: "x2",
        y: "cells",
        fill: style.series[0],
        fillOpacity: 0.85,
        inset: 0.4,
        rx: 1,
        title: (bar: (typeof bars)[number]) => `${count(bar.cells)} cells between ${show(bar.x1)} and ${show(bar.x2)}`,
      }),
      ruleX([distribution.median], { stroke: style.ink, strokeWidth: 1.5 }),
      text([distribution.median], {
        x: (median: number) => median,
        frameAnchor: "top",
        dy: -13,
        fill: style.ink,
        textAnchor: left ? "end" : "start",
        text: () => `median ${show(distribution.median)}`,
      }),
    ],
  });
}

/** 12000 as `12k`: axis labels only. */
export function shortNumber(x: number): string {
  const size = Math.abs(x);
  if (size >= 1e6) return `${Number((x / 1e6).toPrecision(2))}M`;
  if (size >= 1e3) return `${Number((x / 1e3).toPrecision(3))}k`;
  return String(Number(x.toPrecision(3)));
}
