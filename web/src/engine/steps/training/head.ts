import type { CurvePoint, HeldOut, Recipe, TrainedHead, TrainRequest } from "../../../contract/training";
import { unwrap, type CoreModule } from "../../base/core";
import type { FitReply } from "../../contract/training";
import type { FitTask } from "./fits";
import type { Donors, Labels } from "./labels";
import { unseenJobs, unseenClasses, type LeftOut } from "./unseen";

/** Shares of the training cells, and numbers of genes, of the learning curves. */
const SHARES = [0.1, 0.25, 0.5];
const GENES = [100, 500, 2000];

export type FinalMap = NonNullable<FitReply["map"]>;

/** One head on its way: what is fitted for it, and what is known of its held-out cells. */
export class HeadTraining {
  map: FinalMap | null = null;
  readonly curve: CurvePoint[] = [];
  private readonly codes: Int32Array;
  private readonly folds: Int32Array;
  /** Donors of the sample's rows; null: every cell for itself. */
  private readonly units: Int32Array | null;
  /** Cells of the file that a row stands for. */
  private readonly weights: number[];
  private readonly logits: Float32Array;
  private readonly predicted: Int32Array;
  private readonly randomPredicted: Int32Array;
  private readonly leftOut: LeftOut[] = [];
  private final: FitReply | null = null;
  private readonly tested: Int32Array[];

  constructor(
    private readonly core: CoreModule,
    private readonly request: TrainRequest,
    private readonly labels: Labels,
    private readonly donors: Donors | null,
    cells: Int32Array,
  ) {
    this.codes = Int32Array.from(cells, (cell) => labels.codes[cell]!);
    const sampled = new Float64Array(labels.classes.length);
    for (const code of this.codes) if (code >= 0) sampled[code]!++;
    this.weights = Array.from(this.codes, (code) => (code < 0 ? 0 : labels.classes[code]!.cells / sampled[code]!));
    const { folds, seed } = request;
    const groups = donors && Int32Array.from(cells, (cell) => donors.codes[cell]!);
    const canHoldDonors = groups !== null && new Set(groups.filter((_, row) => this.codes[row]! >= 0)).size > 1;
    this.units = canHoldDonors ? groups : null;
    this.folds = unwrap(
      canHoldDonors
        ? core.group_folds({ codes: this.codes, groups: groups!, folds })
        : core.stratified_folds({ codes: this.codes, folds, seed }),
    );
    const count = Math.max(...this.folds) + 1;
    this.tested = Array.from({ length: count }, (_, fold) => rowsWhere(this.folds, (one) => one === fold));
    this.logits = new Float32Array(this.codes.length * labels.classes.length).fill(NaN);
    this.predicted = new Int32Array(this.codes.length).fill(-1);
    this.randomPredicted = new Int32Array(this.codes.length).fill(-1);
  }

  get classes(): number {
    return this.labels.classes.length;
  }

  /** Its training cells by class and by what is left out together: donors, or shares of the cells. */
  get groups(): { codes: Int32Array; folds: Int32Array } {
    return { codes: this.codes, folds: this.units ?? this.folds };
  }

  get name(): Pick<Labels, "phenotype" | "column" | "classes"> {
    return this.labels;
  }

  /** The model itself, and one of every fold: genes, scaling and components chosen anew without the fold's cells. */
  jobs(): FitTask[] {
    const whole: FitTask = {
      fit: { ...this.fit(this.codes, new Int32Array()), isKept: true },
      done: (reply) => {
        this.final = reply;
        this.map = reply.map;
      },
    };
    return [
      whole,
      ...this.tested
        .map((rows, fold): FitTask => ({
          fit: this.fit(this.without(fold), rows),
          done: ({ logits }) =>
            rows.forEach((row, i) => {
              const own = logits.subarray(i * this.classes, (i + 1) * this.classes);
              this.logits.set(own, row * this.classes);
              this.predicted[row] = best(own);
            }),
        }))
        .filter(({ fit }) => canLearn(fit.codes)),
    ];
  }

