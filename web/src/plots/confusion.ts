import { axisX, axisY, cell, text } from "@observablehq/plot";
import { count, percent } from "./format";
import { clipped, framed, type Svg } from "./frame";
import { rampColor, toHex } from "./palette";
import type { Style } from "./style";

export interface ConfusionData {
  /** File labels, top to bottom, and predicted classes, left to right, with their cells. */
  rows: string[];
  columns: string[];
  counts: number[][];
  /** Called with a field that is pressed; without it fields are only looked at. */
  onPick?: (row: string, column: string) => void;
}

const ROW_LABEL = 24;

/** Each file label's cells by predicted class; shade is the share of the row. Cells shrink as classes grow. */
export function confusion({ rows, columns, counts, onPick }: ConfusionData, style: Style, width: number): Svg {
  const totals = counts.map((row) => row.reduce((sum, cells) => sum + cells, 0));
  const tiles = counts.flatMap((row, r) =>
    row.map((cells, c) => ({ row: rows[r], column: columns[c], cells, share: cells / Math.max(totals[r], 1) })),
  );
  const left = 12 + 5.9 * Math.min(ROW_LABEL, Math.max(...rows.map((label) => label.length), 4));
  const side = Math.max(8, Math.min(30, (width - left - 12) / Math.max(columns.length, 1)));
  const bottom = 10 + (side < 15 ? 5 : 4.6) * Math.min(ROW_LABEL, Math.max(...columns.map((label) => label.length), 4));
  const shade = (tile: { share: number; cells: number }) =>
    tile.cells === 0 ? style.card : toHex(rampColor(0.04 + 0.96 * tile.share, style.dark));
  const worst = tiles.filter((tile) => tile.row !== tile.column).sort((a, b) => b.cells - a.cells)[0];
  const alt =
    worst && worst.cells > 0
      ? `Confusion matrix of ${rows.length} labels; most frequent error: ${worst.row} predicted as ` +
        `${worst.column}, ${count(worst.cells)} cells.`
      : `Confusion matrix of ${rows.length} labels; no errors.`;
  const small = side < 15;
  const made = framed(style, alt, {
    width: left + columns.length * side + 10,
    height: 8 + rows.length * Math.max(side, 13) + bottom,
    marginLeft: left,
    marginRight: 10,
    marginTop: 8,
    marginBottom: bottom,
    x: { domain: columns, padding: 0 },
    y: { domain: rows, padding: 0 },
    marks: [
      axisX({
        tickSize: 0,
        label: null,
        tickRotate: small ? -90 : -50,
        textAnchor: "end",
        tickFormat: (label: string) => clipped(label, ROW_LABEL),
        fontSize: small ? Math.min(10, side - 0.5) : 11,
        fill: style.soft,
      }),
      axisY({
        tickSize: 0,
        label: null,
        tickFormat: (label: string) => clipped(label, ROW_LABEL),
        fontSize: small ? 10 : 11,
        fill: style.ink,
      }),
      cell(tiles, {
        x: "column",
        y: "row",
        fill: shade,
        inset: 0.6,
        rx: small ? 1 : 2,
        stroke: style.line,
        strokeOpacity: 0.55,
        strokeWidth: 0.5,
        title: (tile: (typeof tiles)[number]) =>
          `${tile.row} predicted as ${tile.column}: ${count(tile.cells)} cells, ${percent(tile.share)} of the label`,
      }),
      ...(side >= 22
        ? [
            text(
              tiles.filter((tile) => tile.share >= 0.005),
              {
                x: "column",
                y: "row",
                text: (tile: (typeof tiles)[number]) => String(Math.round(tile.share * 100)),
                fontSize: 9.5,
                pointerEvents: "none",
                fill: (tile: (typeof tiles)[number]) => (tile.share > 0.5 ? (style.dark ? "#14171b" : "#ffffff") : style.ink),
              },
            ),
          ]
        : []),
    ],
  });
  // The mark draws its rectangles in the order of the tiles.
  if (onPick)
    made.querySelectorAll<SVGRectElement>("rect").forEach((field, i) => {
      const tile = tiles[i];
      if (!tile || tile.cells === 0) return;
      field.style.cursor = "pointer";
      field.addEventListener("click", () => onPick(tile.row, tile.column));
    });
  return made;
}
