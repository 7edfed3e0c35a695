import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { CellRow } from "../../../contract/types";
import { count } from "../../../plots/format";
import type { Camera, Size } from "../../../plots/scatter/camera";
import type { Scatter } from "../../../plots/scatter/scatter";
import { coloring, scene } from "./state";
import { call } from "../../engine-client";
import * as state from "../../store";
import { MapByGenes } from "../data/no-model";
import { isSettling } from "./positions";
import * as survey from "../survey/state";
import { mapFigure } from "./files";
import { areNamesShown, canShowNames, MapNames, toggleNames } from "./map-names";
import { clearSelection, selectCells } from "./selection";
import { sheetOf } from "../../ui/figure-look";
import { HoverCard } from "./hover-card";
import { Legend } from "./legend";
import { MapBar } from "./map-bar";
import { MapCanvas } from "./map-canvas";

/** What the map shows, in a sentence. */
function sentence(): string {
  const now = coloring.value;
  const cells = `Map of ${count(state.info.value?.cells ?? 0)} cells`;
  if (!now) return `${cells}.`;
  if (now.kind === "values") return `${cells} coloured by ${now.title}.`;
  const [first, second] = now.classes;
  const most = first
    ? `, most are ${first.label} (${count(first.cells)})${second ? `, then ${second.label} (${count(second.cells)})` : ""}`
    : "";
  return `${cells} coloured by ${now.title}${most}.`;
}

/** Asks for the cell under the pointer, once it rests there. */
function useCell() {
  const shown = useSignal<{ row: CellRow; pinned: boolean } | null>(null);
  const asked = useRef({ point: -1, timer: 0 });
  const ask = (point: number, pinned: boolean) => {
    if (!pinned && shown.value?.pinned) return;
    if (point === asked.current.point && !pinned) return;
    clearTimeout(asked.current.timer);
    asked.current.point = point;
    const model = state.activeModel.value;
    if (point < 0 || !model) {
      shown.value = null;
      return;
    }
    const fetch = async () => {
      const [row] = await call("cells", { model: model.name, first: point, count: 1 });
      if (asked.current.point === point && row) shown.value = { row, pinned };
    };
    asked.current.timer = window.setTimeout(() => void fetch().catch(() => {}), pinned ? 0 : 45);
  };
  return { shown, ask };
}

/** The map of cells with everything that lies on it. */
export function MapView() {
  const isLasso = useSignal(false);
  const scatter = useRef<Scatter | null>(null);
  const look = useSignal<{ camera: Camera; size: Size } | null>(null);
  const { shown, ask } = useCell();
  // Where the page is one column, the map can be put away.
  const isFolded = useSignal(false);
  const waiting = !state.positions.value;
  return (
    <section
      class={isFolded.value ? "map folded" : "map"}
      aria-label="Map of cells"
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          ask(-1, true);
          clearSelection();
          isLasso.value = false;
        }
      }}
    >
      <button
        type="button"
        class="fold narrow-only"
        aria-expanded={!isFolded.value}
        onClick={() => {
          isFolded.value = !isFolded.value;
        }}
      >
        {isFolded.value ? "Show the map" : "Hide the map"}
        <i aria-hidden="true">{isFolded.value ? "▾" : "▴"}</i>
      </button>
      <MapBar
        isLasso={isLasso.value}
        onLasso={() => {
          isLasso.value = !isLasso.value;
          if (isLasso.value) scatter.current?.focus();
        }}
      />
      <div class="stage">
        <MapCanvas
          scene={scene}
          lasso={isLasso.value}
          label={sentence()}
          onHover={(point) => ask(point, false)}
          onTap={(point) => ask(point, true)}
          onLasso={(points) => {
            if (points.length > 0) selectCells(points, null);
            else clearSelection();
            isLasso.value = false;
          }}
          onLook={(camera, size) => {
            look.value = { camera, size };
          }}
          onReady={(made) => {
            scatter.current = made;
          }}
        />
        {!waiting && <MapNames look={look} />}
        {waiting && (
          <div class="waiting" role="status">
            {state.isRunning.value || state.phase.value === "opening" ? (
              "The map appears with the first predictions."
            ) : survey.busy.value ? (
              "The map appears once the cells' neighbours are found."
            ) : (
              <>
                <p>No map: no model can be used on this file, and it has no embedding (obsm).</p>
                <MapByGenes />
              </>
            )}
          </div>
        )}
        {isLasso.value && !waiting && (
          <span class="chip settling lassohint">
            Draw around cells, or frame them: arrows move, Shift+arrows size, Enter selects, Esc ends
          </span>
        )}
        {isSettling.value && !isLasso.value && !waiting && <span class="chip settling">The layout is still settling…</span>}
        <div class="zoom">
          <button type="button" aria-label="Zoom in" onClick={() => scatter.current?.zoom(1.5)}>
            +
          </button>
          <button type="button" aria-label="Zoom out" onClick={() => scatter.current?.zoom(1 / 1.5)}>
            −
          </button>
          <button type="button" aria-label="Show all" title="Show all" onClick={() => scatter.current?.fit()}>
            ⤢
          </button>
          {!waiting && canShowNames.value && (
            <button
              type="button"
              class={areNamesShown.value ? "on" : ""}
              aria-label="Names on the map"
              title="Names on the map"
              aria-pressed={areNamesShown.value}
              onClick={toggleNames}
            >
              <small>Aa</small>
            </button>
          )}
          {!waiting && coloring.value && (
            <button
              type="button"
              aria-haspopup="dialog"
              aria-label="Figure of the map"
              title="Save the map as SVG, PNG or PDF"
              onClick={() => {
                sheetOf.value = mapFigure();
              }}
            >
              ⤓
            </button>
          )}
        </div>
        {shown.value && <HoverCard {...shown.value} onClose={() => ask(-1, true)} />}
        {!waiting && <Legend crowdOf={(...box) => scatter.current?.pointsUnder(...box) ?? 0} />}
      </div>
    </section>
  );
}
