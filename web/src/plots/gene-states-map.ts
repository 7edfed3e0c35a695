import { dot } from "@observablehq/plot";
import { shortClass } from "./class-names";
import { count } from "./format";
import { framed, type Svg } from "./frame";
import type { Style } from "./style";

export interface GeneStatesMapData {
  gene: string;
  /** Names and colours of the contexts. */
  contexts: { name: string; color: string }[];
  /** Parallel: a context and a place per cell. */
  contextOf: Int32Array;
  xy: Float32Array;
  /** What the axes are; else a plane. */
  axes?: [string, string];
}

/** A gene's hidden states on a plane, a point a cell, coloured by context. */
export function geneStatesMap(
  { gene, contexts, contextOf, xy, axes = ["UMAP 1", "UMAP 2"] }: GeneStatesMapData,
  style: Style,
  width: number,
): Svg {
  const points = Array.from(contextOf, (context, i) => ({ x: xy[2 * i]!, y: xy[2 * i + 1]!, context })).filter(({ x, y }) =>
    Number.isFinite(x + y),
  );
  const cells = contexts.map((_, context) => points.filter((point) => point.context === context).length);
  const height = Math.round(Math.min(340, width * 0.72));
  return framed(
    style,
    `${gene} in ${contexts.length} contexts: ${contexts.map(({ name }, i) => `${name}, ${count(cells[i]!)} cells`).join("; ")}.`,
    {
      width,
      height,
      margin: 8,
      axis: null,
      x: { axis: null },
      y: { axis: null },
      marks: [
        dot(points, {
          x: "x",
          y: "y",
          r: 2.2 * (style.point ?? 1),
          fill: (point: { context: number }) => contexts[point.context]!.color,
          fillOpacity: 0.75,
          title: (point: { context: number }) => contexts[point.context]!.name,
        }),
      ],
    },
    {
      titles: { x: axes[0], y: axes[1] },
      key: contexts.map(
        ({ name, color }, i) => ({ kind: "dot", label: `${shortClass(name)} (${count(cells[i]!)} cells)`, color }) as const,
      ),
    },
  );
}
