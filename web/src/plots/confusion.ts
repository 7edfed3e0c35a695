import { axisX, axisY, cell, text } from "@observablehq/plot";
import { count, percent } from "./format";
import { clipped, framed, labelRoom, TITLE_ROOM, type Svg } from "./frame";
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
  const left = labelRoom(rows, ROW_LABEL);
  const side = Math.max(8, Math.min(30, (width - left - TITLE_ROOM - 12) / Math.max(columns.length, 1)));
  const small = side < 15;
  const columnSize = small ? Math.min(10, side - 0.5) : 11;
  const slanted = labelRoom(columns, ROW_LABEL, columnSize);
  const bottom = 6 + slanted * (small ? 1 : Math.sin((50 * Math.PI) / 180)) + (small ? 0 : 8);
  const shade = (tile: { share: number; cells: number }) =>
    tile.cells === 0 ? style.card : toHex(rampColor(0.04 + 0.96 * tile.share, style.dark));
  const worst = tiles.filter((tile) => tile.row !== tile.column).sort((a, b) => b.cells - a.cells)[0];
  const alt =
    worst && worst.cells > 0
      ? `Confusion matrix of ${rows.length} labels; most frequent error: ${worst.row} predicted as ` +
        `${worst.column}, ${count(worst.cells)} cells.`
      : `Confusion matrix of ${rows.length} labels; no errors.`;
  const marginLeft = small ? left : Math.max(left, slanted * Math.cos((50 * Math.PI) / 180) - TITLE_ROOM - side / 2 + 4);
  const made = framed(
    style,
    alt,
    {
      // Slanted names begin left of the first column.
      width: Math.max(marginLeft + TITLE_ROOM + columns.length * side + 10, 220),
      height: 8 + rows.length * Math.max(side, 13) + bottom,
      marginLeft,
      marginRight: Math.max(10, 220 - marginLeft - TITLE_ROOM - columns.length * side),
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
          fontSize: columnSize,
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
    },
    {
      titles: { x: "predicted class", y: "label in the file" },
      key: [
        { kind: "ramp", title: "share of the label's cells", ticks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: `${at * 100}%` })) },
        ...(side >= 22 ? [{ kind: "note", label: "Numbers: percent of the label's cells." } as const] : []),
      ],
    },
  );
  // The mark draws its rectangles in the order of the tiles.
  if (onPick)
    [...made.querySelectorAll<SVGRectElement>("rect")].slice(0, tiles.length).forEach((field, i) => {
      const tile = tiles[i];
      if (!tile || tile.cells === 0) return;
      field.style.cursor = "pointer";
      field.addEventListener("click", () => onPick(tile.row, tile.column));
    });
  return made;
}
