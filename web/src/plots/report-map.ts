import { count } from "./format";
import { mapFigure, type MapFigureData } from "./map-figure";
import { ColorBook, MISSING, slotColor, slotTable } from "./palette";
import type { ReportFigure } from "./report-figures";
import { LIGHT } from "./style";

/** Cells that a map of a report draws at most: its points are text. */
const MOST_CELLS = 12_000;
const WIDTH = 620;

/** Classes of cells on a map. */
export interface ReportMap {
  title: string;
  /** x and y interleaved; NaN where a cell has no place. */
  xy: Float32Array;
  /** Class of each cell, -1 for none. */
  classOf: ArrayLike<number>;
  classes: readonly string[];
  /** Name of the layout: `UMAP`. */
  layout: string;
}

/** What is drawn of classes on a map, the commonest first: every n-th cell where there are more than `most`. */
export function classMap(
  { title, xy, classOf, classes, layout }: ReportMap,
  most: number,
  book = new ColorBook(),
): { data: MapFigureData; lead: string } {
  const all = xy.length / 2;
  const sizes = classes.map(() => 0);
  let missing = 0;
  for (let cell = 0; cell < all; cell++) {
    const code = classOf[cell] ?? -1;
    if (code >= 0) sizes[code]!++;
    else missing++;
  }
  const order = [...classes.keys()].filter((code) => sizes[code]! > 0).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  book.add(order.map((code) => classes[code]!));
  const place = new Map(order.map((code, at) => [code, at]));
  const every = Math.max(1, Math.ceil(all / most));
  const drawn = Uint32Array.from({ length: Math.ceil(all / every) }, (_, i) => i * every);
  const own = Int32Array.from(drawn, (cell) => place.get(classOf[cell] ?? -1) ?? -1);
  const lead = every > 1 ? `${count(drawn.length)} of ${count(all)} cells are drawn; the legend counts all.` : `${count(all)} cells.`;
  const data: MapFigureData = {
    xy: Float32Array.from({ length: 2 * drawn.length }, (_, i) => xy[2 * drawn[i >> 1]! + (i & 1)]!),
    codes: Uint8Array.from(own, (at) => (at < 0 ? MISSING : book.slot(classes[order[at]!]!))),
    cells: all,
    table: slotTable(false),
    title,
    axes: [`${layout} 1`, `${layout} 2`],
    legend: {
      kind: "classes",
      classes: order.map((code) => ({ label: classes[code]!, cells: sizes[code]!, color: slotColor(book.slot(classes[code]!), false) })),
      classOf: own,
      missing,
      none: "none",
    },
  };
  return { data, lead };
}

/** The map as a figure of a report. */
export function reportMap(map: ReportMap, book = new ColorBook()): ReportFigure {
  const { data, lead } = classMap(map, MOST_CELLS, book);
  const svg = mapFigure(data, LIGHT, WIDTH);
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return { title: map.title, lead, svg: svg.outerHTML };
}
