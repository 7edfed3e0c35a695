import { shortClass } from "./class-names";
import { drawingDocument } from "./drawing-document";
import { count } from "./format";
import { appendShapes, type Svg } from "./frame";
import { layKey, type Shape } from "./key";
import { boundsOf, fit, toScreen, type Camera, type Size } from "./scatter/camera";
import { classCenters, liftOf, placeNames } from "./scatter/names";
import { bottomFirst, pointAlpha, pointSize, shuffled } from "./scatter/painter";
import type { Style } from "./style";
import { textWidth, widest } from "./text-width";
import { rampTicks } from "./ticks";

const NS = "http://www.w3.org/2000/svg";

/** Up to this many cells points are vectors; beyond, drawing programs would choke on them, and they are a picture in the picture. */
export const VECTOR_POINTS = 30_000;
/** Pixels of such a picture per unit. */
const RASTER = 4;

export interface MapFigureData {
  /** x and y interleaved; NaN where a cell has no place. */
  xy: Float32Array;
  /** Index of each cell's colour in `table`. */
  codes: Uint8Array;
  /** Cells that the map stands for, where it draws but some of them. */
  cells?: number;
  table: Uint8Array;
  /** Codes are values: high ones lie on top. */
  isRanked?: boolean;
  /** What the colours show. */
  title: string;
  /** Names of the axes. */
  axes: [string, string];
  legend:
    | {
        kind: "classes";
        classes: { label: string; cells: number; color: string }[];
        classOf: ArrayLike<number>;
        missing: number;
        none: string;
      }
    | { kind: "values"; low: number; high: number; isDiverging?: boolean; unit: string; format(value: number): string };
}

/** Points on paper, relative to those on a screen: of the same size they are lost in print. */
const PRINTED = 1.3;
const HEAD = 22;
const ROW = 15;
const SIZE = 10.5;

/** All cells on their map, with what the colours mean: a legend beside or beneath it, or names where the classes lie. */
export function mapFigure(data: MapFigureData, style: Style, width: number): Svg {
  const { xy, title, axes, legend } = data;
  const bounds = boundsOf(xy);
  const mode = style.legend ?? "full";
  const entries = mode === "full" ? entriesOf(data, style) : [];
  const column =
    18 +
    widest(
      entries.map(({ text }) => text),
      SIZE,
    ) +
    12;
  const aspect = bounds ? (bounds.maxY - bounds.minY || 1) / (bounds.maxX - bounds.minX || 1) : 1;
  const heightOf = (wide: number) => Math.round(wide * Math.min(1.05, Math.max(0.6, aspect)));
  // Beside the map where that leaves it most of the width, else beneath.
  const besideWidth = (): number | null => {
    if (entries.length === 0) return null;
    for (let columns = 1; columns * column <= width * 0.45; columns++) {
      const wide = width - columns * column - 6;
      if (Math.ceil(entries.length / columns) * ROW <= heightOf(wide) - 10) return wide;
    }
    return null;
  };
  const beside = besideWidth();
  const wide = beside ?? width;
  const size: Size = { width: wide, height: heightOf(wide) };
  const across = Math.max(1, beside === null ? Math.floor((width - 6) / column) : Math.ceil((width - wide) / column));
  const rows = beside === null ? Math.ceil(entries.length / across) : Math.floor((size.height - 10) / ROW);
  const ramp =
    legend.kind === "values" && mode !== "none"
      ? layKey(
          [
            {
              kind: "ramp",
              title: `${title}${legend.unit ? ` (${legend.unit})` : ""}`,
              ...(legend.isDiverging ? { isDiverging: true } : {}),
              ticks: rampTicks(legend.low, legend.high, (value) => legend.format(value)),
            },
          ],
          style,
          8,
          width,
        )
      : null;
  const below = ramp ? ramp.height + 8 : beside === null && entries.length > 0 ? rows * ROW + 12 : 6;
  const height = HEAD + size.height + below;
  const document = drawingDocument();
  const svg = document.createElementNS(NS, "svg") as Svg;
  const drawn = data.codes.length;
  const cells = data.cells ?? drawn;
  const told = drawn < cells ? `${count(drawn)} of ${count(cells)} cells` : `${count(cells)} cells`;
  for (const [key, value] of Object.entries({
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-label": `Map of ${told} coloured by ${title}.`,
    "font-family": style.font,
    "font-size": 11,
  }))
    svg.setAttribute(key, String(value));
  const shapes: Shape[] = [
    { name: "text", attributes: { x: 8, y: 15, fill: style.ink, "font-weight": 600, "font-size": 12 }, text: title },
    { name: "text", attributes: { x: width - 6, y: 15, fill: style.soft, "text-anchor": "end" }, text: told },
  ];
  if (bounds) {
    const camera = fit(bounds, size, 26);
    shapes.push(...points(data, style, camera, size));
    if (mode === "names" && legend.kind === "classes") shapes.push(...names(data, legend, style, camera, size));
  }
  shapes.push(...corner(axes, style, HEAD + size.height));
  entries.forEach(({ color, text }, i) => {
    const x = beside === null ? 8 + (i % across) * column : wide + 6 + Math.floor(i / rows) * column;
    const y = beside === null ? HEAD + size.height + 8 + Math.floor(i / across) * ROW : HEAD + 8 + (i % rows) * ROW;
    shapes.push(
      { name: "circle", attributes: { cx: x + 5, cy: y + 5, r: 4, fill: color } },
      { name: "text", attributes: { x: x + 14, y: y + 8.7, fill: style.ink, "font-size": SIZE }, text },
    );
  });
  if (ramp) shapes.push(...ramp.at(HEAD + size.height + 4));
  appendShapes(svg, shapes);
  return svg;
}

