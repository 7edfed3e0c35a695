import { AnalysisError } from "../../contract/errors";
import type { CallContext, LayoutPart } from "../../contract/protocol";
import type { Layout, Result } from "../../../../wasm/bind/phenolens_core";
import { unwrap, type CoreModule } from "../base/core";
import type { Lane } from "../pool/lane-pool";
import type { LayoutRequest } from "../contract/lane-operations";
import type { ModelResults } from "../file/scores";

/** Beyond this many cells settling takes minutes on one core; principal components are shown instead. */
export const MOST_CELLS = 100_000;
/** Between two pictures. */
const PICTURE_MS = 150;

/** Runs a layout to its end in slices, so that stopping is heard and the picture moves. */
export function settle(core: CoreModule, request: LayoutRequest, context: CallContext<LayoutPart>): Promise<Float32Array<ArrayBuffer>> {
  return runLayout(core, (layout) => layout.start({ ...request }), context);
}

/** The same, however it is started. */
export async function runLayout(
  core: CoreModule,
  start: (layout: Layout) => Result<number>,
  { signal, part }: CallContext<LayoutPart>,
): Promise<Float32Array<ArrayBuffer>> {
  const layout = new core.Layout();
  try {
    const epochs = unwrap(start(layout));
    let slice = 1;
    for (;;) {
      const started = performance.now();
      const { left, xy } = unwrap(layout.step(slice));
      if (left === 0) return xy;
      part({ xy, done: epochs - left, epochs });
      slice = Math.max(1, Math.round((slice * PICTURE_MS) / Math.max(performance.now() - started, 1)));
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) throw new AnalysisError("cancelled", "Stopped.");
    }
  } finally {
    layout.delete();
  }
}

/** Lays out the cells a model has seen; the others have no place. */
export async function layOut(
  core: CoreModule,
  lane: Lane,
  results: ModelResults,
  seed: number,
  { signal, part }: CallContext<LayoutPart>,
): Promise<Float32Array<ArrayBuffer>> {
  const seen = results.embedded();
  if (results.cells > MOST_CELLS || !seen) {
    throw new AnalysisError(
      "unsupported",
      `A UMAP layout is made of up to ${MOST_CELLS.toLocaleString("en")} cells; look at the principal components instead.`,
    );
  }
  const { cells, values, dims } = seen;
  const components = results.positions(core);
  const start = new Float32Array(cells.length * 2);
  cells.forEach((cell, i) => start.set(components.subarray(cell * 2, cell * 2 + 2), i * 2));
  const spread = (settled: Float32Array) => {
    const xy = new Float32Array(results.cells * 2).fill(NaN);
    cells.forEach((cell, i) => xy.set(settled.subarray(i * 2, i * 2 + 2), cell * 2));
    return xy;
  };
  const request = { points: cells.length, dims, values, start, seed };
  const onPart = (now: LayoutPart) => part({ ...now, xy: spread(now.xy) });
  return spread(await lane.call("layout", request, { signal, onPart }));
}
