import type { Attribution } from "../../../../../wasm/bind/phenolens_core";
import { AnalysisError } from "../../../contract/errors";
import { loadCore, unwrap } from "../../base/core";
import type { LaneState } from "../../lane/state";

/** The core's attributions of one model, one for each list of genes that cells are read by. */
export class Attributions {
  private readonly all = new Map<number, Attribution>();

  /** Starts those of some lists; gives the vocabulary indices that each sums over. Baselines are of linear models alone. */
  async start(
    lane: LaneState,
    model: number,
    sums: { head: number; groups: number; parts: number },
    { lists, baselines: of }: { lists: number[]; baselines: readonly (Float32Array | null)[] },
  ): Promise<Int32Array<ArrayBuffer>[]> {
    this.clear();
    const { Attribution: Made } = await loadCore(lane.environment);
    const { handle, manifest } = lane.models[model]!;
    return lists.map((list) => {
      const one = new Made();
      this.all.set(list, one);
      const rows = manifest.kind === "linear" ? of[list] : null;
      return unwrap(one.start(lane.analysisOf(list), handle, { ...sums, ...(rows ? { baselines: rows } : {}) }));
    });
  }

  of(list: number): Attribution {
    const found = this.all.get(list);
    if (!found) throw new AnalysisError("internal", "The lane explains no cells that are read by these genes.");
    return found;
  }

  clear(): void {
    for (const one of this.all.values()) one.delete();
    this.all.clear();
  }
}
