import { build } from "esbuild";
import { join } from "node:path";
import { root } from "./run.mjs";

/** How figures of the gallery are made: a column of a journal. */
/** @type {import("../../web/src/app/ui/figure-look").FigureChoices} */
export const LOOK = { unit: "mm", width: 85, font: 7, scale: 2, isTransparent: false, hasTitle: true, legend: "full", point: 1 };

/** What a page evaluates to have `window.gallery`: every plot with an example, and the code that makes files of them. */
export async function galleryScript() {
  const { outputFiles } = await build({
    entryPoints: [join(root, "scripts/gallery/page.ts")],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    alias: Object.fromEntries(["canvg", "html2canvas", "dompurify"].map((name) => [name, join(root, "scripts/vite/absent.ts")])),
    logLevel: "error",
  });
  return outputFiles[0].text;
}
