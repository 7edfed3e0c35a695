/** How a figure is to look in a file. */
export interface FigureLook {
  unit: "mm" | "px";
  /** In that unit. */
  width: number;
  /** Size of the text: points where the width is in mm, else pixels. */
  font: number;
  /** Of PNG: pixels per pixel, or per 1/150 inch. */
  scale: number;
  isTransparent: boolean;
}

/** Size of text in the units that plots are drawn in. */
export const DRAWN_FONT = 11;
const TITLE_FONT = 13;
const PAD = 4;
const MM_PER_INCH = 25.4;
/** Dots per inch of a PNG whose width is in mm, at 1x. */
export const BASE_DPI = 150;
const NS = "http://www.w3.org/2000/svg";
const GROUND = "#ffffff";

/** Points (mm) or pixels across. */
const across = ({ unit, width }: FigureLook) => (unit === "mm" ? (width * 72) / MM_PER_INCH : width);

/** How wide a plot is to be drawn, so that its text has the size asked for once the figure has its width. */
export const drawnWidth = (look: FigureLook): number => Math.max(200, (across(look) * DRAWN_FONT) / look.font);

export interface FigureFile {
  svg: SVGSVGElement;
  /** Size of the picture in the look's unit. */
  width: number;
  height: number;
  /** Size the text has: smaller than asked for where a plot needs more room than the width has. */
  font: number;
}

/** A plot as a figure for a file: with its title and ground, nothing beyond its edge, and nothing that only a browser understands. */
export function figureFile(drawn: SVGSVGElement, look: FigureLook, title: string): FigureFile {
  const svg = drawn.cloneNode(true) as SVGSVGElement;
  svg.removeAttribute("style");
  const font = drawn.style.fontFamily || drawn.getAttribute("font-family") || "sans-serif";
  svg.setAttribute("font-family", font);
  svg.setAttribute("font-size", String(DRAWN_FONT));
  for (const sheet of svg.querySelectorAll("style")) sheet.remove();
  const stage = document.createElement("div");
  // Laid out, so that it can be measured, and not seen.
  stage.style.cssText = "position:absolute;left:0;top:0;width:0;height:0;overflow:hidden;visibility:hidden";
  document.body.append(stage);
  stage.append(svg);
  try {
    plain(svg, drawn.style.color || "#000000");
    const [x, y, w, h] = (svg.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number) as [number, number, number, number];
    const box = { left: x, top: y, right: x + w, bottom: y + h };
    for (const text of svg.querySelectorAll("text")) {
      const at = placeOf(text, svg);
      box.left = Math.min(box.left, at.left - PAD);
      box.top = Math.min(box.top, at.top - PAD);
      box.right = Math.max(box.right, at.right + PAD);
      box.bottom = Math.max(box.bottom, at.bottom + PAD);
    }
    if (title) box.top -= heading(svg, title, box);
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    svg.setAttribute("viewBox", [box.left, box.top, width, height].map((n) => Number(n.toFixed(2))).join(" "));
    const tall = (look.width * height) / width;
    svg.setAttribute("width", `${look.width}${look.unit}`);
    svg.setAttribute("height", `${Number(tall.toFixed(2))}${look.unit}`);
    svg.setAttribute("xmlns", NS);
    if (!look.isTransparent) {
      const ground = document.createElementNS(NS, "rect");
      for (const [name, value] of Object.entries({ x: box.left, y: box.top, width, height, fill: GROUND }))
        ground.setAttribute(name, String(value));
      svg.insertBefore(ground, svg.firstChild);
    }
    return { svg, width: look.width, height: tall, font: (across(look) / width) * DRAWN_FONT };
  } finally {
    svg.remove();
    stage.remove();
  }
}

