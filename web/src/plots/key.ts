import { divergingColor, rampColor, toHex } from "./palette";
import type { Style } from "./style";
import { textWidth, widest, wrapped } from "./text-width";

/** One thing that a picture's colours or sizes mean. */
export type KeyItem =
  | { kind: "line"; label: string; color: string; dash?: string; width?: number }
  | { kind: "dot"; label: string; color: string; symbol?: "circle" | "ring" | "diamond"; r?: number }
  | { kind: "square"; label: string; color: string; opacity?: number; stroke?: string }
  /** Circles of several sizes, with what each stands for. */
  | { kind: "sizes"; title: string; sizes: { r: number; label: string }[] }
  /** A bar of colours, with labels at shares of its length. */
  | {
      kind: "ramp";
      title: string;
      isDiverging?: boolean;
      /** The upper half of the diverging colours. */ isUpper?: boolean;
      ticks: { at: number; label: string }[];
    }
  | { kind: "note"; label: string };

/** What is to be appended to an SVG, in plain values: elements have no document yet. */
export interface Shape {
  name: string;
  attributes: Record<string, string | number>;
  text?: string;
}

const SIZE = 10.5;
const LINE = 17;
const GAP = 16;
const RAMP = 120;

/** Stops of a bar of colours, as rectangles: gradients are lost in some programs that open SVG. */
function bar(x: number, y: number, width: number, height: number, colorAt: (share: number) => string): Shape[] {
  const steps = 40;
  return Array.from({ length: steps }, (_, i) => {
    const share = i / (steps - 1);
    return {
      name: "rect",
      attributes: {
        x: x + (i * width) / steps,
        y,
        // A hair wider, so that no line of the ground shows between two.
        width: width / steps + (i < steps - 1 ? 0.4 : 0),
        height,
        fill: colorAt(share),
      },
    };
  });
}

const word = (x: number, y: number, text: string, style: Style, more: Record<string, string | number> = {}): Shape => ({
  name: "text",
  attributes: { x, y, fill: style.ink, "font-size": SIZE, "text-anchor": "start", ...more },
  text,
});

interface Drawn {
  width: number;
  height: number;
  at(x: number, y: number): Shape[];
}

function drawn(item: KeyItem, style: Style, room: number): Drawn {
  const mark = (label: string, symbol: (x: number, y: number) => Shape, before = 20): Drawn => ({
    width: before + textWidth(label, SIZE),
    height: LINE,
    at: (x, y) => [symbol(x, y + LINE / 2), word(x + before, y + LINE / 2 + 3.7, label, style)],
  });
  switch (item.kind) {
    case "line":
      return mark(
        item.label,
        (x, y) => ({
          name: "line",
          attributes: {
            x1: x,
            x2: x + 18,
            y1: y,
            y2: y,
            stroke: item.color,
            "stroke-width": item.width ?? 2,
            ...(item.dash ? { "stroke-dasharray": item.dash } : {}),
          },
        }),
        24,
      );
    case "dot": {
      const r = item.r ?? 4;
      const look: Record<string, string | number> =
        item.symbol === "ring" ? { fill: style.card, stroke: item.color, "stroke-width": 1.4 } : { fill: item.color };
      return mark(
        item.label,
        (x, y) =>
          item.symbol === "diamond"
            ? { name: "path", attributes: { d: `M${x + 5} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`, ...look } }
            : { name: "circle", attributes: { cx: x + 5, cy: y, r, ...look } },
        14,
      );
    }
    case "square":
      return mark(
        item.label,
        (x, y) => ({
          name: "rect",
          attributes: {
            x,
            y: y - 5,
            width: 10,
            height: 10,
            fill: item.color,
            ...(item.opacity === undefined ? {} : { "fill-opacity": item.opacity }),
            ...(item.stroke ? { stroke: item.stroke, "stroke-width": 0.8 } : {}),
          },
        }),
        15,
      );
    case "sizes": {
      const most = Math.max(...item.sizes.map(({ r }) => r), 3);
      const each = item.sizes.map(({ r, label }) => ({ r, label, width: Math.max(2 * r, textWidth(label, SIZE)) + 8 }));
      const height = LINE + 2 * most + 4 + LINE - 3;
      return {
        width: Math.max(
          textWidth(item.title, SIZE),
          each.reduce((sum, { width }) => sum + width, 0),
        ),
        height,
        at(x, y) {
          let left = x;
          return [
            word(x, y + 12, item.title, style),
            ...each.flatMap(({ r, label, width }) => {
              const center = left + width / 2 - 4;
              left += width;
              return [
                { name: "circle", attributes: { cx: center, cy: y + LINE + most + 2, r, fill: style.faint } },
                word(center, y + height - 4, label, style, { "text-anchor": "middle" }),
              ];
            }),
          ];
        },
      };
    }
    case "ramp": {
      const last = item.ticks.at(-1);
      const [before, after] = [item.ticks[0], last].map((tick) => (tick ? textWidth(tick.label, SIZE) / 2 : 0));
      return {
        width: Math.max(textWidth(item.title, SIZE), before + RAMP + after),
        height: LINE + 10 + LINE - 1,
        at: (x, y) => [
          word(x, y + 12, item.title, style),
          ...bar(x + before, y + LINE, RAMP, 9, (share) =>
            toHex(
              item.isUpper
                ? divergingColor(share, style.dark)
                : item.isDiverging
                  ? divergingColor(2 * share - 1, style.dark)
                  : rampColor(share, style.dark),
            ),
          ),
          ...item.ticks.flatMap(({ at, label }) => [
            {
              name: "line",
              attributes: {
                x1: x + before + at * RAMP,
                x2: x + before + at * RAMP,
                y1: y + LINE + 9,
                y2: y + LINE + 12,
                stroke: style.soft,
                "stroke-width": 1,
              },
            },
            word(x + before + at * RAMP, y + LINE + 22, label, style, { "text-anchor": "middle" }),
          ]),
        ],
      };
    }
    case "note": {
      const lines = wrapped(item.label, room, SIZE);
      return {
        width: widest(lines, SIZE),
        height: 2 + lines.length * 14,
        at: (x, y) => lines.map((line, i) => word(x, y + 12 + i * 14, line, style, { fill: style.soft })),
      };
    }
  }
}

/** The items side by side, in rows of at most `room`: their shapes, from (left, 0) on, and the height they take. */
export function layKey(items: readonly KeyItem[], style: Style, left: number, room: number): { height: number; at(top: number): Shape[] } {
  const rows: Drawn[][] = [];
  let used = Infinity;
  for (const item of items) {
    const one = drawn(item, style, room);
    if (used + one.width > room) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)!.push(one);
    used += one.width + GAP;
  }
  const heights = rows.map((row) => Math.max(...row.map(({ height }) => height)));
  return {
    height: heights.reduce((sum, height) => sum + height + 2, 0),
    at(top) {
      let y = top;
      return rows.flatMap((row, i) => {
        let x = left;
        const shapes = row.flatMap((one) => {
          const here = one.at(x, y + (heights[i]! - one.height));
          x += one.width + GAP;
          return here;
        });
        y += heights[i]! + 2;
        return shapes;
      });
    },
  };
}
