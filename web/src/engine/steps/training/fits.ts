import { AnalysisError } from "../../../contract/errors";
import type { Progress } from "../../../contract/types";
import type { FitReply, FitRequest } from "../../contract/training";
import type { Lane } from "../../pool/lane-pool";
import { Pace } from "../../base/pace";

/** A fit that waits for a lane; `done` gets its answer. */
export interface Job {
  fit: FitRequest;
  done(reply: FitReply): void;
}

/** Runs fits on the lanes, each on the next one free. What one gives does not depend on the others. */
export async function runFits(
  lanes: Lane[],
  jobs: Job[],
  signal: AbortSignal,
  progress: (progress: Progress) => void,
  step: string,
): Promise<void> {
  const size = ({ fit }: Job) => fit.codes.reduce((sum, code) => sum + Number(code >= 0), 0);
  const pace = new Pace(
    step,
    jobs.reduce((sum, job) => sum + size(job), 0),
  );
  const queue = jobs.values();
  let failure: { error: unknown } | null = null;
  await Promise.all(
    lanes.map(async (lane) => {
      try {
        for (const job of queue) {
          if (signal.aborted || failure) return;
          job.done(await lane.call("trainFit", job.fit));
          progress(pace.add(size(job)));
        }
      } catch (error) {
        failure ??= { error };
      }
    }),
  );
  if (failure) throw (failure as { error: unknown }).error;
  if (signal.aborted) throw new AnalysisError("cancelled", "Stopped; no model was made.");
}
