import { line } from "@observablehq/plot";
import type { ExpressionTable } from "../contract/compare";
import { cloud, geneAxes } from "./cloud";
import { framed, type Svg } from "./frame";
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
        ...geneAxes(style),
        cloud(genes, style),
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
