import { jsPDF } from "jspdf";
import { svg2pdf } from "svg2pdf.js";
import type { FigureFile, FigureLook } from "./figure-file";

/*
 * Loaded when the first PDF is asked for. Text stays text: Arimo has the widths of Arial and Helvetica, and is embedded with the
 * letters that are used, Greek ones included, as journals ask.
 */
const FONT = "Arimo";
const FACES = [
  { file: "Arimo-Regular.ttf", style: "normal" },
  { file: "Arimo-Italic.ttf", style: "italic" },
  { file: "Arimo-Bold.ttf", style: "bold" },
] as const;

async function base64(url: URL): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The font ${url.pathname.replace(/.*\//, "")} could not be loaded (${answer.status}): a PDF needs it.`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}

/** A figure as a PDF of its size. */
export async function pdfFile({ svg, width, height }: FigureFile, look: FigureLook): Promise<Blob> {
  // A pixel is taken as 1/96 inch, as everywhere.
  const points = look.unit === "mm" ? 72 / 25.4 : 72 / 96;
  const size = [width * points, height * points] as const;
  const pdf = new jsPDF({
    unit: "pt",
    format: [...size],
    orientation: size[0] > size[1] ? "landscape" : "portrait",
    compress: true,
    putOnlyUsedFonts: true,
  });
  const copy = readable(svg);
  const faces = FACES.filter(
    ({ style }) => style === "normal" || copy.querySelector(`[font-${style === "bold" ? "weight" : "style"}="${style}"]`),
  );
  for (const { file, style } of faces) {
    pdf.addFileToVFS(file, await base64(new URL(`fonts/${file}`, document.baseURI)));
    pdf.addFont(file, FONT, style);
  }
  document.body.append(copy);
  try {
    await svg2pdf(copy, pdf, { x: 0, y: 0, width: size[0], height: size[1] });
  } finally {
    copy.remove();
  }
  return pdf.output("blob");
}

/** A copy whose text has the embedded font, in the three faces there are, and halos as texts of their own beneath. */
function readable(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.style.cssText = "position:absolute;left:-20000px;top:0";
  for (const element of [copy, ...copy.querySelectorAll("[font-family]")]) element.setAttribute("font-family", FONT);
  for (const element of copy.querySelectorAll("[font-weight]"))
    element.setAttribute(
      "font-weight",
      Number(element.getAttribute("font-weight")) > 500 || element.getAttribute("font-weight") === "bold" ? "bold" : "normal",
    );
  for (const haloed of copy.querySelectorAll("[paint-order]")) {
    const under = haloed.cloneNode(true) as Element;
    under.setAttribute("fill", "none");
    for (const element of [haloed, under]) element.removeAttribute("paint-order");
    haloed.parentNode!.insertBefore(under, haloed);
    haloed.setAttribute("stroke", "none");
  }
  return copy;
}
