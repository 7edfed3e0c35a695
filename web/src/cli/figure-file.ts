import { DRAWN_FONT, drawnWidth, type FigureLook } from "../exports/figure-file";
import type { Svg } from "../plots/frame";
import { PAPER } from "../plots/style";
import { wrapped } from "../plots/text-width";
import { SvgDocument, SvgElement } from "./svg-document";

/** How the page makes figures unless told otherwise: one column of a journal, text of 7 pt. */
export const LOOK: FigureLook = { unit: "mm", width: 85, font: 7, scale: 2, isTransparent: false };
export const DRAWN_WIDTH = drawnWidth(LOOK);

const TITLE = { size: 13, line: 17, pad: 4 };
const NS = "http://www.w3.org/2000/svg";

/** A drawn plot as an SVG file: of a size in print, with its title, and nothing in it that only a browser understands. */
export function svgFile(drawn: SvgElement, title: string): string {
  plain(drawn, DRAWN_FONT);
  const [, , width, height] = drawn
    .getAttribute("viewBox")!
    .split(/[\s,]+/)
    .map(Number) as [number, number, number, number];
  const lines = title ? wrapped(title, width - 2 * TITLE.pad, TITLE.size) : [];
  const above = lines.length > 0 ? lines.length * TITLE.line + 8 : 0;
  const made = drawn.ownerDocument;
  const add = (name: string, attributes: Record<string, string | number>, before: SvgElement["firstChild"]) => {
    const element = made.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return drawn.insertBefore(element, before);
  };
  add("rect", { x: 0, y: -above, width, height: height + above, fill: "#ffffff" }, drawn.firstChild);
  lines.forEach((words, i) => {
    const y = i * TITLE.line + TITLE.size + TITLE.pad - above;
    add(
      "text",
      { x: TITLE.pad, y, "font-size": TITLE.size, "font-weight": "bold", "text-anchor": "start", fill: PAPER.ink },
      null,
    ).textContent = words;
  });
  const all: Record<string, string | number> = {
    xmlns: NS,
    viewBox: `0 ${-above} ${width} ${height + above}`,
    width: `${LOOK.width}mm`,
    height: `${Number(((LOOK.width * (height + above)) / width).toFixed(2))}mm`,
    "font-family": PAPER.font,
    "font-size": DRAWN_FONT,
    fill: PAPER.soft,
  };
  for (const [key, value] of Object.entries(all)) drawn.setAttribute(key, value);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawn.outerHTML}\n`;
}

/** Writes out what drawing programs do not know: the current colour, lengths in em, style sheets. `size`: of the text around. */
function plain(element: SvgElement, size: number): void {
  const own = Number.parseFloat(element.getAttribute("font-size") ?? "") || size;
  for (const name of ["fill", "stroke"]) if (element.getAttribute(name) === "currentColor") element.setAttribute(name, PAPER.soft);
  for (const name of ["x", "y", "dx", "dy"]) {
    const em = /^(-?[\d.]+)em$/.exec(element.getAttribute(name) ?? "");
    if (em) element.setAttribute(name, Number((Number(em[1]) * own).toFixed(3)));
  }
  element.removeAttribute("class");
  element.removeAttribute("style");
  // Of a copy: children are removed.
  for (const child of element.childNodes.filter((one) => one instanceof SvgElement)) {
    if (child.tagName === "style") child.remove();
    else plain(child, own);
  }
}

/** A plot to be written: its file's name without ending, and its title. */
export interface Figure {
  name: string;
  title: string;
  draw(plots: typeof import("../plots/index"), style: typeof PAPER, width: number): Svg;
}

/** Draws figures one by one, as the page's sheet does: the name of each file and its text. */
export async function* drawnFigures(figures: Iterable<Figure>): AsyncGenerator<{ name: string; text: string }> {
  const [plots, { drawInto }] = [await import("../plots/index"), await import("../plots/drawing-document")];
  drawInto(new SvgDocument());
  for (const { name, title, draw } of figures) {
    const drawn = draw(plots, PAPER, DRAWN_WIDTH) as unknown as SvgElement;
    yield { name: `${name.replaceAll(/[^\w.+-]+/g, "-")}.svg`, text: svgFile(drawn, title) };
  }
}
