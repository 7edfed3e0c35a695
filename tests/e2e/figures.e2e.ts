import { expect, inject, test } from "vitest";
import { galleryScript, LOOK } from "../../scripts/lib/gallery.mjs";
import type { Gallery } from "../../scripts/gallery/page";
import { closeBrowserAfterAll, openPage } from "./support/open-page";

closeBrowserAfterAll();
declare const window: Window & { gallery: Gallery };

/** Rows of these are named beside them, and have the colours of their classes. */
const NAMED_ROWS = ["entropy-strips", "sample-quality", "violin"];

test("every figure's file holds all its text, titles of its axes and what its colours mean", async () => {
  const { page, complaints } = await openPage(inject("site"));
  await page.evaluate(await galleryScript());
  expect(await page.evaluate(() => window.gallery.undrawn), "plots without an example in scripts/gallery/examples").toEqual([]);
  const faults = await page.evaluate(
    ([look, namedRows]) => {
      const found: string[] = [];
      const box = (text: SVGGraphicsElement, svg: SVGSVGElement) => {
        const { x, y, width, height } = text.getBBox();
        const matrix = svg.getScreenCTM()!.inverse().multiply(text.getScreenCTM()!);
        const corners = [
          [x, y],
          [x + width, y],
          [x, y + height],
          [x + width, y + height],
        ].map(([cx, cy]) => new DOMPoint(cx, cy).matrixTransform(matrix));
        const [xs, ys] = [corners.map((one) => one.x), corners.map((one) => one.y)];
        return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
      };
      const isOutside = (text: SVGGraphicsElement, svg: SVGSVGElement, [x, y, width, height]: number[]) => {
        const at = box(text, svg);
        return at.left < x! - 1 || at.top < y! - 1 || at.right > x! + width! + 1 || at.bottom > y! + height! + 1;
      };
      const lightness = (color: string) => {
        const [r, g, b] = color.startsWith("#")
          ? [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
          : color.match(/\d+/g)!.slice(0, 3).map(Number);
        return { isColored: Math.max(r!, g!, b!) - Math.min(r!, g!, b!) > 24, hex: [r, g, b].join() };
      };
      for (const name of window.gallery.names) {
        // On the page: nothing is cut off at the edges of the card.
        const shown = document.body.appendChild(window.gallery.shown(name, 380, false));
        const own = [0, 0, shown.width.baseVal.value, shown.height.baseVal.value];
        for (const text of shown.querySelectorAll("text"))
          if (isOutside(text, shown, own)) found.push(`${name} on the page: "${text.textContent}" lies beyond the picture`);
        shown.remove();
        // In the file, as another program reads it.
        const read = new DOMParser().parseFromString(window.gallery.svg(name, look), "image/svg+xml");
        const svg = document.body.appendChild(document.importNode(read.documentElement, true)) as unknown as SVGSVGElement;
        const { x, y, width, height } = svg.viewBox.baseVal;
        for (const text of svg.querySelectorAll("text"))
          if (isOutside(text, svg, [x, y, width, height])) found.push(`${name}: "${text.textContent}" lies beyond the picture`);
        if (svg.getAttribute("width") !== `${look.width}mm`) found.push(`${name}: is ${svg.getAttribute("width")} wide`);
        if (!svg.getAttribute("font-family")?.startsWith("Arial, ")) found.push(`${name}: has the font ${svg.getAttribute("font-family")}`);
        if (/currentColor|var\(|<style|[\d.]em"/.test(svg.outerHTML)) found.push(`${name}: has what only a browser knows`);
        for (const axis of ["x", "y"])
          if (svg.querySelector(`[data-ticks="${axis}"] text`) && !svg.querySelector(`[data-title="${axis}"]`)?.textContent)
            found.push(`${name}: the ${axis} axis has no title`);
        const key = svg.querySelector("[data-key]");
        if (key && !namedRows.includes(name) && key.querySelectorAll("rect").length < 30) {
          const colors = (parent: Element) =>
            new Set(
              [...parent.querySelectorAll("*")].flatMap((one) =>
                ["fill", "stroke"].flatMap((side) => {
                  const color = one.getAttribute(side);
                  return color && /^(#|rgb)/.test(color) && lightness(color).isColored ? [lightness(color).hex] : [];
                }),
              ),
            );
          const explained = colors(key);
          key.remove();
          for (const color of colors(svg)) if (!explained.has(color)) found.push(`${name}: nothing says what the colour ${color} means`);
        }
        svg.remove();
      }
      return found;
    },
    [LOOK, NAMED_ROWS] as const,
  );
  expect(faults).toEqual([]);

  // The PDF is made under the page's own policy, with fonts of its own; the PNG says its size in print.
  const [pdf, png] = await page.evaluate(
    async (look) => [await window.gallery.pdf("attribution", look), await window.gallery.png("attribution", look)] as const,
    LOOK,
  );
  const text = Buffer.from(pdf, "base64").toString("latin1");
  expect(text.slice(0, 5)).toBe("%PDF-");
  expect(text).toMatch(/\/BaseFont \/[A-Z+]*Arimo/);
  const [, left, bottom, right] = /MediaBox \[([\d.]+) ([\d.]+) ([\d.]+)/.exec(text)!;
  expect([left, bottom, Number(right)]).toEqual(["0", "0", expect.closeTo((85 * 72) / 25.4, 1)]);
  const bytes = Buffer.from(png, "base64");
  expect(bytes.readUInt32BE(16)).toBe(Math.round((85 / 25.4) * 300));
  expect(bytes.subarray(37, 41).toString()).toBe("pHYs");
  expect(bytes.readUInt32BE(41)).toBe(Math.round((300 * 1000) / 25.4));
  expect(complaints).toEqual([]);
});