/** The box of a text in the units of the picture, with all turns and shifts. */
export function placeOf(text: SVGGraphicsElement, svg: SVGSVGElement): { left: number; top: number; right: number; bottom: number } {
  const { x, y, width, height } = text.getBBox();
  const toPicture = svg.getScreenCTM()!.inverse().multiply(text.getScreenCTM()!);
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ].map(([cx, cy]) => new DOMPoint(cx, cy).matrixTransform(toPicture));
  const [xs, ys] = [corners.map((one) => one.x), corners.map((one) => one.y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Writes the title above the picture, in lines that fit; gives their height. */
function heading(svg: SVGSVGElement, title: string, box: { left: number; top: number; right: number }): number {
  const text = document.createElementNS(NS, "text");
  for (const [name, value] of Object.entries({
    "font-size": TITLE_FONT,
    "font-weight": "bold",
    "text-anchor": "start",
    fill: "#111417",
    "data-figure-title": "",
  }))
    text.setAttribute(name, String(value));
  svg.append(text);
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    text.textContent = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && text.getComputedTextLength() <= box.right - box.left - 2 * PAD) lines[lines.length - 1] = text.textContent;
    else lines.push(word);
  }
  text.textContent = "";
  const line = TITLE_FONT * 1.3;
  lines.forEach((words, i) => {
    const span = document.createElementNS(NS, "tspan");
    span.setAttribute("x", String(box.left + PAD));
    span.setAttribute("y", String(box.top - (lines.length - 1 - i) * line - 6));
    span.textContent = words;
    text.append(span);
  });
  return lines.length * line + 8;
}

/** What drawing programs do not know is written out: the current colour, lengths in em, hooks of the page. */
function plain(svg: SVGSVGElement, color: string): void {
  for (const element of svg.querySelectorAll("*")) {
    for (const name of ["fill", "stroke"]) if (element.getAttribute(name) === "currentColor") element.setAttribute(name, color);
    if (element.tagName === "text" || element.tagName === "tspan")
      for (const name of ["x", "y", "dx", "dy"]) {
        const em = /^(-?[\d.]+)em$/.exec(element.getAttribute(name) ?? "");
        if (em)
          element.setAttribute(name, String(Number((Number(em[1]) * Number.parseFloat(getComputedStyle(element).fontSize)).toFixed(3))));
      }
    element.removeAttribute("class");
    element.removeAttribute("style");
  }
  svg.removeAttribute("class");
  svg.setAttribute("fill", svg.getAttribute("fill") === "currentColor" ? color : (svg.getAttribute("fill") ?? color));
}

/** A figure as the text of an SVG file. */
export const svgFile = ({ svg }: FigureFile): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;

/** Pixels across of a figure's PNG. */
export const pixelsOf = (look: FigureLook): number =>
  Math.round(look.unit === "mm" ? (look.width / MM_PER_INCH) * BASE_DPI * look.scale : look.width * look.scale);

/** A figure as a PNG at its scale, which says its size in mm. */
export async function pngFile(file: FigureFile, look: FigureLook): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgFile(file))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = pixelsOf(look);
  canvas.height = Math.round((canvas.width * file.height) / file.width);
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob>((resolve, reject) => {
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error("The picture could not be encoded."))), "image/png");
  });
  return look.unit === "mm" ? withDensity(blob, (BASE_DPI * look.scale * 1000) / MM_PER_INCH) : blob;
}

/** The PNG with a pHYs chunk: pixels per metre. */
export async function withDensity(png: Blob, perMetre: number): Promise<Blob> {
  // Signature and IHDR are always the first 33 bytes.
  const chunk = new DataView(new ArrayBuffer(21));
  chunk.setUint32(0, 9);
  [...new TextEncoder().encode("pHYs")].forEach((byte, i) => chunk.setUint8(4 + i, byte));
  chunk.setUint32(8, Math.round(perMetre));
  chunk.setUint32(12, Math.round(perMetre));
  chunk.setUint8(16, 1);
  chunk.setUint32(17, crc32(new Uint8Array(chunk.buffer, 4, 13)));
  return new Blob([png.slice(0, 33), chunk.buffer, png.slice(33)], { type: "image/png" });
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
