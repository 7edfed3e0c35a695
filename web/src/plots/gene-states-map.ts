import { dot } from "@observablehq/plot";
import { count } from "./format";
import { clipped, framed, type Svg } from "./frame";
import type { Style } from "./style";

export interface GeneStatesMapData {
  gene: string;
  /** Names and colours of the contexts. */
  contexts: { name: string; color: string }[];
  /** Parallel: a context and a place per cell. */
  contextOf: Int32Array;
  xy: Float32Array;
}

/** A gene's hidden states on a plane, a point a cell, coloured by context. */
export function geneStatesMap({ gene, contexts, contextOf, xy }: GeneStatesMapData, style: Style, width: number): Svg {
  const points = Array.from(contextOf, (context, i) => ({ x: xy[2 * i]!, y: xy[2 * i + 1]!, context })).filter(({ x, y }) =>
    Number.isFinite(x + y),
  );
  const cells = contexts.map((_, context) => points.filter((point) => point.context === context).length);
  const rows = Math.ceil(contexts.length / 2);
  const columns = contexts.map(({ name, color }, i) => ({ name, color, left: (i % 2) * (width / 2), top: Math.floor(i / 2) * 16 }));
  const height = Math.round(Math.min(340, width * 0.72)) + rows * 16;
  const made = framed(
    style,
    `${gene} in ${contexts.length} contexts: ${contexts.map(({ name }, i) => `${name}, ${count(cells[i]!)} cells`).join("; ")}.`,
    {
      width,
      height,
      margin: 8,
      marginTop: 8 + rows * 16,
      axis: null,
      x: { axis: null },
      y: { axis: null },
      marks: [
        dot(points, {
          x: "x",
          y: "y",
          r: 2.2,
          fill: (point: { context: number }) => contexts[point.context]!.color,
          fillOpacity: 0.75,
          title: (point: { context: number }) => contexts[point.context]!.name,
        }),
      ],
    },
  );
  // Set by hand: a legend of its own would be HTML beside the picture, and lost when it is taken away.
  for (const { name, color, left, top } of columns) {
    const add = (kind: string, attributes: Record<string, string | number>, words = "") => {
      const element = made.ownerDocument.createElementNS("http://www.w3.org/2000/svg", kind);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
      element.textContent = words;
      made.append(element);
    };
    add("circle", { cx: left + 12, cy: top + 9, r: 4, fill: color });
    add("text", { x: left + 21, y: top + 13, fill: style.soft }, clipped(name, Math.floor(width / 2 / 7)));
  }
  return made;
}