  /** What teaches: the random split, less to learn from, classes never seen. */
  lessons(): FitTask[] {
    const jobs: FitTask[] = [];
    if (this.units) {
      const split = unwrap(this.core.stratified_folds({ codes: this.codes, folds: 5, seed: this.request.seed }));
      const rows = rowsWhere(split, (fold) => fold === 0);
      jobs.push({
        fit: this.fit(
          this.codes.map((code, row) => (split[row] === 0 ? -1 : code)),
          rows,
        ),
        done: ({ logits }) =>
          rows.forEach((row, i) => (this.randomPredicted[row] = best(logits.subarray(i * this.classes, (i + 1) * this.classes)))),
      });
    }
    if (!this.request.isThorough) return jobs.filter(({ fit }) => canLearn(fit.codes));
    const train = this.without(0);
    const parts = unwrap(this.core.stratified_folds({ codes: train, folds: 20, seed: this.request.seed }));
    for (const share of SHARES)
      jobs.push(
        this.point(
          train.map((code, row) => (parts[row]! < share * 20 ? code : -1)),
          this.request.recipe,
        ),
      );
    const { choice, genes, classifier } = this.request.recipe;
    if (choice !== "all" && classifier !== "projection")
      for (const fewer of GENES) if (fewer < genes) jobs.push(this.point(train, { ...this.request.recipe, genes: fewer }));
    jobs.push(...unseenJobs(train, this.tested[0]!, this.classes, (codes) => this.fit(codes, this.tested[0]!), this.leftOut));
    return jobs.filter(({ fit }) => canLearn(fit.codes));
  }

  report(): TrainedHead {
    const { core, labels, codes, classes } = this;
    const truth = codes.map((code, row) => (Number.isNaN(this.logits[row * classes]!) ? -1 : code));
    const heldOut = this.score(this.predicted, truth);
    const temperature = unwrap(core.fit_logit_temperature({ logits: this.logits, classes, truth, weights: this.weights }));
    const value = Number(temperature.value.toFixed(4));
    const { majority } = heldOut;
    const majorityLabel = labels.classes.reduce((most, one) => (one.cells > most.cells ? one : most)).label;
    return {
      phenotype: labels.phenotype,
      column: labels.column,
      cells: labels.cells,
      sampled: codes.reduce((sum, code) => sum + Number(code >= 0), 0),
      unlabelled: labels.unlabelled,
      donors: this.donors?.count ?? 0,
      classes: this.perClass(truth),
      heldOut: heldOut.score,
      top3: this.amongFirst(3, truth),
      random: this.randomScore(),
      majority,
      majorityLabel,
      ...verdict(heldOut.score, majority, majorityLabel),
      temperature: value,
      loss: { before: temperature.before, after: temperature.after },
      genes: this.final?.genes ?? 0,
      components: this.final?.components ?? 0,
      clusters: this.map?.clusters ?? 0,
      curve: this.withWhole(heldOut.score),
      unseen: unseenClasses(
        core,
        codes,
        labels.classes.map(({ label }) => label),
        this.logits,
        truth,
        value,
        this.leftOut,
      ),
    };
  }

  private fit(codes: Int32Array, test: Int32Array): FitTask["fit"] {
    return { codes, classes: this.classes, recipe: this.request.recipe, seed: this.request.seed, test, isKept: false };
  }

  private without(fold: number): Int32Array {
    return this.codes.map((code, row) => (this.folds[row] === fold ? -1 : code));
  }

  private point(codes: Int32Array, recipe: Recipe): FitTask {
    const rows = this.tested[0]!;
    return {
      fit: { ...this.fit(codes, rows), recipe },
      done: ({ logits, cells, genes }) => {
        const predicted = new Int32Array(this.codes.length).fill(-1);
        rows.forEach((row, i) => (predicted[row] = best(logits.subarray(i * this.classes, (i + 1) * this.classes))));
        // One fold may be one donor: its cells are what can be resampled.
        const { score } = this.score(predicted, this.ofFirst(), null);
        this.curve.push({ cells, genes, accuracy: score.accuracy, macroF1: score.macroF1.value });
      },
    };
  }

  /** The curve with what all training cells of its fold gave. */
  private withWhole(heldOut: HeldOut): CurvePoint[] {
    if (this.curve.length === 0 || !this.final) return [];
    const { score } = this.score(this.predicted, this.ofFirst(), null);
    const cells = this.without(0).reduce((sum, code) => sum + Number(code >= 0), 0);
    const points = [
      ...this.curve,
      { cells, genes: this.final.genes, accuracy: score.cells > 0 ? score.accuracy : heldOut.accuracy, macroF1: score.macroF1.value },
    ];
    return points.sort((a, b) => a.cells - b.cells || a.genes - b.genes);
  }

