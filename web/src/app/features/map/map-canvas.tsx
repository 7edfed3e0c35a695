import { effect, signal, type ReadonlySignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Scatter, type ScatterEvents } from "../../../plots/scatter/scatter";
import type { Scene } from "../../../plots/scatter/painter";

interface Props extends Partial<Omit<ScatterEvents, "onLassoPath" | "isLasso">> {
  scene: ReadonlySignal<Scene | null>;
  lasso?: boolean;
  /** What the map shows, in a sentence. */
  label: string;
  /** Receives the map, to zoom and to export it. */
  onReady?: (scatter: Scatter) => void;
}

/** The canvas of points. Draws a scene; knows nothing of cells. */
export function MapCanvas({ scene, lasso, label, onReady, ...events }: Props) {
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const path = useRef(signal(""));
  // Read when the pointer goes down: the finger that touched "Lasso" may be on the map before the next frame.
  const latest = useRef({ ...events, lasso });
  latest.current = { ...events, lasso };

  useEffect(() => {
    if (!canvas.current) return;
    const made = new Scatter(canvas.current, {
      onHover: (...where) => latest.current.onHover?.(...where),
      onTap: (...where) => latest.current.onTap?.(...where),
      onLook: (...where) => latest.current.onLook?.(...where),
      onLasso: (points) => latest.current.onLasso?.(points),
      isLasso: () => latest.current.lasso ?? false,
      onLassoPath: (points) => {
        path.current.value = points.join(" ");
      },
    });
    onReady?.(made);
    const stop = effect(() => {
      if (scene.value) made.set(scene.value);
      else made.clear();
      // Empty it would be white, whatever the theme.
      if (canvas.current) canvas.current.style.visibility = scene.value ? "" : "hidden";
    });
    return () => {
      stop();
      made.destroy();
    };
  }, []);

  return (
    <>
      <canvas
        ref={canvas}
        tabIndex={0}
        role="img"
        class={lasso ? "lasso" : ""}
        aria-label={
          lasso
            ? `${label} Lasso: arrow keys move a frame, Shift and arrow keys size it, Enter selects the cells in it, Escape ends.`
            : `${label} Arrow keys move, plus and minus zoom, 0 shows all, Enter shows the cell in the middle.`
        }
      />
      <svg class="path" aria-hidden="true">
        <polygon points={path.current.value} />
      </svg>
    </>
  );
}
