import { axisX, axisY, gridY, lineY, rectY, ruleX } from "@observablehq/plot";
import type { DoubletReport } from "../contract/doublets";
import { count, percent, score } from "./format";
import { framed, rules, TITLE_ROOM, type Svg } from "./frame";
import { LIMITS_MARGINS } from "./limits-axis";
import type { Style } from "./style";

export interface DoubletScoresData {
  histogram: DoubletReport["histogram"];
  /** Null: each sample's own, or none. */
  threshold: number | null;
  flagged: number;
  scored: number;
}

/** Scores of cells (bars) and of simulated doublets (line), each as a share of all of its kind; the height is a square root. */
export function doubletScores({ histogram, threshold, flagged, scored }: DoubletScoresData, style: Style, width: number): Svg {
  const { edges, observed, simulated } = histogram;
  const shares = (counts: number[]) => {
    const all = counts.reduce((sum, n) => sum + n, 0) || 1;
    return counts.map((n) => n / all);
  };
  const [ofCells, ofDoublets] = [shares(observed), shares(simulated)];
  const bars = ofCells.map((share, i) => ({ x1: edges[i]!, x2: edges[i + 1]!, share, cells: observed[i]! }));
  const isAbove = ({ x1, x2 }: (typeof bars)[number]) => threshold !== null && (x1 + x2) / 2 > threshold;
  // Both ends of every bar, so that the line has its steps.
  const steps = ofDoublets.flatMap((share, i) => [edges[i]!, edges[i + 1]!].map((x) => ({ x, share })));
  const ends = { x1: "x1", x2: "x2", y: "share", insetLeft: 0.4, insetRight: 0.4 };
  const title = (bar: (typeof bars)[number]) => `${count(bar.cells)} cells with scores from ${score(bar.x1)} to ${score(bar.x2)}`;
  const called =
    threshold === null
      ? "each sample has a threshold of its own, or none"
      : `${count(flagged)} of ${count(scored)} cells above ${score(threshold)}`;
  return framed(
    style,
    `Histogram of doublet scores of cells and of simulated doublets: ${called}.`,
    {
      width,
      height: 150,
      marginLeft: LIMITS_MARGINS.left - TITLE_ROOM,
      marginRight: LIMITS_MARGINS.right,
      marginTop: 8,
      marginBottom: 22,
      x: { domain: [0, edges.at(-1)!], nice: false },
      y: { type: "sqrt" },
      marks: [
        gridY({ ticks: 3, ...rules(style) }),
        axisX({ ticks: Math.max(3, Math.floor(width / 80)), tickSize: 0, label: null }),
        axisY({ ticks: 3, tickSize: 0, label: null, tickFormat: (share: number) => percent(share) }),
        rectY(
          bars.filter((bar) => !isAbove(bar)),
          { ...ends, fill: style.series[0]!, fillOpacity: 0.85, title },
        ),
        rectY(bars.filter(isAbove), { ...ends, fill: style.warn, fillOpacity: 0.35, stroke: style.warn, strokeWidth: 0.6, title }),
        lineY(steps, { x: "x", y: "share", stroke: style.ink, strokeWidth: 1.4 }),
        ...(threshold === null ? [] : [ruleX([threshold], { stroke: style.warn, strokeWidth: 1.5 })]),
      ],
    },
    {
      titles: { x: "doublet score", y: "share (root scale)" },
      key: [
        { kind: "square", label: `cells (${count(scored)})`, color: style.series[0]!, opacity: 0.85 },
        { kind: "line", label: "simulated doublets", color: style.ink, width: 1.4 },
        ...(threshold === null ? [] : ([{ kind: "line", label: `threshold ${score(threshold)}`, color: style.warn, width: 1.5 }] as const)),
      ],
    },
  );
}
