import { axisX, axisY, dot, gridX, tickX } from "@observablehq/plot";
import { probability } from "./format";
import { clipped, framed, labelRoom, rules, type Svg } from "./frame";
import type { Style } from "./style";

export interface EntropyStrip {
  label: string;
  color: string;
  /** A sample of cells' normalized entropies, 0 to 1. */
  sample: number[];
  median: number;
  cells: number;
}

/** How undecided the model is, class by class: a dot a cell (a sample), a tick at the median. */
export function entropyStrips({ strips }: { strips: EntropyStrip[] }, style: Style, width: number): Svg {
  const points = strips.flatMap((strip) =>
    strip.sample.map((entropy, i) => ({ entropy, label: strip.label, color: strip.color, shift: (((i * 0.618034) % 1) - 0.5) * 9 })),
  );
  const most = strips.reduce<EntropyStrip | null>((a, b) => (!a || b.median > a.median ? b : a), null);
  const alt = most ? `Normalized entropy by predicted class; highest median: ${most.label}, ${probability(most.median)}.` : "No cells.";
  const margin = labelRoom(
    strips.map(({ label }) => label),
    26,
  );
  const rows = [-4.2, -2.8, -1.4, 0, 1.4, 2.8, 4.2];
  return framed(
    style,
    alt,
    {
      width,
      height: 26 + strips.length * 19,
      marginLeft: margin,
      marginRight: 12,
      marginTop: 4,
      marginBottom: 22,
      x: { domain: [0, 1] },
      y: { domain: strips.map((strip) => strip.label), padding: 0.1 },
      marks: [
        gridX([0, 0.25, 0.5, 0.75, 1], rules(style)),
        axisX({
          ticks: [0, 0.25, 0.5, 0.75, 1],
          tickSize: 0,
          label: null,
          tickFormat: (x: number) => (x === 0 || x === 1 ? String(x) : probability(x)),
        }),
        axisY({ tickSize: 0, label: null, tickFormat: (label: string) => clipped(label, 26), fill: style.ink }),
        ...rows.map((dy, row) =>
          dot(
            points.filter((_, i) => i % rows.length === row),
            { x: "entropy", y: "label", dy, r: 1.5 * (style.point ?? 1), fill: "color", fillOpacity: 0.5 },
          ),
        ),
        tickX(strips, {
          x: "median",
          y: "label",
          stroke: style.ink,
          strokeWidth: 2,
          insetTop: 2,
          insetBottom: 2,
          title: (strip: EntropyStrip) => `${strip.label}: median ${probability(strip.median)}`,
        }),
      ],
    },
    {
      titles: { x: "normalized entropy (0: certain, 1: all classes equally likely)", y: "predicted class" },
      key: [
        { kind: "dot", label: "one cell", color: style.faint, r: 2 },
        { kind: "line", label: "median", color: style.ink },
      ],
    },
  );
}
