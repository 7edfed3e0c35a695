import { plot, type PlotOptions } from "@observablehq/plot";
import { shortClass } from "./class-names";
import { drawingDocument } from "./drawing-document";
import { layKey, type KeyItem, type Shape } from "./key";
import type { Style } from "./style";
import { textWidth, widest } from "./text-width";

export type Svg = SVGSVGElement;

/** What stands around a plot, in the picture itself, so that a file of it is understood alone. */
export interface Around {
  /** Titles of the axes, with their units. */
  titles?: { x?: string; y?: string };
  /** The x axis is above the plot. */
  isTop?: boolean;
  /** What colours and sizes mean, beneath the plot. */
  key?: readonly KeyItem[];
}

/** Room that the titles of the axes take, in units of the picture. */
export const TITLE_ROOM = 16;
const NS = "http://www.w3.org/2000/svg";

/** Appends shapes to an SVG. */
export function appendShapes(parent: Element, shapes: readonly Shape[]): void {
  for (const { name, attributes, text } of shapes) {
    const made = drawingDocument().createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    if (text !== undefined) made.textContent = text;
    parent.appendChild(made);
  }
}

/**
 * A plot in the page's look, with titles of its axes and a key. `alt` is its finding in a sentence, for those who do not see it.
 * Margins and height are those of the plot alone; titles and key are given room of their own.
 */
export function framed(style: Style, alt: string, options: PlotOptions, { titles = {}, isTop, key = [] }: Around = {}): Svg {
  const { width = 640, margin = 0 } = options;
  // A plot is at least as high as the title of its y axis is long.
  const height = Math.max(options.height ?? 400, titles.y ? textWidth(titles.y, 11) + 6 : 0);
  const left = (options.marginLeft ?? margin) + (titles.y ? TITLE_ROOM : 0);
  const top = (options.marginTop ?? margin) + (titles.x && isTop ? TITLE_ROOM : 0);
  const shown = style.legend === "none" ? [] : key;
  const keyed = layKey(shown, style, 6, width - 10);
  const below = (titles.x && !isTop ? TITLE_ROOM : 0) + (shown.length > 0 ? keyed.height + 6 : 0);
  const all = height + below + (titles.x && isTop ? TITLE_ROOM : 0);
  const made = plot({
    ...options,
    width,
    height: all,
    marginLeft: left,
    marginTop: top,
    marginBottom: (options.marginBottom ?? margin) + below,
    document: drawingDocument(),
    ariaLabel: alt,
    style: {
      background: "transparent",
      color: style.soft,
      fontFamily: style.font,
      fontSize: "11px",
      overflow: "visible",
      fontVariantNumeric: "tabular-nums",
    },
  }) as unknown as Svg;
  made.setAttribute("role", "img");
  for (const mark of made.querySelectorAll("[aria-label]")) {
    const axis = /^([xy])-axis tick label$/.exec(mark.getAttribute("aria-label") ?? "")?.[1];
    if (axis) mark.setAttribute("data-ticks", axis);
    // One name for the whole picture: names of its marks would be read out one by one.
    mark.removeAttribute("aria-label");
  }
  const right = options.marginRight ?? margin;
  const inner = all - below;
  const middle = { x: (left + width - right) / 2, y: (top + inner - (options.marginBottom ?? margin)) / 2 };
  if (titles.x) appendShapes(made, [title("x", middle.x, isTop ? 11 : inner + 9, titles.x, style, width)]);
  if (titles.y) appendShapes(made, [title("y", 11, middle.y, titles.y, style, inner)]);
  const explained = drawingDocument().createElementNS(NS, "g");
  explained.setAttribute("data-key", "");
  appendShapes(explained, keyed.at(all - keyed.height - 2));
  made.appendChild(explained);
  return made;
}

/** The title of an axis about a place; where it would reach beyond the picture, it is moved into it. */
function title(axis: "x" | "y", x: number, y: number, text: string, style: Style, room: number): Shape {
  const half = textWidth(text, 11) / 2;
  const inside = (at: number) => Math.max(Math.min(at, room - half - 2), Math.min(half + 2, room / 2));
  const [cx, cy] = axis === "x" ? [inside(x), y] : [x, inside(y)];
  return {
    name: "text",
    attributes: {
      x: cx,
      y: cy,
      fill: style.ink,
      "text-anchor": "middle",
      "font-size": 11,
      "data-title": axis,
      ...(axis === "y" ? { transform: `rotate(-90 ${cx} ${cy})` } : {}),
    },
    text,
  };
}

/** Light horizontal rules behind the marks. */
export function rules(style: Style): { stroke: string; strokeOpacity: number } {
  return { stroke: style.line, strokeOpacity: 1 };
}

/** A label cut to fit about `limit` characters; classes by their short names. */
export function clipped(label: string, limit: number): string {
  const text = shortClass(label);
  return text.length > limit ? `${text.slice(0, limit - 1).trimEnd()}…` : text;
}

/** Room for labels left of a plot, each cut to `limit` characters. */
export function labelRoom(labels: readonly string[], limit: number, size = 11): number {
  return (
    10 +
    widest(
      labels.map((label) => clipped(label, limit)),
      size,
    )
  );
}
