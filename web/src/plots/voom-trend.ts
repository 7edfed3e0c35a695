import { axisX, axisY, gridX, gridY, line, rect } from "@observablehq/plot";
import type { ExpressionTable } from "../contract/compare";
import { cloud, type Tile } from "./cloud";
import { framed, rules, type Svg } from "./frame";
import type { Style } from "./style";

/** Points of the line that is drawn. */
const POINTS = 300;

/** voom's mean-variance trend: every gene's residual spread at its mean count, and the line that weights are read from. */
export function voomTrend({ type, trend }: Pick<ExpressionTable, "type" | "trend">, style: Style, width: number): Svg {
  const { count, deviation, fitted } = trend ?? { count: [], deviation: [], fitted: [] };
  const genes = Array.from(count, (x, i) => ({ x, y: deviation[i]!, fitted: fitted[i]! })).filter(
    ({ x, y }) => Number.isFinite(x) && Number.isFinite(y),
  );
  const along = genes.filter((one) => Number.isFinite(one.fitted)).sort((a, b) => a.x - b.x);
  const every = Math.max(1, Math.floor(along.length / POINTS));
  return framed(
    style,
    `Trend of voom in ${type}: the spread of ${genes.length} genes at their mean count.`,
    {
      width,
      height: 220,
      marginLeft: 40,
      marginRight: 14,
      marginTop: 10,
      marginBottom: 22,
      marks: [
        gridX({ ticks: 5, ...rules(style) }),
        gridY({ ticks: 5, ...rules(style) }),
        axisX({ ticks: 5, tickSize: 0, label: null }),
        axisY({ ticks: 5, tickSize: 0, label: null }),
        rect(cloud(genes), {
          x1: "x1",
          x2: "x2",
          y1: "y1",
          y2: "y2",
          fill: style.faint,
          fillOpacity: (one: Tile) => 0.2 + 0.6 * one.depth,
        }),
        line(
          along.filter((_, i) => i % every === 0 || i === along.length - 1),
          { x: "x", y: "fitted", stroke: style.accent, strokeWidth: 2 },
        ),
      ],
    },
    {
      titles: { x: "mean log2 count", y: "√ of residual standard deviation" },
      key: [
        { kind: "square", label: "genes, darker where more", color: style.faint, opacity: 0.6 },
        { kind: "line", label: "trend (lowess)", color: style.accent },
      ],
    },
  );
}
