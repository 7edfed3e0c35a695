import { AnalysisError } from "../../../contract/errors";
import type { Handlers } from "../../../contract/protocol";
import { Attributions } from "../attribution/lane-attributions";
import { pruneTokens, type DeletionCell } from "./lane-tokens";
import { encodeBatches } from "../../model/batches";
import { unwrap } from "../../base/core";
import type { DeletionCells, DeletionBlock, DeletionLane, DeletionStart } from "../../contract/deletion";
import { seeded, shuffle } from "../../base/random";
import type { LaneState } from "../../lane/state";

/** Places from the largest value down, ties in their order; what has no value last. */
function descending(values: Float32Array): Int32Array {
  const value = (place: number) => (Number.isNaN(values[place]!) ? -Infinity : values[place]!);
  return Int32Array.from(values.keys()).sort((a, b) => value(b) - value(a) || a - b);
}

/** Genes taken away in order of importance, and in others. */
export function pruneLane(lane: LaneState): Handlers<DeletionLane> {
  let now: DeletionStart | undefined;
  const attributions = new Attributions();
  return {
    async pruneStart(request) {
      now = request;
      if (lane.models[request.model]!.manifest.kind === "linear")
        await attributions.start(lane, request.model, { head: request.head, groups: 1, parts: 1 }, request);
      return null;
    },
    async prune(request) {
      if (!now) throw new AnalysisError("internal", "The lane prunes nothing.");
      const isLinear = lane.models[now.model]!.manifest.kind === "linear";
      await lane.load(request.range, isLinear ? "study" : "own");
      if (!isLinear) return tokens(lane, now, request);
      const { cells, codes, against, baselines, rows } = request;
      const { lists, shares, draws, seed } = now;
      const rankings = now.rankings[lists.indexOf(lane.list)]!;
      const attribution = attributions.of(lane.list);
      return unwrap(attribution.prune(lane.analysis, { cells, codes, against, baselines, rankings, rows, shares, draws, seed }));
    },
  };
}

async function tokens(
  lane: LaneState,
  { model, head, rankings: all, lists, shares, draws, seed }: DeletionStart,
  of: DeletionCells,
): Promise<DeletionBlock> {
  const rankings = all[lists.indexOf(lane.list)]!;
  const { handle, manifest } = lane.models[model]!;
  const width = manifest.genes;
  const perCell = of.cells.length === 0 ? 0 : of.rows.length / of.cells.length;
  const place = new Map([...of.cells].map((cell, i) => [cell, i]));
  const cells: DeletionCell[] = [];
  for (const { cells: offsets, batch } of encodeBatches(lane.analysis, handle, width, "wasm", of.cells)) {
    offsets.forEach((offset, row) => {
      const [start, i] = [row * batch.length, place.get(offset)!];
      const length = batch.mask.subarray(start, start + batch.length).reduce((sum, mark) => sum + mark, 0);
      const genes = batch.genes.slice(start, start + length);
      const own = new Map(Array.from(of.tokens[i]!.genes, (gene, k) => [gene, of.tokens[i]!.values[k]!]));
      const signed = Float32Array.from(genes, (gene) => own.get(gene) ?? 0);
      const largest = descending(signed.map(Math.abs));
      const ranked = Array.from({ length: perCell }, (_, r) => {
        const ranking = of.rows[i * perCell + r]!;
        return ranking < 0 ? null : descending(Float32Array.from(genes, (gene) => rankings[ranking * width + gene]!));
      });
      // Seeded by the cell, so that neither blocks nor lanes matter.
      const random = seeded(seed * 1_000_003 + of.range.first + offset);
      const drawn = Array.from({ length: draws }, () => shuffle(Int32Array.from(largest), random));
      cells[i] = {
        genes,
        values: batch.values.slice(start, start + length),
        code: of.codes[i]!,
        against: of.against[i]!,
        orders: [largest, largest.slice().reverse(), descending(signed), ...ranked, ...drawn],
      };
    });
  }
  // Cells explained have tokens: none is missing here.
  return pruneTokens(lane.session(model), width, head, manifest.heads[head]!, cells, shares);
}