  private ofFirst(): Int32Array {
    return this.codes.map((code, row) => (this.folds[row] === 0 ? code : -1));
  }

  private score(predicted: Int32Array, truth: Int32Array, units = this.units): { score: HeldOut; majority: number } {
    const { majority, ...score } = unwrap(
      this.core.score_held_out({
        truth,
        predicted,
        classes: this.classes,
        weights: this.weights,
        ...(units ? { units } : {}),
      }),
    );
    return { score: { ...score, by: units ? "donors" : "cells" }, majority };
  }

  private randomScore(): HeldOut | null {
    if (!this.units) return null;
    const truth = this.codes.map((code, row) => (this.randomPredicted[row]! < 0 ? -1 : code));
    const { score } = this.score(this.randomPredicted, truth, null);
    return score.cells > 0 ? score : null;
  }

  /** Share of the cells with a truth for which fewer than so many other classes have a larger logit. */
  private amongFirst(most: number, truth: Int32Array): number {
    let all = 0;
    let among = 0;
    truth.forEach((code, row) => {
      if (code < 0) return;
      const own = this.logits.subarray(row * this.classes, (row + 1) * this.classes);
      all += this.weights[row]!;
      if (own.reduce((larger, logit) => larger + Number(logit > own[code]!), 0) < most) among += this.weights[row]!;
    });
    return all > 0 ? among / all : NaN;
  }

  private perClass(truth: Int32Array): TrainedHead["classes"] {
    const { classes } = this.labels;
    const top = Uint16Array.from(this.predicted, (code) => (code < 0 ? 65_535 : code));
    const found = unwrap(
      this.core.evaluate({
        k: 1,
        top,
        probability: new Float32Array(top.length),
        entropy: new Float32Array(top.length),
        truth,
        classes: classes.length,
      }),
    );
    const byCode = new Map(found.perClass.map((one) => [one.code, one]));
    const sampled = new Float64Array(classes.length);
    for (const code of this.codes) if (code >= 0) sampled[code]!++;
    return classes.map(({ label, cells, donors }, code) => {
      const one = byCode.get(code);
      return {
        label,
        cells,
        sampled: sampled[code]!,
        donors,
        recall: one?.recall ?? { value: NaN, low: NaN, high: NaN },
        precision: one?.precision ?? NaN,
        f1: one?.f1 ?? NaN,
      };
    });
  }
}

export function best(logits: Float32Array): number {
  let most = 0;
  for (let i = 1; i < logits.length; i++) if (logits[i]! > logits[most]!) most = i;
  return Number.isNaN(logits[0]!) ? -1 : most;
}

function rowsWhere(values: Int32Array, is: (value: number) => boolean): Int32Array {
  const rows: number[] = [];
  values.forEach((value, row) => is(value) && rows.push(row));
  return Int32Array.from(rows);
}

function canLearn(codes: Int32Array): boolean {
  const first = codes.find((code) => code >= 0);
  return first !== undefined && codes.some((code) => code >= 0 && code !== first);
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

function verdict(
  { accuracy, balancedAccuracy, by, cells }: HeldOut,
  majority: number,
  label: string,
): { verdict: string; isUseful: boolean } {
  if (cells === 0)
    return {
      isUseful: false,
      verdict: "Nothing could be held out: every class has its cells in one fold. The accuracy of the model is not known.",
    };
  const who = by === "donors" ? "On donors it has not seen" : "On cells it has not seen, of the same donors or of unknown ones,";
  const range = Number.isNaN(accuracy.low) ? "" : ` (95% interval ${percent(accuracy.low)} to ${percent(accuracy.high)})`;
  const baseline = `always saying ${label} is right in ${percent(majority)}`;
  const low = Number.isNaN(accuracy.low) ? accuracy.value : accuracy.low;
  if (low <= majority)
    return {
      isUseful: false,
      verdict:
        `No better than chance can explain: ${who.charAt(0).toLowerCase()}${who.slice(1)} it is right in ` +
        `${percent(accuracy.value)} of cells${range}, and ${baseline}. Do not use it.`,
    };
  return {
    isUseful: true,
    verdict:
      `${who} it is right in ${percent(accuracy.value)} of cells${range}, in ${percent(balancedAccuracy.value)} of an ` +
      `average class; ${baseline}.`,
  };
}
