/** An SVG element as a document of its own, on a ground of its own. */
export function svgText(svg: SVGSVGElement, background: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", background);
  copy.insertBefore(ground, copy.firstChild);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be encoded."))), "image/png");
  });
}

/** An SVG element as a PNG at `scale` pixels per unit. */
export async function svgToPng(svg: SVGSVGElement, background: string, scale = 3): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg, background))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = svg.width.baseVal.value * scale;
  canvas.height = svg.height.baseVal.value * scale;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return toBlob(canvas);
}

export interface PictureLegend {
  title: string;
  ink: string;
  background: string;
  font: string;
  entries: { label: string; color: string }[];
}

/** A canvas as a PNG with its legend at the right. */
export async function canvasToPng(source: HTMLCanvasElement, legend: PictureLegend): Promise<Blob> {
  const unit = source.width / Math.max(source.clientWidth, 1);
  const side = 250 * unit;
  const canvas = document.createElement("canvas");
  canvas.width = source.width + side;
  canvas.height = source.height;
  const pen = canvas.getContext("2d")!;
  pen.fillStyle = legend.background;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(source, 0, 0);
  const text = (words: string, y: number, weight: number) => {
    pen.fillStyle = legend.ink;
    pen.font = `${weight} ${13 * unit}px ${legend.font}`;
    pen.fillText(words, source.width + 24 * unit, y * unit, side - 30 * unit);
  };
  text(legend.title, 30, 600);
  legend.entries.slice(0, Math.floor((source.height / unit - 50) / 20)).forEach(({ label, color }, i) => {
    pen.fillStyle = color;
    pen.beginPath();
    pen.arc(source.width + 12 * unit, (48 + i * 20) * unit, 5 * unit, 0, 7);
    pen.fill();
    text(label, 52 + i * 20, 400);
  });
  return toBlob(canvas);
}
