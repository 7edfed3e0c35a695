import { boundsOf, fit, toScreen } from "./scatter/camera";
import type { Scene } from "./scatter/painter";
import type { Style } from "./style";

const NS = "http://www.w3.org/2000/svg";

/** Up to this many points a map is still a file that drawing programs open. */
export const SVG_POINTS = 30_000;

export interface LegendEntry {
  label: string;
  color: string;
}

function append(parent: Element, name: string, attributes: Record<string, string | number>, content = ""): Element {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (content) made.textContent = content;
  return parent.appendChild(made);
}

/** The whole map as vectors: one path a colour, with its legend. */
export function scatterSvg(
  { scene, legend, alt }: { scene: Scene; legend: LegendEntry[]; alt: string },
  style: Style,
  width: number,
): SVGSVGElement {
  const height = Math.round(width * 0.75);
  const side = legend.length > 0 ? 210 : 0;
  const svg = document.createElementNS(NS, "svg");
  for (const [key, value] of Object.entries({
    xmlns: NS,
    width: width + side,
    height,
    viewBox: `0 0 ${width + side} ${height}`,
    "font-family": style.font,
    "font-size": 12,
  }))
    svg.setAttribute(key, String(value));
  append(svg, "title", {}, alt);
  append(svg, "rect", { width: width + side, height, fill: style.card });
  const bounds = boundsOf(scene.xy);
  if (!bounds) return svg;
  const camera = fit(bounds, { width, height });
  const radius = scene.xy.length < 10_000 ? 2 : 1.3;
  const paths = new Map<number, string[]>();
  for (let i = 0; i < scene.codes.length; i++) {
    const [x, y] = toScreen(camera, { width, height }, scene.xy[2 * i], scene.xy[2 * i + 1]);
    if (!Number.isFinite(x + y)) continue;
    const code = scene.codes[i];
    let dots = paths.get(code);
    if (!dots) paths.set(code, (dots = []));
    dots.push(`M${x.toFixed(1)} ${y.toFixed(1)}h0`);
  }
  for (const [code, dots] of paths) {
    const at = code * 4;
    append(svg, "path", {
      d: dots.join(""),
      fill: "none",
      "stroke-linecap": "round",
      "stroke-width": radius * 2,
      "stroke-opacity": 0.7,
      stroke: `rgb(${scene.table[at]},${scene.table[at + 1]},${scene.table[at + 2]})`,
    });
  }
  legend.slice(0, Math.floor((height - 24) / 19)).forEach(({ label, color }, i) => {
    append(svg, "circle", { cx: width + 10, cy: 24 + i * 19, r: 4.5, fill: color });
    append(svg, "text", { x: width + 21, y: 28 + i * 19, fill: style.ink }, label.length > 28 ? `${label.slice(0, 27)}…` : label);
  });
  return svg;
}
