import { AnalysisError } from "../../../contract/errors";
import type { Progress } from "../../../contract/types";
import type { FitReply, FitRequest } from "../../contract/training";
import type { Lane } from "../../pool/lane-pool";
import { Pace } from "../../base/pace";

/** A fit that waits for a lane; `done` gets its answer. */
export interface FitTask {
  fit: FitRequest;
  done(reply: FitReply): void;
}

/** Runs fits on the lanes, each on the next one free. What one gives does not depend on the others. */
export async function runFits(
  lanes: Lane[],
  tasks: FitTask[],
  signal: AbortSignal,
  progress: (progress: Progress) => void,
  step: string,
): Promise<void> {
  const size = ({ fit }: FitTask) => fit.codes.reduce((sum, code) => sum + Number(code >= 0), 0);
  const pace = new Pace(
    step,
    tasks.reduce((sum, task) => sum + size(task), 0),
  );
  const queue = tasks.values();
  let failure: { error: unknown } | null = null;
  await Promise.all(
    lanes.map(async (lane) => {
      try {
        for (const task of queue) {
          if (signal.aborted || failure) return;
          task.done(await lane.call("trainFit", task.fit));
          progress(pace.add(size(task)));
        }
      } catch (error) {
        failure ??= { error };
      }
    }),
  );
  if (failure) throw (failure as { error: unknown }).error;
  if (signal.aborted) throw new AnalysisError("cancelled", "Stopped; no model was made.");
}
