import type { UnseenClasses } from "../../../contract/training";
import { unwrap, type CoreModule } from "../../base/core";
import type { FitTask } from "./fits";

/** Up to so many classes are left out one by one; more, a tenth of them at a time. */
const TURNS = 10;
/** Share of known cells that may be called unseen. */
const FALSE_ALARMS = 0.05;

/** What a model without some classes said of cells it did not train on. */
export interface LeftOut {
  group: Set<number>;
  rows: Int32Array;
  logits: Float32Array;
}

/** Models that never saw some of the classes, asked about held-out cells of all. */
export function unseenJobs(
  train: Int32Array,
  rows: Int32Array,
  classes: number,
  fit: (codes: Int32Array) => FitTask["fit"],
  results: LeftOut[],
): FitTask[] {
  // With two classes, leaving one out leaves nothing to tell apart.
  if (classes < 3) return [];
  return Array.from({ length: Math.min(TURNS, classes) }, (_, turn): FitTask => {
    const group = new Set(Array.from({ length: classes }, (_, code) => code).filter((code) => code % TURNS === turn));
    return {
      fit: fit(train.map((code) => (group.has(code) ? -1 : code))),
      done: ({ logits }) => void results.push({ group, rows, logits }),
    };
  });
}

/** How well doubt tells cells of classes left out from cells of the others, and the entropy above which a cell is flagged. */
export function unseenClasses(
  core: CoreModule,
  codes: Int32Array,
  labels: string[],
  heldOut: Float32Array,
  truth: Int32Array,
  temperature: number,
  leftOut: LeftOut[],
): UnseenClasses | null {
  const entropy: number[] = [];
  const margin: number[] = [];
  const far: number[] = [];
  const isUnseen: number[] = [];
  const owners: number[] = [];
  for (const { group, rows, logits } of leftOut) {
    // Like with like: where this fit puts the cells it calls one class.
    const classes = labels.length;
    const code = Uint16Array.from(rows, (_, i) => codeOf(logits.subarray(i * classes, (i + 1) * classes)));
    const distances = unwrap(core.profile_distances({ values: logits, code, dims: classes, classes }));
    rows.forEach((row, i) => {
      const doubt = doubtOf(logits.subarray(i * labels.length, (i + 1) * labels.length), temperature);
      if (codes[row]! < 0 || !doubt) return;
      entropy.push(doubt.entropy);
      margin.push(1 - doubt.margin);
      far.push(distances[i]!);
      isUnseen.push(Number(group.has(codes[row]!)));
      owners.push(codes[row]!);
    });
  }
  const total = isUnseen.reduce((sum, one) => sum + one, 0);
  if (total === 0 || total === isUnseen.length) return null;
  // A few thousand cells tell an AUROC to a hundredth.
  const step = Math.ceil(isUnseen.length / 10_000);
  const some = (values: number[]) => values.filter((_, i) => i % step === 0);
  const auroc = (score: number[]) =>
    unwrap(core.roc({ score: Float32Array.from(some(score)), positive: Uint8Array.from(some(isUnseen)) })).auroc.value;
  const known: number[] = [];
  truth.forEach((code, row) => {
    const doubt = code >= 0 && doubtOf(heldOut.subarray(row * labels.length, (row + 1) * labels.length), temperature);
    if (doubt) known.push(doubt.entropy);
  });
  known.sort((a, b) => a - b);
  const threshold = known[Math.min(known.length - 1, Math.ceil(known.length * (1 - FALSE_ALARMS)))]!;
  const share = (is: (i: number) => boolean) => {
    const chosen = isUnseen.flatMap((one, i) => (one && is(i) ? [i] : []));
    return chosen.length ? chosen.filter((i) => entropy[i]! > threshold).length / chosen.length : NaN;
  };
  return {
    entropy: auroc(entropy),
    margin: auroc(margin),
    distance: far.some(Number.isNaN) ? NaN : auroc(far),
    threshold,
    found: share(() => true),
    perClass: labels.map((label, code) => ({ label, found: share((i) => owners[i] === code) })).filter(({ found }) => !Number.isNaN(found)),
  };
}

const NO_CODE = 65_535;

/** The class of the largest logit; none without logits. */
function codeOf(logits: Float32Array): number {
  return Number.isNaN(logits[0]!) ? NO_CODE : logits.reduce((most, logit, c) => (logit > logits[most]! ? c : most), 0);
}

/** Entropy over ln(classes) and the first probability's lead; null without logits. */
export function doubtOf(logits: Float32Array, temperature: number): { entropy: number; margin: number } | null {
  if (Number.isNaN(logits[0]!)) return null;
  const most = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const weights = Float64Array.from(logits, (logit) => Math.exp((logit - most) / temperature));
  const sum = weights.reduce((a, b) => a + b, 0);
  let entropy = 0;
  let second = 0;
  let first = 0;
  for (const weight of weights) {
    const p = weight / sum;
    if (p > 0) entropy -= p * Math.log(p);
    if (p > first) [first, second] = [p, first];
    else if (p > second) second = p;
  }
  return { entropy: entropy / Math.log(logits.length), margin: first - second };
}
