import { AnalysisError } from "../../contract/errors";
import type { CallContext, LayoutPart } from "../../contract/protocol";
import type { Layout, Result } from "../../../../wasm/bind/phenolens_core";
import { unwrap, type CoreModule } from "../base/core";
import type { LayoutRequest } from "../contract/predict";

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
      if (signal.aborted) throw new AnalysisError("cancelled", "Stopped: the layout was not finished.");
    }
  } finally {
    layout.delete();
  }
}
