import type { Progress } from "../../contract/types";
import type { ReportOpening } from "../base/environment";
import { Pace } from "../base/pace";

/** Tells how far fetching or converting has come; a file that is read once more begins again. */
export function openingReport(progress: (progress: Progress) => void): ReportOpening {
  let pace: Pace | undefined;
  let known = "";
  return (done, total, step = "download") => {
    const key = `${step} ${total}`;
    if (key !== known || done < pace!.done) pace = new Pace(step, total, "bytes");
    known = key;
    const { rate, secondsLeft } = pace!.add(done - pace!.done);
    const source = step === "download" ? { source: "network" as const } : {};
    progress({ step, done, total, unit: "bytes", rate, secondsLeft: total > 0 ? secondsLeft : null, ...source });
  };
}
