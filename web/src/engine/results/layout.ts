import { AnalysisError } from "../../contract/errors";
import type { CallContext, LayoutPart } from "../../contract/protocol";
import type { CoreModule } from "../base/core";
import type { ModelResults } from "../file/scores";
import type { Lane } from "../pool/lane-pool";

/** Beyond this many cells settling takes minutes on one core; principal components are shown instead. */
export const MOST_CELLS = 100_000;

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
