import { signal } from "@preact/signals";
import type { Request } from "../../../contract/protocol";
import type { EditReport } from "../../../contract/operations/edit";
import { callIn } from "../../engine-client";
import * as state from "../../store";
import { task } from "../../task";

export const result = signal<EditReport | null>(null);

/** Changes a gene's counts in some cells and runs the model again. */
export const edit = task(
  (run, request: Request<"editGene">) => callIn(run, "editGene", request),
  (report) => {
    result.value = report;
  },
);

/** Forgets the last edit: it was of another gene, or of other cells. */
export function forgetEdit(): void {
  edit.reset();
  result.value = null;
}

state.forgetWith("results", () => {
  result.value = null;
});
