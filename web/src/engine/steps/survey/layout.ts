import { AnalysisError } from "../../../contract/errors";
import type { CallContext, LayoutPart } from "../../../contract/protocol";
import type { Lane } from "../../pool/lane-pool";
import type { OpenedFile } from "../../file/opened-file";
import { lastSurvey } from "./state";

/** Beyond this many cells settling takes longer than anyone waits. */
const MOST_CELLS = 500_000;

/** Settles the graph found last; positions of all cells, NaN for those that take no part. */
export async function layOutGraph(
  file: OpenedFile,
  lane: Lane,
  { seed, minDist, epochs }: { seed: number; minDist: number; epochs: number },
  { signal, part }: Pick<CallContext<LayoutPart>, "signal" | "part">,
): Promise<{ xy: Float32Array<ArrayBuffer>; seconds: number }> {
  const started = performance.now();
  const state = lastSurvey(file);
  const { cells, near, start } = state.neighbors();
  if (cells.length > MOST_CELLS)
    throw new AnalysisError(
      "unsupported",
      `A UMAP layout is made of up to ${MOST_CELLS.toLocaleString("en")} cells; look at the components instead.`,
    );
  if (!(minDist >= 0 && minDist <= 3))
    throw new AnalysisError("bad-input", `The least distance of a layout is from 0 to 3, not ${minDist}.`);
  const place = (settled: Float32Array) => {
    const xy = new Float32Array(file.info.cells * 2).fill(NaN);
    cells.forEach((cell, i) => xy.set(settled.subarray(i * 2, i * 2 + 2), cell * 2));
    return xy;
  };
  const onPart = (now: LayoutPart) => part({ ...now, xy: place(now.xy) });
  const xy = place(await lane.call("settleGraph", { near, start, seed, minDist, epochs }, { signal, onPart }));
  state.umap = xy.slice();
  return { xy, seconds: (performance.now() - started) / 1000 };
}
