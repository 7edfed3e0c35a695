import { axisX, axisY, dot, gridX, gridY, line, rect, text } from "@observablehq/plot";
import type { VariableGenes } from "../contract/survey";
import { value } from "./format";
import { framed, rules, type Svg } from "./frame";
import type { Style } from "./style";

const BINS = 90;
/** Chosen genes drawn one by one; of more the first. */
const DOTS = 3000;

const AXES: Record<VariableGenes["flavour"], [x: string, y: string]> = {
  seurat: ["log mean of normalized counts", "normalized dispersion"],
  seurat_v3: ["log10 mean of counts", "log10 variance of counts"],
  anova: ["mean log1p value", "log10 F"],
};

/** Every gene by its mean and its spread: those chosen as dots, the others as a grey cloud. */
export function variableGenes(found: VariableGenes, style: Style, width: number): Svg {
  const { flavour, mean, spread, score, expected, chosen, symbols } = found;
  const x = (gene: number) => (flavour === "seurat_v3" ? Math.log10(mean[gene]!) : mean[gene]!);
  const y = (gene: number) => (flavour === "seurat" ? score[gene]! : Math.log10(flavour === "anova" ? score[gene]! : spread[gene]!));
  const isDrawn = (gene: number) => Number.isFinite(x(gene)) && Number.isFinite(y(gene));
  const taken = new Set(chosen);
  const others = [...symbols.keys()].filter((gene) => !taken.has(gene) && isDrawn(gene));
  const dots = Array.from(chosen.slice(0, DOTS))
    .filter(isDrawn)
    .map((gene) => ({ x: x(gene), y: y(gene), gene, symbol: symbols[gene]! }));
  const trend =
    expected.length > 0
      ? [...symbols.keys()]
          .filter((gene) => isDrawn(gene) && expected[gene]! > 0)
          .map((gene) => ({ x: x(gene), y: Math.log10(expected[gene]!) }))
          .sort((a, b) => a.x - b.x)
      : [];
  const every = Math.max(1, Math.floor(trend.length / 400));
  const named = apart(dots, width);
  const [low, high] = [Math.min(...named.map((one) => one.x)), dots.reduce((most, one) => Math.max(most, one.x), -Infinity)];
  const middle = low + 0.75 * (high - low);
  const [xTitle, yTitle] = AXES[flavour];
  return framed(
    style,
    `${chosen.length} most variable of ${symbols.length} genes; top: ${named.map(({ symbol }) => symbol).join(", ")}.`,
    {
      width,
      height: 250,
      marginLeft: 42,
      marginRight: 14,
      marginTop: 10,
      marginBottom: 22,
      marks: [
        gridX({ ticks: 5, ...rules(style) }),
        gridY({ ticks: 5, ...rules(style) }),
        axisX({ ticks: 5, tickSize: 0, label: null }),
        axisY({ ticks: 5, tickSize: 0, label: null }),
        rect(cloud(others.map((gene) => ({ x: x(gene), y: y(gene) }))), {
          x1: "x1",
          x2: "x2",
          y1: "y1",
          y2: "y2",
          fill: style.faint,
          fillOpacity: (one: Tile) => 0.2 + 0.6 * one.depth,
        }),
        dot(dots, {
          x: "x",
          y: "y",
          r: 1.7 * (style.point ?? 1),
          fill: style.accent,
          fillOpacity: 0.7,
          title: (one: (typeof dots)[number]) => `${one.symbol}: ${value(score[one.gene]!)}`,
        }),
        ...(trend.length > 0
          ? [
              line(
                trend.filter((_, i) => i % every === 0),
                { x: "x", y: "y", stroke: style.ink, strokeWidth: 1.2 },
              ),
            ]
          : []),
        // Names near the right edge stand left of their dots.
        ...([1, -1] as const).map((side) =>
          text(
            named.filter((one) => one.x > middle === side < 0),
            {
              x: "x",
              y: "y",
              text: "symbol",
              fontStyle: "italic",
              fill: style.ink,
              stroke: style.card,
              strokeWidth: 3,
              textAnchor: side > 0 ? "start" : "end",
              dx: 5 * side,
            } as object,
          ),
        ),
      ],
    },
    {
      titles: { x: xTitle, y: yTitle },
      key: [
        { kind: "dot", label: `selected (${chosen.length})`, color: style.accent, r: 3 },
        { kind: "square", label: "other genes, darker where more", color: style.faint, opacity: 0.6 },
        ...(trend.length > 0 ? [{ kind: "line", label: "expected from the mean", color: style.ink, width: 1.2 } as const] : []),
      ],
    },
  );
}

const NAMED = 12;

/** The first genes whose names do not lie on one another. */
function apart<T extends { x: number; y: number }>(dots: T[], width: number): T[] {
  const reach = (read: (dot: T) => number) =>
    dots.reduce((most, dot) => Math.max(most, read(dot)), -Infinity) - dots.reduce((least, dot) => Math.min(least, read(dot)), Infinity) ||
    1;
  const [across, up] = [reach(({ x }) => x) * (52 / width), reach(({ y }) => y) * (13 / 200)];
  const kept: T[] = [];
  for (const dot of dots) {
    if (kept.length === NAMED) break;
    if (kept.every((other) => Math.abs(dot.x - other.x) > across || Math.abs(dot.y - other.y) > up)) kept.push(dot);
  }
  return kept;
}

interface Tile {
  x1: number;
  x2: number;
  y1: number;
  y2: number;
  depth: number;
}

/** Points as tiles, so that thirty thousand genes are as light as three thousand. */
function cloud(points: { x: number; y: number }[]): Tile[] {
  if (points.length === 0) return [];
  const edge = (read: (one: { x: number; y: number }) => number) => {
    const low = points.reduce((least, one) => Math.min(least, read(one)), Infinity);
    const high = points.reduce((most, one) => Math.max(most, read(one)), -Infinity);
    return { low, step: (high - low || 1) / BINS };
  };
  const [ex, ey] = [edge((one) => one.x), edge((one) => one.y)];
  const counts = new Map<number, number>();
  for (const one of points) {
    const [i, j] = [Math.min(BINS - 1, Math.floor((one.x - ex.low) / ex.step)), Math.min(BINS - 1, Math.floor((one.y - ey.low) / ey.step))];
    counts.set(i * BINS + j, (counts.get(i * BINS + j) ?? 0) + 1);
  }
  const most = Math.log1p([...counts.values()].reduce((top, n) => Math.max(top, n), 1));
  return [...counts].map(([key, n]) => {
    const [i, j] = [Math.floor(key / BINS), key % BINS];
    return {
      x1: ex.low + i * ex.step,
      x2: ex.low + (i + 1) * ex.step,
      y1: ey.low + j * ey.step,
      y2: ey.low + (j + 1) * ey.step,
      depth: Math.log1p(n) / most,
    };
  });
}