function entriesOf({ legend }: MapFigureData, style: Style): { color: string; text: string }[] {
  if (legend.kind !== "classes") return [];
  const shown = legend.classes.map(({ label, cells, color }) => ({ color, text: `${shortClass(label)} (${count(cells)})` }));
  return legend.missing > 0 ? [...shown, { color: style.line, text: `${legend.none} (${count(legend.missing)})` }] : shown;
}

/** Order of drawing: values low to high, classes mixed, what has no colour first. */
function drawingOrder({ codes, isRanked }: MapFigureData): Uint32Array {
  const order = shuffled(codes.length);
  if (!isRanked) return bottomFirst(order, codes, false);
  const rank = (code: number) => (code === 255 ? -1 : code);
  return order.sort((a, b) => rank(codes[a]!) - rank(codes[b]!));
}

function points(data: MapFigureData, style: Style, camera: Camera, size: Size): Shape[] {
  const { xy, codes, table } = data;
  const diameter = pointSize(codes.length, size, 1) * PRINTED * (style.point ?? 1);
  const alpha = pointAlpha(codes.length);
  const color = (code: number) => `rgb(${table[code * 4]},${table[code * 4 + 1]},${table[code * 4 + 2]})`;
  const order = drawingOrder(data);
  if (codes.length > VECTOR_POINTS && typeof document !== "undefined") {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [size.width * RASTER, size.height * RASTER];
    const pen = canvas.getContext("2d")!;
    pen.scale(RASTER, RASTER);
    pen.globalAlpha = alpha;
    for (const i of order) {
      const [x, y] = toScreen(camera, size, xy[2 * i]!, xy[2 * i + 1]!);
      if (!Number.isFinite(x + y)) continue;
      pen.fillStyle = color(codes[i]!);
      pen.beginPath();
      pen.arc(x, y, diameter / 2, 0, 7);
      pen.fill();
    }
    const href = canvas.toDataURL("image/png");
    return [{ name: "image", attributes: { x: 0, y: HEAD, width: size.width, height: size.height, href } }];
  }
  // A path a colour and layer: classes are mixed, and the file stays small.
  const layers = data.isRanked ? 1 : 8;
  const paths = new Map<string, string[]>();
  order.forEach((i, place) => {
    const [x, y] = toScreen(camera, size, xy[2 * i]!, xy[2 * i + 1]!);
    if (!Number.isFinite(x + y)) return;
    const key = `${Math.floor((place * layers) / order.length)} ${codes[i]}`;
    const dots = paths.get(key) ?? [];
    dots.push(`M${x.toFixed(1)} ${(y + HEAD).toFixed(1)}h0`);
    paths.set(key, dots);
  });
  return [...paths].map(([key, dots]) => ({
    name: "path",
    attributes: {
      d: dots.join(""),
      fill: "none",
      "stroke-linecap": "round",
      "stroke-width": Number(diameter.toFixed(2)),
      "stroke-opacity": alpha,
      stroke: color(Number(key.split(" ")[1])),
    },
  }));
}

function names(
  { xy }: MapFigureData,
  { classes, classOf }: Extract<MapFigureData["legend"], { kind: "classes" }>,
  style: Style,
  camera: Camera,
  size: Size,
): Shape[] {
  const boxes = classCenters(xy, classOf, classes.length).map(({ index, x: cx, y: cy, cells }) => {
    const [x, y] = toScreen(camera, size, cx, cy);
    const label = shortClass(classes[index]!.label);
    return { label, x, y: y - liftOf({ cells }), width: textWidth(label, 11) + 4, height: 14 };
  });
  // In a file nothing can be pointed at: every name is placed, however far.
  return placeNames(boxes, size, Math.max(size.width, size.height)).flatMap((at, i) => {
    if (!at) return [];
    const { label, x, y } = boxes[i]!;
    const text = (more: Record<string, string | number>): Shape => ({
      name: "text",
      attributes: { x: at.x, y: HEAD + at.y + 4, "text-anchor": "middle", "font-size": 11, ...more },
      text: label,
    });
    const leader: Shape[] = at.isMoved
      ? [{ name: "line", attributes: { x1: x, y1: HEAD + y, x2: at.x, y2: HEAD + at.y, stroke: style.soft, "stroke-width": 0.7 } }]
      : [];
    return [
      ...leader,
      text({
        fill: "none",
        stroke: style.card,
        "stroke-width": 3,
        "stroke-linejoin": "round",
        "stroke-opacity": 0.85,
        "aria-hidden": "true",
      }),
      text({ fill: style.ink }),
    ];
  });
}

/** Two short arrows: a layout's axes have a direction, and no unit. */
function corner([x, y]: [string, string], style: Style, bottom: number): Shape[] {
  const [left, base, length] = [22, bottom - 18, 34];
  const line = (d: string): Shape => ({ name: "path", attributes: { d, fill: "none", stroke: style.ink, "stroke-width": 1 } });
  const text = (axis: string, words: string, attributes: Record<string, string | number>): Shape => ({
    name: "text",
    attributes: { fill: style.ink, "font-size": 10, "data-title": axis, ...attributes },
    text: words,
  });
  return [
    line(`M${left} ${base}h${length}m-4 -3l4 3l-4 3`),
    line(`M${left} ${base}v${-length}m-3 4l3 -4l3 4`),
    text("x", x, { x: left, y: base + 12 }),
    text("y", y, { x: left - 6, y: base, transform: `rotate(-90 ${left - 6} ${base})` }),
  ];
}
