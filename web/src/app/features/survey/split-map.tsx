import { useEffect, useMemo, useRef } from "preact/hooks";
import { signal } from "@preact/signals";
import type { Scene } from "../../../plots/scatter/painter";
import { sizesOf } from "../../../contract/numbers";
import { count } from "../../../plots/format";
import { loadColumn } from "../data/run";
import { scene } from "../map/state";
import { fail } from "../../engine-client";
import { ColumnSelect } from "../../ui/column-select";
import { Card } from "../../ui/parts";
import * as state from "../../store";
import * as survey from "./state";

/** Which column the map is split by, as chosen; null: samples of a study. */
const ownSplit = signal<string | null>(null);
state.forgetWith("file", () => {
  ownSplit.value = null;
});

/** Groups shown at most, the largest first. */
const MOST = 24;
const MARGIN = 5;

interface Bounds {
  x: number;
  y: number;
  size: number;
}

/** Where all finite positions lie, so that every panel has the same scale. */
function boundsOf(xy: Float32Array): Bounds {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    const [x, y] = [xy[i]!, xy[i + 1]!];
    if (Number.isNaN(x)) continue;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { x: (left + right) / 2, y: (top + bottom) / 2, size: Math.max(right - left, bottom - top) || 1 };
}

/** Paints the cells that `color` gives a colour. */
function paint(
  context: CanvasRenderingContext2D,
  { xy, bounds, size }: { xy: Float32Array; bounds: Bounds; size: number },
  color: (cell: number) => string | null,
): void {
  const scale = (size - 2 * MARGIN) / bounds.size;
  const point = Math.max(1, Math.min(2.4, 90 / Math.sqrt(xy.length / 2)));
  let last = "";
  for (let cell = 0; cell < xy.length / 2; cell++) {
    const x = xy[2 * cell]!;
    const fill = Number.isNaN(x) ? null : color(cell);
    if (fill === null) continue;
    if (fill !== last) context.fillStyle = last = fill;
    // The map's y axis points up.
    context.fillRect(size / 2 + (x - bounds.x) * scale, size / 2 - (xy[2 * cell + 1]! - bounds.y) * scale, point, point);
  }
}

interface PanelProps {
  name: string;
  cells: number;
  code: number;
  codes: Int32Array;
  now: Scene;
  bounds: Bounds;
}

function Panel({ name, cells, code, codes, now, bounds }: PanelProps) {
  const canvas = useRef<HTMLCanvasElement | null>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!canvas.current || !context) return;
    const ratio = Math.min(2, devicePixelRatio || 1);
    const size = canvas.current.clientWidth || 180;
    canvas.current.width = canvas.current.height = Math.round(size * ratio);
    context.scale(ratio, ratio);
    const faint = getComputedStyle(canvas.current).getPropertyValue("--line");
    const { xy, table, codes: colors } = now;
    const at = { xy, bounds, size };
    paint(context, at, (cell) => (codes[cell] === code ? null : faint));
    paint(context, at, (cell) => {
      if (codes[cell] !== code) return null;
      const slot = 4 * colors[cell]!;
      return `rgb(${table[slot]} ${table[slot + 1]} ${table[slot + 2]})`;
    });
  }, [now, bounds, codes, code]);
  return (
    <figure>
      <canvas ref={canvas} role="img" aria-label={`Cells of ${name} on the map, ${count(cells)} of them`} />
      <figcaption title={name}>
        {name} <small>{count(cells)}</small>
      </figcaption>
    </figure>
  );
}

/** The map side by side: one panel a sample, or any other group, on the same scale and in the same colours. */
export function SplitMap() {
  const column = ownSplit.value ?? survey.studyColumn.value;
  const found = state.columns.value.get(column);
  const now = scene.value;
  useEffect(() => {
    if (column) void loadColumn(column).catch(fail);
  }, [column]);
  const bounds = useMemo(() => now && boundsOf(now.xy), [now?.xy]);
  const groups = useMemo(() => {
    if (!found || found.kind === "number") return [];
    const sizes = sizesOf(found.codes, found.categories.length);
    return found.categories
      .map((name, code) => ({ name, code, cells: sizes[code]! }))
      .filter(({ cells }) => cells > 0)
      .sort((a, b) => b.cells - a.cells);
  }, [found]);
  return (
    <Card
      title="The map side by side"
      lead={
        column
          ? "One panel each, on the same scale and in the map's colours; other cells are grey." +
            (groups.length > MOST ? ` The ${MOST} largest of ${count(groups.length)}.` : "")
          : "Choose a column to see the map once for each of its groups."
      }
    >
      <ColumnSelect label="Split by" value={column} none="nothing" onChoose={(name) => (ownSplit.value = name)} />
      {now && bounds && found && found.kind !== "number" && (
        <div class="split-map">
          {groups.slice(0, MOST).map(({ name, code, cells }) => (
            <Panel key={name} name={name} cells={cells} code={code} codes={found.codes} now={now} bounds={bounds} />
          ))}
        </div>
      )}
    </Card>
  );
}
