import { AnalysisError } from "../../contract/errors";
import type { Lane, LanePool } from "./lane-pool";

/** Has the lanes do `count` things, each on whichever is free; the results are in the things' order, whichever lane was first. */
export async function dealt<T>(
  { lanes }: Pick<LanePool, "lanes">,
  count: number,
  signal: AbortSignal | undefined,
  work: (lane: Lane, i: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  await Promise.all(
    lanes.map(async (lane) => {
      for (let i = next++; i < count; i = next++) {
        if (signal?.aborted) throw new AnalysisError("cancelled", "Stopped before all of it was computed; nothing of it is kept.");
        results[i] = await work(lane, i);
      }
    }),
  );
  return results;
}
