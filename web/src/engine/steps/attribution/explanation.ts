import { known, mean, median } from "../../../contract/numbers";
import type { AttributionGroup, AttributionReport, AttributionRequest, CellGene } from "../../../contract/operations/attribution";
import { unwrap, type CoreModule } from "../../base/core";
import type { ExplainedBlock, ExplainedCells } from "../../contract/attribution";
import { Kept } from "../../file/kept";
import type { Baselines } from "./baselines";
import type { ChosenBlock } from "../../pool/blocks";
import type { Lane } from "../../pool/lane-pool";
import type { ChosenCells } from "./cells";
import type { GeneContext } from "./gene-context";
import type { ExplainedLists } from "./gene-lists";

/** Above this a cell's completeness gap is warned about. */
const WIDE_GAP = 0.05;
/** Cells of a group named as examples. */
const EXAMPLES = 9;

/** What came of explaining some cells: per cell the logits, and for models of tokens the attributions themselves. */
export class Explanation {
  readonly atCell: Float32Array;
  readonly atBaseline: Float32Array;
  readonly gap: Float32Array;
  /** Mean attribution of each group's genes, once it is known: a copy, as reports are given away. */
  means: Float32Array[] = [];
  evaluations = 0;
  /** Attributions of some genes of a linear model in every chosen cell, by gene. */
  readonly ahead = new Map<number, Float32Array>();
  /** Of a linear model, what a unit of each gene adds to the logit explained: means over each group's cells. */
  weights: Float32Array[] | null = null;
  /** Chosen cells that have been visited. */
  done = 0;
  /** Of a reference, the label each chosen cell's own was compared with; -1 where there is none. */
  private readonly rivals: Int32Array;
  private readonly tokens = new Map<number, { genes: Int32Array; values: Float32Array }>();
  private readonly placeOf: Map<number, number>;

  constructor(
    readonly request: AttributionRequest,
    readonly chosen: ChosenCells,
    readonly baselines: Baselines,
    readonly lists: ExplainedLists,
    readonly genes: { symbols: string[]; ensemblIds: string[] },
    private readonly beside: ReturnType<GeneContext["of"]>,
  ) {
    const nothing = () => new Float32Array(chosen.cells.length).fill(NaN);
    this.atCell = nothing();
    this.atBaseline = nothing();
    this.gap = nothing();
    this.rivals = new Int32Array(chosen.cells.length).fill(-1);
    this.placeOf = new Map([...chosen.cells].map((cell, i) => [cell, i]));
  }

  put({ from, to }: ChosenBlock, block: ExplainedBlock): void {
    this.atCell.set(block.atCell, from);
    this.atBaseline.set(block.atBaseline, from);
    this.gap.set(block.gap, from);
    this.rivals.set(block.rivals, from);
    this.done += to - from;
    let at = 0;
    block.lengths.forEach((length, i) => {
      this.evaluations += block.steps[i]!;
      if (length > 0) this.tokens.set(from + i, { genes: block.genes.slice(at, at + length), values: block.values.slice(at, at + length) });
      at += length;
    });
  }

  /** Asks a lane that has started for the weights of the logits explained; a model may be fitted to each list of genes. */
  async readWeights(lane: Lane): Promise<void> {
    const { codes, against, groups, names } = this.chosen;
    const { lists, of: listOf, places, genes } = this.lists;
    const key = (i: number) => `${codes[i]} ${against[i]}`;
    const first = new Map([...codes.keys()].reverse().map((i) => [key(i), i]));
    const logits = [...first.values()];
    const rowOf = new Map([...first.keys()].map((name, row) => [name, row]));
    const sums = names.map(() => new Float64Array(genes.length));
    const counts = names.map(() => new Float64Array(genes.length));
    for (const [at, list] of lists.entries()) {
      const rows = await lane.call("explainWeights", {
        list,
        codes: Int32Array.from(logits, (i) => codes[i]!),
        against: Int32Array.from(logits, (i) => against[i]!),
      });
      const cells = names.map(() => new Float64Array(logits.length));
      groups.forEach((group, i) => listOf[i] === at && cells[group]![rowOf.get(key(i))!]!++);
      const own = places[at]!;
      cells.forEach((of, group) =>
        of.forEach((count, row) => {
          if (count === 0) return;
          for (let gene = 0; gene < own.length; gene++) {
            sums[group]![own[gene]!]! += count * rows[row * own.length + gene]!;
            counts[group]![own[gene]!]! += count;
          }
        }),
      );
    }
    this.weights = sums.map((of, group) => Float32Array.from(of, (sum, gene) => sum / counts[group]![gene]!));
  }

  /** Whether the file of a chosen cell measures a gene of the report. */
  measures(place: number, gene: number): boolean {
    return this.lists.places[this.lists.of[place]!]!.includes(gene);
  }

