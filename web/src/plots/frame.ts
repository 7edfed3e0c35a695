import { plot, type PlotOptions } from "@observablehq/plot";
import { shortClass } from "./class-names";
import { drawingDocument } from "./drawing-document";
import type { Style } from "./style";

export type Svg = SVGSVGElement;

/** A plot in the page's look. `alt` is its finding in a sentence, for those who do not see it. */
export function framed(style: Style, alt: string, options: PlotOptions): Svg {
  const made = plot({
    ...options,
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
  });
  made.setAttribute("role", "img");
  // One name for the whole picture: names of its marks would be read out one by one.
  for (const mark of made.querySelectorAll("[aria-label]")) mark.removeAttribute("aria-label");
  return made as unknown as Svg;
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
