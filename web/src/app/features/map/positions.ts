import { computed, effect, signal } from "@preact/signals";
import { toWire } from "../../../contract/errors";
import { call, callIn, fail } from "../../engine-client";
import * as state from "../../store";
import { task } from "../../task";
import { throttled } from "../../ui/throttle";
import { SURVEY_PCA, SURVEY_UMAP } from "../survey/layout";
import * as survey from "../survey/state";
import { currentLayout, UMAP } from "./layouts";

/*
 * Keeps where the cells lie in step with what the engine has. Results stream, so the same positions are fetched again when
 * more cells are done.
 */

/** Milliseconds until a layout is tried again that other work has ended before there was anything to see of it. */
const RETRY_MS = 2000;

/** Cells done when positions were last fetched, by what places them. */
let fetched = new Map<string, number>();
const cellsDone = (model: string) => state.runByModel.value.get(model)?.cells ?? 0;
const isShown = (by: string) => state.positions.value?.by === by;

/** Puts the cells at a place each, x and y interleaved. */
export function showPositions(by: string, xy: Float32Array): void {
  state.positions.value = { by, xy };
}

async function loadPositions(by: string): Promise<void> {
  const done = state.modelByName.value.has(by) ? cellsDone(by) : (state.info.value?.cells ?? 0);
  const mine = fetched;
  if (done === 0 || (isShown(by) && mine.get(by) === done)) return;
  const { xy } = await call("positions", { by });
  if (fetched !== mine) return;
  mine.set(by, done);
  showPositions(by, xy);
}

/** Rises when a layout that was ended is to be tried again. */
const retries = signal(0);
/** The layout being computed. */
let computing = "";

/** Has the engine compute a UMAP from the components on the map, and shows it on its way. */
const layout = task(async (run, by: string, model: string) => {
  try {
    // Until there is something to see of it, components are the map.
    if (state.positions.value === null) await loadPositions(model);
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const { xy } = await callIn(run, "layout", { model, seed: state.seed.value }, (part) => !isCalm && showPositions(by, part.xy));
    showPositions(by, xy);
  } catch (error) {
    if (!run.isCurrent()) throw error;
    if (toWire(error).code !== "cancelled") fail(error);
    else if (!isShown(by))
      setTimeout(() => {
        retries.value++;
      }, RETRY_MS);
  }
});

/** The layout on the map is still being computed. */
export const isSettling = computed(() => layout.isBusy.value || survey.busy.value === "layout");

/** Puts the cells where the chosen layout says; one that has to be computed starts from components once its model is done. */
async function place(by: string): Promise<void> {
  if (layout.isBusy.value && computing !== by) layout.reset();
  if (by === SURVEY_UMAP) {
    // While it is computed, the survey shows it.
    if (survey.layout.value) showPositions(by, survey.layout.value);
  } else if (by === SURVEY_PCA) {
    if (!isShown(by)) showPositions(by, (await call("componentPositions", { x: 0, y: 1 })).xy);
  } else if (!by.startsWith(UMAP)) await loadPositions(by);
  else {
    const model = by.slice(UMAP.length);
    if (cellsDone(model) === 0 || isShown(by)) return;
    if (state.isRunning.value || !state.report.value) await loadPositions(model);
    else if (!layout.isBusy.value) {
      computing = by;
      void layout.start(by, model);
    }
  }
}

/** Starts keeping positions in step, and says what goes wrong with it; once, when the page starts. */
export function startPositions(): void {
  const refresh = throttled(async () => {
    const by = currentLayout();
    if (by) await place(by);
  }, fail);
  effect(() => {
    // Reading these is what subscribes.
    void [
      retries.value,
      state.runs.value,
      state.isRunning.value,
      state.report.value,
      state.activeModel.value,
      state.layout.value,
      state.info.value,
      survey.layout.value,
      survey.components.value,
    ];
    if (state.phase.value === "open") refresh();
  });
}

state.forgetModelWith((name) => {
  if (isShown(name) || isShown(`${UMAP}${name}`)) state.positions.value = null;
});
state.forgetWith("results", () => {
  fetched = new Map();
  state.positions.value = null;
});