  /** What a lane is asked of a block. */
  asked({ first, count, from, to }: ChosenBlock): ExplainedCells {
    const { chosen, baselines } = this;
    return {
      range: { first, count },
      cells: Int32Array.from(chosen.cells.subarray(from, to), (cell) => cell - first),
      groups: chosen.groups.slice(from, to),
      parts: chosen.parts.slice(from, to),
      codes: chosen.codes.slice(from, to),
      against: chosen.against.slice(from, to),
      baselines: baselines.rowOf.slice(from, to),
    };
  }

  /** A cell's `most` genes of largest attribution, and the sum of the others'. */
  cell(
    place: number,
    { genes, values }: { genes: Int32Array; values: Float32Array },
    most: number,
  ): { genes: CellGene[]; rest: number; atCell: number; atBaseline: number } {
    const order = Array.from(values.keys()).sort((a, b) => Math.abs(values[b]!) - Math.abs(values[a]!));
    return {
      genes: order.slice(0, most).map((i) => ({ gene: genes[i]!, attribution: values[i]! })),
      rest: order.slice(most).reduce((sum, i) => sum + values[i]!, 0),
      atCell: this.atCell[place]!,
      atBaseline: this.atBaseline[place]!,
    };
  }

  /** Place of a cell among the chosen; undefined where it was not. */
  place(cell: number): number | undefined {
    return this.placeOf.get(cell);
  }

  /** A chosen cell's genes and attributions; undefined where the model is linear or the cell not done. */
  tokensOf(place: number): { genes: Int32Array; values: Float32Array } | undefined {
    return this.tokens.get(place);
  }

  /** Genes of largest mean attribution, the first of every group before the second of any. */
  strongest(each: number): number[] {
    const orders = this.means.map((mean) =>
      Array.from(mean.keys())
        .sort((a, b) => Math.abs(mean[b]!) - Math.abs(mean[a]!))
        .slice(0, each),
    );
    return [...new Set(Array.from({ length: each }, (_, i) => orders.flatMap((order) => (i < order.length ? [order[i]!] : []))).flat())];
  }

  /** Reports what lanes have summed so far, each of every list; `classes` are labels of the head explained. */
  groups(core: CoreModule, states: Uint8Array[][], classes: string[]): AttributionGroup[] {
    const { chosen } = this;
    const { places, genes } = this.lists;
    const sums = new core.Attribution();
    try {
      for (const ofLane of states)
        for (const [list, state] of ofLane.entries())
          unwrap(places.length === 1 ? sums.merge(state) : sums.merge_at(state, { places: places[list]!, genes: genes.length }));
      const members = chosen.names.map((): number[] => []);
      chosen.groups.forEach((group, i) => members[group]!.push(i));
      return chosen.names.map((name, group) => {
        const { parts, ...found } = unwrap(sums.report(group, { by_part: chosen.byDonor }));
        const of = (values: Float32Array) => members[group]!.map((i) => values[i]!);
        const gaps = known(of(this.gap));
        return {
          ...found,
          ...this.beside(group),
          name,
          // A copy, as reports are given away.
          weight: this.weights?.[group]?.slice() ?? null,
          rivals: this.rivalsOf(members[group]!, classes),
          eligible: chosen.eligible[group]!,
          donors: chosen.byDonor ? parts : 0,
          atCell: mean(known(of(this.atCell))),
          atBaseline: mean(known(of(this.atBaseline))),
          gap: median(gaps),
          examples: this.examples(members[group]!),
          gapAbove5: gaps.length === 0 ? NaN : gaps.filter((gap) => gap > WIDE_GAP).length / gaps.length,
        };
      });
    } finally {
      sums.delete();
    }
  }

  private rivalsOf(members: number[], classes: string[]): AttributionGroup["rivals"] {
    const cells = new Map<number, number>();
    const known = members.map((i) => this.rivals[i]!).filter((code) => code >= 0);
    for (const code of known) cells.set(code, (cells.get(code) ?? 0) + 1);
    return [...cells]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([code, count]) => ({ label: classes[code]!, share: count / known.length }));
  }

  private examples(members: number[]): number[] {
    const done = members.filter((i) => !Number.isNaN(this.atCell[i]!)).sort((a, b) => this.atCell[a]! - this.atCell[b]!);
    const count = Math.min(EXAMPLES, done.length);
    return Array.from({ length: count }, (_, k) => this.chosen.cells[done[Math.round(((k + 0.5) / count) * done.length - 0.5)]!]!);
  }

  report(how: Pick<AttributionReport, "groups" | "method" | "backend" | "seconds" | "seen" | "notes" | "cancelled">): AttributionReport {
    const { request, chosen } = this;
    this.means = how.groups.map(({ mean }) => mean.slice());
    return {
      ...how,
      model: request.model,
      phenotype: request.phenotype,
      units: chosen.byDonor ? "donors" : "cells",
      ...this.genes,
      cells: this.done,
      evaluations: this.evaluations,
      notes: [...chosen.notes, ...this.baselines.notes, ...how.notes],
    };
  }
}

/** What was explained last. */
export const EXPLAINED = new Kept<Explanation>("Nothing has been explained yet.");
