import { axisX, barX, gridX, ruleX, text } from "@observablehq/plot";
import { clipped, framed, rules, type Svg } from "./frame";
import { value } from "./format";
import type { Style } from "./style";
import { widest } from "./text-width";

export interface WaterfallData {
  /** In order; each starts where the one before ended. */
  steps: { name: string; change: number; isGene: boolean }[];
  /** NaN where it is not known; the steps then start at zero. */
  from: number;
  to: number;
  title: string;
}

/** How the genes of one cell lead from the baseline's logit to its own. */
export function waterfall({ steps, from, to, title }: WaterfallData, style: Style, width: number): Svg {
  let at = Number.isNaN(from) ? 0 : from;
  const rows = steps.map((step) => {
    const start = at;
    at += step.change;
    return { ...step, start, end: at };
  });
  const left =
    12 +
    widest(
      rows.map(({ name, isGene }) => (isGene ? clipped(name, 18) : name)),
      11.5,
    );
  const ends = rows.flatMap(({ start, end }) => [start, end]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const [pull, push] = style.series;
  const pad = (high - low || 1) * 0.03;
  const biggest = [...rows].filter(({ isGene }) => isGene).sort((a, b) => Math.abs(b.change) - Math.abs(a.change))[0];
  return framed(
    style,
    `One cell: logit of ${title} from ${value(from)} to ${value(to)}; largest: ${biggest?.name ?? "no gene"} ` +
      `(${value(biggest?.change ?? 0)}).`,
    {
      width,
      height: rows.length * 19 + 30,
      marginLeft: left,
      marginRight: 12,
      marginTop: 4,
      marginBottom: 24,
      x: { domain: [low - pad, high + pad] },
      y: { domain: rows.map(({ name }) => name), padding: 0.25, axis: null },
      marks: [
        gridX({ ticks: 5, ...rules(style) }),
        axisX({ ticks: 5, tickSize: 0, label: null }),
        barX(rows, {
          x1: "start",
          x2: "end",
          y: "name",
          rx: 2,
          fill: (row: (typeof rows)[number]) => (!row.isGene ? style.faint : row.change >= 0 ? pull : push),
          title: (row: (typeof rows)[number]) => `${row.name}: ${value(row.change)}`,
        }),
        ...(Number.isNaN(from) ? [] : [ruleX([from], { stroke: style.faint, strokeDasharray: "2,2" })]),
        text(rows, {
          x: low - pad,
          y: "name",
          text: (row: (typeof rows)[number]) => clipped(row.name, 18),
          textAnchor: "end",
          dx: -8,
          fill: style.ink,
          fontSize: 11.5,
          fontStyle: "italic",
          filter: "isGene",
        } as object),
        text(
          rows.filter((row) => !row.isGene),
          { x: low - pad, y: "name", text: "name", textAnchor: "end", dx: -8, fill: style.soft, fontSize: 11.5 },
        ),
      ],
    },
    {
      titles: { x: `logit of ${title}` },
      key: [
        { kind: "square", label: `gene for ${title}`, color: pull! },
        { kind: "square", label: "gene against", color: push! },
        ...(rows.some(({ isGene }) => !isGene) ? [{ kind: "square", label: "all other genes together", color: style.faint } as const] : []),
        ...(Number.isNaN(from) ? [] : [{ kind: "line", label: "baseline", color: style.faint, dash: "2,2", width: 1 } as const]),
      ],
    },
  );
}
