import { AnalysisError } from "../../../contract/errors";
import type { CallContext, Handlers } from "../../../contract/protocol";
import type { Mixing } from "../../../contract/integrate";
import { loadCore, unwrap, type CoreModule } from "../../base/core";
import type { Batched, IntegrateLane } from "../../contract/integrate";
import type { LaneState } from "../../lane/state";

/** Neighbours that mixing is measured by: 90 with the cell itself, as scib-metrics takes. */
const NEIGHBORS = 89;
/** Neighbours of clusters: 15 with the cell itself. */
const CLUSTER_NEIGHBORS = 14;
/** Cells that all pairs of are compared for silhouettes. */
const SILHOUETTE_CELLS = 5000;

/** Corrections of positions, and how batches lie. Nothing of them is kept in the lane. */
export function integrateLane(lane: LaneState): Handlers<IntegrateLane> {
  return {
    async integrate({ method, seed, ...of }, context) {
      const core = await loadCore(lane.environment);
      return method === "harmony" ? harmony(core, of, seed, context) : mutualNeighbors(core, of, context);
    },
    mixing: async (request) => mixingOf(await loadCore(lane.environment), request),
  };
}

type Integrated = IntegrateLane["integrate"]["reply"];

/** Lets others be heard between steps. */
async function breathe({ signal }: Pick<CallContext<number>, "signal">): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  if (signal.aborted) throw new AnalysisError("cancelled", "Stopped.");
}

async function harmony(core: CoreModule, of: Batched, seed: number, context: CallContext<number>): Promise<Integrated> {
  const run = new core.Harmony();
  try {
    unwrap(run.start({ ...of, seed }));
    for (;;) {
      const { done, share, corrections, converged } = unwrap(run.step());
      context.part(share);
      if (done) return { values: unwrap(run.positions()), rounds: corrections, converged };
      await breathe(context);
    }
  } finally {
    run.delete();
  }
}

async function mutualNeighbors(
  core: CoreModule,
  { dims, values, codes, levels }: Batched,
  context: CallContext<number>,
): Promise<Integrated> {
  const run = new core.MutualNeighbors();
  try {
    const { merges } = unwrap(run.start({ dims, values, codes, batches: levels[0]! }));
    for (;;) {
      const { done, share } = unwrap(run.step());
      context.part(share);
      if (done) return { values: unwrap(run.positions()), rounds: merges, converged: null };
      await breathe(context);
    }
  } finally {
    run.delete();
  }
}

function mixingOf(core: CoreModule, { dims, values, batchCodes, batches, labels, seed }: IntegrateLane["mixing"]["request"]): Mixing {
  const points = batchCodes.length;
  const { k, index, distance } = unwrap(core.find_neighbors({ points, dims, values, k: Math.min(NEIGHBORS, points - 1), seed }));
  const near = { k, index, distance };
  const mixed = {
    batchLisi: unwrap(core.lisi({ ...near, codes: batchCodes })).mixing,
    kbet: unwrap(core.kbet({ ...near, codes: batchCodes })).acceptance,
  };
  const none = { labelLisi: null, labelSilhouette: null, batchSilhouette: null, ari: null, nmi: null, ownLabel: null };
  if (!labels) return { ...mixed, ...none };
  const few = Math.min(CLUSTER_NEIGHBORS, k);
  const first = <T extends Int32Array | Float32Array>(all: T): T => all.filter((_, i) => i % k < few) as T;
  const graph = { k: few, index: first(index), distance: first(distance) };
  const { codes } = unwrap(core.cluster({ ...graph, resolution: 1, starts: 1, seed }));
  const { ari, nmi } = unwrap(core.agreement({ first: labels, second: codes }));
  const { label, batch } = unwrap(
    core.silhouette({ dims, values, codes: labels, batches: batchCodes, most_cells: SILHOUETTE_CELLS, seed }),
  );
  const own = unwrap(core.own_type_shares({ ...near, types: labels, samples: batchCodes, sampleCount: batches.length }));
  return {
    ...mixed,
    labelLisi: 1 - unwrap(core.lisi({ ...near, codes: labels })).mixing,
    labelSilhouette: label,
    batchSilhouette: Number.isNaN(batch) ? null : batch,
    ari,
    nmi,
    ownLabel: batches.map((name, i) => ({ batch: name, cells: own.cells[i]!, share: own.share[i]!, expected: own.expected[i]! })),
  };
}
