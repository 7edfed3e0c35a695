import { mean, median } from "../../../contract/numbers";
import { AnalysisError } from "../../../contract/errors";
import type { DeletionCurve, DeletionReport, DeletionRequest } from "../../../contract/operations/deletion";
import type { Interval } from "../../../contract/types";
import { unwrap, type CoreModule } from "../../base/core";
import { GeneIndex } from "../../genes/gene-index";
import type { DeletionBlock } from "../../contract/deletion";
import type { Job } from "../../pool/job";
import { pass } from "../../pool/pass";
import { sample, seeded } from "../../base/random";
import type { ChosenBlock } from "../../pool/blocks";
import type { Explanation } from "../attribution/explanation";
import { blocksOf, headOf, preparedModel, refuseReference } from "../attribution/setup";

/** Cells a block: few, so that lanes share them evenly and stopping does not wait. */
const TOGETHER = 16;

/** Some of the cells explained, as many of each group: their places among these, in order. */
function somePlaces({ chosen, atCell }: Explanation, cells: number, seed: number): Int32Array {
  const members = chosen.names.map((): number[] => []);
  chosen.groups.forEach((group, place) => {
    if (!Number.isNaN(atCell[place]!)) members[group]!.push(place);
  });
  const each = Math.max(1, Math.ceil(cells / members.filter(({ length }) => length > 0).length));
  const random = seeded(seed);
  return Int32Array.from(members.flatMap((of) => [...sample(of, each, random)])).sort();
}

/** Rankings by size of a group's mean, a row a group, then those made elsewhere; over the genes of the report. */
function rankingsOf({ genes: { symbols, ensemblIds }, means }: Explanation, { given }: DeletionRequest): Float32Array<ArrayBuffer> {
  const width = symbols.length;
  const out = new Float32Array((means.length + given.length) * width);
  means.forEach((mean, g) =>
    mean.forEach((value, gene) => {
      out[g * width + gene] = Math.abs(value);
    }),
  );
  given.forEach((ranking, r) => {
    const index = new GeneIndex(ranking.symbols, ranking.ensemblIds);
    for (let gene = 0; gene < width; gene++) {
      const place = (ensemblIds[gene] ? index.find(ensemblIds[gene]) : undefined) ?? index.find(symbols[gene]!);
      out[(means.length + r) * width + gene] = place === undefined ? NaN : ranking.scores[place]!;
    }
  });
  return out;
}

/** The same over the genes that each list sums over; what is not measured is in no cell. */
function rankingsOfLists(explanation: Explanation, request: DeletionRequest): Float32Array<ArrayBuffer>[] {
  const all = rankingsOf(explanation, request);
  const width = explanation.genes.symbols.length;
  const { places } = explanation.lists;
  if (places.length === 1) return [all];
  return places.map((own) => {
    const rows = Array.from({ length: all.length / width }, (_, row) => own.map((place) => (place < 0 ? -1 : row * width + place)));
    return Float32Array.from(
      rows.flatMap((row) => [...row]),
      (at) => (at < 0 ? NaN : all[at]!),
    );
  });
}

/**
 * Prediction gaps (Bontonou and others 2023): how far the probability of the class explained moves when genes are taken
 * from the model's input,
 * the most important first (high is good), the least important first (low is good), and by chance.
 */
