import { drawnWidth, figureFile, pngFile, svgFile } from "../../web/src/exports/figure-file";
import { pdfFile } from "../../web/src/exports/pdf-file";
import * as plots from "../../web/src/plots/index";
import { DARK, LIGHT, PAPER } from "../../web/src/plots/style";
import type { FigureChoices } from "../../web/src/app/ui/figure-look";
import { EXAMPLES } from "./examples";

/* What a page runs to draw the gallery: `gallery` in its window. */
const NO_PLOTS = new Set(["evaluationFigures", "landscapeFigures", "reportMap"]);

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}

const made = (name: string, choices: FigureChoices) => {
  const { title, draw } = EXAMPLES[name]!;
  const style = { ...PAPER, legend: choices.legend, point: choices.point };
  return figureFile(draw(plots, style, drawnWidth(choices)), choices, choices.hasTitle ? title : "");
};

const gallery = {
  names: Object.keys(EXAMPLES),
  /** Plots that no example draws. */
  undrawn: Object.keys(plots).filter((name) => !NO_PLOTS.has(name) && !Object.values(EXAMPLES).some(({ plot }) => plot === name)),
  svg: (name: string, choices: FigureChoices) => svgFile(made(name, choices)),
  png: async (name: string, choices: FigureChoices) => base64(await pngFile(made(name, choices), choices)),
  pdf: async (name: string, choices: FigureChoices) => base64(await pdfFile(made(name, choices), choices)),
  /** As on the page, appended to it. */
  shown: (name: string, width: number, dark: boolean) => EXAMPLES[name]!.draw(plots, dark ? DARK : LIGHT, width),
};
export type Gallery = typeof gallery;
Object.assign(window, { gallery });
