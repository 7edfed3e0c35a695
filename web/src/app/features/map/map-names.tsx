import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { shortClass } from "../../../plots/class-names";
import { toScreen, type Camera, type Size } from "../../../plots/scatter/camera";
import { classCenters, liftOf, placeNames } from "../../../plots/scatter/names";
import { textWidth } from "../../../plots/text-width";
import * as state from "../../store";
import { coloring, highlighted } from "./state";

const KEY = "phenolens-names";
/** How far a name may stand from its class, in pixels: one that finds no place is in the legend. */
const REACH = 44;
const SIZE = 11.5;
/** Names are drawn bolder, and so wider, than text is measured. */
const BOLD = 1.12;
/** The buttons at the lower right, with the room around them. */
const BUTTONS = { width: 54, height: 176 };
/** Classes of fewer cells, or of a smaller share of them, are named in the legend alone. */
const LEAST = { cells: 3, share: 0.002 };

function isKeptOff(): boolean {
  try {
    return localStorage.getItem(KEY) === "off";
  } catch {
    return false;
  }
}

const shown = signal(!isKeptOff());
/** Whether names stand on the map; kept on this computer. */
export const areNamesShown: ReadonlySignal<boolean> = shown;
export function toggleNames(): void {
  shown.value = !shown.value;
  try {
    localStorage.setItem(KEY, shown.value ? "on" : "off");
  } catch {
    // Storage may be closed to the page: the choice lasts as long as it.
  }
}

/** Names can stand on the map: it shows classes. */
export const canShowNames = computed(() => coloring.value?.kind === "classes");

const centers = computed(() => {
  const now = coloring.value;
  const places = state.positions.value;
  if (!shown.value || now?.kind !== "classes" || !places) return [];
  const least = Math.max(LEAST.cells, LEAST.share * now.classOf.length);
  return classCenters(places.xy, now.classOf, now.classes.length, least).map((one) => ({
    ...one,
    label: shortClass(now.classes[one.index].label),
  }));
});

/** The names of classes where they lie. None lies on another; the legend has all. */
export function MapNames({ look }: { look: ReadonlySignal<{ camera: Camera; size: Size } | null> }) {
  if (!look.value || centers.value.length === 0) return null;
  const { camera, size } = look.value;
  const boxes = centers.value.map(({ index, label, x: cx, y: cy, cells }) => {
    const [x, y] = toScreen(camera, size, cx, cy);
    return { index, label, x, y: y - liftOf({ cells }), width: textWidth(label, SIZE) * BOLD + 4, height: 15 };
  });
  const { width, height } = BUTTONS;
  const buttons = { x: size.width - width / 2, y: size.height - height / 2, width, height };
  const lit = highlighted.value;
  return (
    <svg class="names" aria-hidden="true">
      {placeNames(boxes, size, REACH, [buttons]).map((at, i) => {
        if (!at) return null;
        const { index, label, x, y } = boxes[i];
        return (
          <g key={index} class={lit === null || lit === index ? "" : "dim"}>
            {at.isMoved && <line x1={x} y1={y} x2={at.x} y2={at.y} />}
            <text x={at.x} y={at.y + 4}>
              {label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