export async function deletionTest(job: Job, explanation: Explanation, request: DeletionRequest): Promise<DeletionReport> {
  const { core, models, pool, context } = job;
  const started = performance.now();
  const { chosen, baselines, request: asked } = explanation;
  const { shares, draws, seed, given } = request;
  if (shares.length === 0 || shares.some((share, i) => !(share > (shares[i - 1] ?? 0) && share <= 1)))
    throw new AnalysisError("bad-input", "Shares of genes to take away must rise, above 0 and up to 1.");
  if (!(Number.isInteger(draws) && draws >= 1 && draws <= 100))
    throw new AnalysisError("bad-input", "From 1 to 100 orders by chance can be drawn.");
  const folder = models.folder(asked.model);
  const { manifest } = folder;
  refuseReference(manifest, "The deletion test");
  const isLinear = manifest.kind === "linear";
  const head = headOf(manifest, asked);
  const places = somePlaces(explanation, request.cells, seed);
  if (places.length === 0) throw new AnalysisError("bad-input", "No cell was explained, so no gene can be removed.");
  const ready = await preparedModel(job, manifest);
  if (!isLinear) await pool.all("start", { model: 0, onnx: await folder.file("predict"), selfTest: null, backend: "wasm" });
  await pool.all("pruneStart", {
    model: 0,
    head,
    baselines: baselines.rows,
    rankings: rankingsOfLists(explanation, request),
    lists: explanation.lists.lists,
    shares,
    draws,
    seed,
  });
  const orders = 4 + given.length + draws;
  const curves = new Curves(places.length, orders, shares);
  const pick = (values: Int32Array, { from, to }: ChosenBlock) => Int32Array.from(places.subarray(from, to), (place) => values[place]!);
  await pass<DeletionBlock, ChosenBlock>(ready, {
    step: `${manifest.title}, genes removed`,
    blocks: blocksOf(
      ready,
      pool.lanes,
      Uint32Array.from(places, (place) => chosen.cells[place]!),
      manifest.kind,
      TOGETHER,
    ),
    visit: (lane, block) => {
      const own = [...places.subarray(block.from, block.to)];
      return lane.call("prune", {
        range: { first: block.first, count: block.count },
        cells: Int32Array.from(own, (place) => chosen.cells[place]! - block.first),
        codes: pick(chosen.codes, block),
        against: pick(chosen.against, block),
        baselines: pick(baselines.rowOf, block),
        rows: Int32Array.from(own.flatMap((place) => [chosen.groups[place]!, ...given.map((_, r) => explanation.means.length + r)])),
        tokens: isLinear ? [] : own.map((place) => explanation.tokensOf(place)!),
      });
    },
    take: (block, result) => curves.put(block.from, result),
  });
  if (!isLinear) await pool.all("stop", { model: 0 });
  if (curves.done === 0) throw new AnalysisError("cancelled", "Stopped before any gene was removed.");
  const units = chosen.byDonor ? Int32Array.from(places, (place) => chosen.parts[place]!) : undefined;
  const { of: listOf, places: genesOf } = explanation.lists;
  const counts = [...places].map((place) => (isLinear ? genesOf[listOf[place]!]! : explanation.tokensOf(place)!.genes).length);
  return {
    model: asked.model,
    cells: curves.done,
    genes: Math.round(median(counts)),
    units: units ? "donors" : "cells",
    draws,
    ...curves.report(
      core,
      ["each cell's own order", "its reverse", "each cell's genes for the class", "the group's order", ...given.map(({ name }) => name)],
      draws,
      units,
    ),
    seconds: (performance.now() - started) / 1000,
    notes: [],
    cancelled: context.signal.aborted,
  };
}

/** Gaps per cell, order and share. */
class Curves {
  done = 0;
  private readonly whole: Float32Array;
  private readonly probability: Float32Array;
  private readonly kept: Uint8Array;

  constructor(
    private readonly cells: number,
    private readonly orders: number,
    private readonly shares: number[],
  ) {
    this.whole = new Float32Array(cells).fill(NaN);
    this.probability = new Float32Array(cells * orders * shares.length).fill(NaN);
    this.kept = new Uint8Array(cells * orders * shares.length);
  }

  put(from: number, { whole, probability, kept }: DeletionBlock): void {
    const width = this.orders * this.shares.length;
    this.whole.set(whole, from);
    this.probability.set(probability, from * width);
    this.kept.set(kept, from * width);
    this.done += whole.length;
  }

  private at(cell: number, order: number, share: number): number {
    return (cell * this.orders + order) * this.shares.length + share;
  }

  /** Gap of a cell; over several orders their mean. */
  private gap(cell: number, orders: number[], share: number): number {
    return mean(orders.map((order) => Math.abs(this.whole[cell]! - this.probability[this.at(cell, order, share)]!)));
  }

  /** Area under a cell's gaps by the trapezoid rule from no gene taken (gap 0), over the last share. */
  private area(cell: number, orders: number[]): number {
    let [sum, x, y] = [0, 0, 0];
    this.shares.forEach((share, s) => {
      const gap = this.gap(cell, orders, s);
      sum += ((gap + y) / 2) * (share - x);
      [x, y] = [share, gap];
    });
    return sum / x;
  }

  report(core: CoreModule, names: string[], draws: number, units: Int32Array | undefined): Pick<DeletionReport, "curves" | "between"> {
    const cells = Array.from({ length: this.cells }, (_, cell) => cell);
    const interval = (of: (cell: number) => number): Interval =>
      unwrap(core.mean_interval({ values: Float32Array.from(cells, of), ...(units ? { units } : {}) }));
    const explained = cells.filter((cell) => !Number.isNaN(this.whole[cell]!));
    const random = Array.from({ length: draws }, (_, draw) => names.length + draw);
    const kinds: DeletionCurve["order"][] = ["own", "own-reverse", "own-for", "group"];
    const curve = (order: DeletionCurve["order"], name: string, orders: number[]): DeletionCurve => ({
      order,
      name,
      points: this.shares.map((share, s) => ({
        share,
        gap: interval((cell) => this.gap(cell, orders, s)),
        kept: mean(explained.map((cell) => mean(orders.map((one) => this.kept[this.at(cell, one, s)]!)))),
      })),
      area: interval((cell) => this.area(cell, orders)),
      lead: interval((cell) => this.area(cell, orders) - this.area(cell, random)),
    });
    const single = random.map((order) => interval((cell) => this.area(cell, [order])).value);
    return {
      curves: [...names.map((name, i) => curve(kinds[i] ?? "given", name, [i])), curve("random", "chance", random)],
      between: { low: Math.min(...single), high: Math.max(...single) },
    };
  }
}
