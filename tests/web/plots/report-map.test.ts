import { expect, test } from "vitest";
import { SvgDocument } from "../../../web/src/cli/svg-document";
import { drawInto } from "../../../web/src/plots/drawing-document";
import { classMap, reportMap, type ReportMap } from "../../../web/src/plots/report-map";

drawInto(new SvgDocument());

const map = (cells: number): ReportMap => ({
  title: "Clusters",
  xy: Float32Array.from({ length: 2 * cells }, (_, i) => Math.sin(i)),
  classOf: Int8Array.from({ length: cells }, (_, i) => (i % 10 === 9 ? -1 : i % 3)),
  classes: ["a", "b", "c"],
  layout: "UMAP",
});
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text);

test("a map that draws every other cell says how many there are, and its legend counts all", () => {
  const { svg, lead } = reportMap(map(24_000));
  expect(lead).toBe("12,000 of 24,000 cells are drawn; the legend counts all.");
  expect(texts(svg)).toEqual(expect.arrayContaining(["12,000 of 24,000 cells", "none (2,400)"]));
  const { data } = classMap(map(24_000), 12_000);
  const { classes, missing } = data.legend.kind === "classes" ? data.legend : { classes: [], missing: 0 };
  expect(classes.reduce((sum, { cells }) => sum + cells, missing)).toBe(24_000);
  expect(svg).toContain('aria-label="Map of 12,000 of 24,000 cells coloured by Clusters."');
});

test("a map that draws all cells says their number alone", () => {
  const { svg, lead } = reportMap(map(300));
  expect(lead).toBe("300 cells.");
  expect(texts(svg)).toContain("300 cells");
});
