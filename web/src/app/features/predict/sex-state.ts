import { effect, signal } from "@preact/signals";
import type { SexReport } from "../../../contract/sex";
import { call, fail } from "../../engine-client";
import * as state from "../../store";
import { donors } from "../trust/state";

/** Sex by counted genes, of the open file's donors. */
export const sexReport = signal<SexReport | null>(null);

/** Asks for the verdict by the donors that the page goes by; where it has none, the engine looks for a column itself. */
export const askSex = (): Promise<SexReport> => call("sex", donors.peek() ? { donors: donors.peek() } : {});

/** Keeps the verdict in step with the analysis and the donor column; once, when the page starts. */
export function startSex(): void {
  let asked = 0;
  effect(() => {
    // Reading it is what subscribes.
    void donors.value;
    const mine = ++asked;
    if (!state.report.value || state.isRunning.value) return;
    askSex().then((found) => {
      if (mine === asked) sexReport.value = found;
    }, fail);
  });
}

state.forgetWith("results", () => {
  sexReport.value = null;
});
