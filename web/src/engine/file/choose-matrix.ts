import type { MatrixInfo, StoredAs } from "../../contract/types";
import { holds } from "./matrix-words";

/** A matrix and what it is compared with the others by. */
export interface Candidate {
  info: MatrixInfo;
  /** Largest share of a model's genes that it measures; without models its genes over those of the matrix with most. */
  coverage: number;
  /** Share of sampled cells in which it holds X up to a factor per cell; NaN where that cannot be told. */
  likeX: number;
}

/** A matrix that covers less than this of what the best one covers comes after it. */
const MUCH_LESS = 0.8;
/** Counts whose cells have less than this of the largest median total are a part of the molecules. */
const PART_OF_TOTAL = 0.5;
/** A layer that has this many times the genes of X in a cell was smoothed or made by a model. */
const DENSER = 1.2;
const SAME = 0.5;

/** Names that stand for counts; those of normalised or corrected ones do not. */
const NAMED_COUNTS = /(^|[_./ -])(raw|u?counts?|umis?)($|[_. -])/i;
const NAMED_OTHERWISE = /norm|log|scale|scaling|bin|cpm|tpm|cp10k|decont|soup|correct|ambient/i;
/** Smoothed over neighbours (scvelo's Ms and Mu), imputed, or said by a model. */
const NAMED_MADE = /^layers\/(m[su]|.*(velocity|scvi|totalvi|denois|imput|magic|smooth|reconstruct|predict|latent|fit_).*)$/i;
const NAMED_PART = /^layers\/((un)?spliced|ambiguous|mature|nascent|(ex|intr)onic|spanning)$/i;

/** What models can be given, best first. */
const READABLE: Partial<Record<StoredAs, number>> = {
  counts: 0,
  "square-roots": 0,
  log1p: 0,
  "log1p-twice": 0,
  proportions: 0,
  "fractional-counts": 0,
  mixed: 0,
  detected: 1,
  "unit-variance": 2,
  "unit-range": 2,
  scaled: 2,
  bins: 2,
  empty: 3,
};

export const isReadable = ({ scale, features }: MatrixInfo): boolean => !features && READABLE[scale.stored] === 0;

const isCounts = ({ values }: MatrixInfo) => values === "counts" || values === "fractional-counts";

interface Compared extends Candidate {
  all: Candidate[];
}

const xOf = ({ all }: Compared) => all.find(({ info }) => info.path === "X");

/** Whether its values were computed from measured ones of other cells, or by a model. */
function isMade(one: Compared): boolean {
  const { info, likeX } = one;
  if (info.path === "X" || likeX >= SAME) return false;
  const x = xOf(one);
  const isDenser =
    x !== undefined &&
    isReadable(x.info) &&
    info.values !== "counts" &&
    info.genes === x.info.genes &&
    info.look.detected > DENSER * x.info.look.detected;
  return NAMED_MADE.test(info.path) || isDenser;
}

/** Whether it holds some of the molecules that another matrix holds all of. */
function isPart(one: Compared): boolean {
  const { info, likeX, all } = one;
  if (info.path === "X" || likeX >= SAME) return false;
  if (NAMED_PART.test(info.path) && all.some((other) => other.info.path.includes("+"))) return true;
  const most = Math.max(
    ...all.filter((other) => other.info.genes === info.genes && isWholeCounts(other.info)).map(({ info: { look } }) => look.total),
  );
  return isWholeCounts(info) && info.look.total < PART_OF_TOTAL * most;
}

const isWholeCounts = ({ values, scale }: MatrixInfo) =>
  values === "counts" && (scale.stored === "counts" || scale.stored === "square-roots");

/** Whether it is a layer that X, which can be read, was not made of, and that does not say it holds the counts either. */
function isStranger(one: Compared): boolean {
  const { info, likeX } = one;
  const x = xOf(one);
  if (!x || !isReadable(x.info) || !info.path.startsWith("layers/") || info.genes !== x.info.genes) return false;
  return likeX < SAME && !(info.values === "counts" && isNamedCounts(info.path));
}

const isNamedCounts = (path: string) => path.includes("+") || (NAMED_COUNTS.test(path) && !NAMED_OTHERWISE.test(path));

const KIND_ORDER: StoredAs[][] = [["counts", "square-roots"], ["mixed"], ["fractional-counts"], ["log1p", "log1p-twice", "proportions"]];

function kindRank({ info, likeX }: Candidate): number {
  // Corrected counts that X was not made of serve no better than X's logarithms do.
  if (info.scale.stored === "fractional-counts" && info.path !== "X" && !(likeX >= SAME)) return KIND_ORDER.length;
  const at = KIND_ORDER.findIndex((kinds) => kinds.includes(info.scale.stored));
  return at < 0 ? KIND_ORDER.length : at;
}

function placeRank({ info: { path } }: Candidate): number {
  return path === "X" ? 0 : path.startsWith("raw") ? 1 : isNamedCounts(path) ? 2 : 3;
}

/**
 * What decides, in this order: smaller is better. `docs/formats.md` says it in words.
 * Names decide only between what values cannot tell apart, and never by the alphabet.
 */
const CRITERIA: { by: string; rank(one: Compared): number }[] = [
  { by: "features", rank: ({ info }) => Number(info.features !== undefined) },
  { by: "values", rank: ({ info }) => READABLE[info.scale.stored] ?? 3 },
  { by: "made", rank: (one) => Number(isMade(one)) },
  {
    by: "genes",
    rank: ({ coverage, all }) => {
      const best = Math.max(...all.filter(({ info }) => isReadable(info)).map((other) => other.coverage));
      return Number(coverage < MUCH_LESS * best);
    },
  },
  { by: "part", rank: (one) => Number(isPart(one)) },
  { by: "stranger", rank: (one) => Number(isStranger(one)) },
  // Of counts those that X was made of.
  {
    by: "source",
    rank: ({ info, likeX, all }) =>
      Number(
        isWholeCounts(info) && info.path !== "X" && likeX < SAME && all.some((other) => isWholeCounts(other.info) && other.likeX >= SAME),
      ),
  },
  { by: "kind", rank: (one) => kindRank(one) },
  { by: "place", rank: (one) => placeRank(one) },
  { by: "total", rank: ({ info }) => -(isCounts(info) ? info.look.total : 0) || 0 },
  { by: "size", rank: ({ info }) => -info.genes },
];

/** The first criterion by which two differ. */
function decisive(a: Compared, b: Compared): string {
  return CRITERIA.find(({ rank }) => rank(a) !== rank(b))?.by ?? "";
}

const count = (value: number) => value.toLocaleString("en");

/** Why `taken` comes before X. */
function reason(taken: Compared, x: Compared): string {
  const [mine, theirs] = [holds(taken.info.scale), holds(x.info.scale)];
  switch (decisive(taken, x)) {
    case "genes":
      return `${taken.info.path} holds ${mine} of ${count(taken.info.genes)} genes, X (${theirs}) only ${count(x.info.genes)}.`;
    case "values":
    case "kind":
      return `${taken.info.path} holds ${mine}, X only ${theirs}${taken.likeX >= SAME ? " made of them" : ""}.`;
    default:
      return `${taken.info.path} holds ${mine}, X ${theirs}.`;
  }
}

/** Matrices in order, the one to analyse first, and one sentence why it is. */
export function chooseMatrix(candidates: Candidate[]): { order: Candidate[]; why: string } {
  const compared: Compared[] = candidates.map((one) => ({ ...one, all: candidates }));
  const order = [...compared].sort((a, b) => {
    for (const { rank } of CRITERIA) if (rank(a) !== rank(b)) return rank(a) - rank(b);
    return 0;
  });
  const taken = order[0];
  if (!taken) return { order, why: "The file holds no matrix that can be used." };
  const x = order.find(({ info }) => info.path === "X");
  const misses = !x && /^(raw|layers)/.test(taken.info.path);
  if (!x || taken === x) return { order, why: `${taken.info.path} holds ${holds(taken.info.scale)}${misses ? ", and X is absent" : ""}.` };
  return { order, why: reason(taken, x) };
}

/** What would change if another matrix were taken, as words; empty where nothing would, or where it cannot be meant. */
export function difference(taken: Candidate, other: Candidate): string {
  const [a, b] = [taken.info, other.info];
  if (!isReadable(b) || !isReadable(a)) return "";
  const said: string[] = [];
  const whole = (share: number) => `${Math.round(100 * share)}%`;
  if (Math.abs(other.coverage - taken.coverage) > 0.01 || a.genes !== b.genes)
    said.push(
      `${count(b.genes)} genes instead of ${count(a.genes)} ` +
        `(${whole(other.coverage)} of a model's genes instead of ${whole(taken.coverage)})`,
    );
  if (isTotal(b) && isTotal(a) && Math.abs(b.look.total / a.look.total - 1) > 0.05)
    said.push(`a median of ${count(Math.round(b.look.total))} counts per cell instead of ${count(Math.round(a.look.total))}`);
  if (isTotal(b) && !isTotal(a)) said.push("counts, from which molecules per cell are known");
  if (said.length === 0 && !isSame(taken, other)) said.push("different values and so different predictions");
  return said.length === 0 ? "" : `${b.path} (${holds(b.scale)}): ${said.join(", ")}`;
}

const isTotal = (info: MatrixInfo) => isCounts(info) && info.scale.stored !== "proportions" && info.scale.stored !== "mixed";

/** Whether both hold X up to a factor per cell. */
function isSame(a: Candidate, b: Candidate): boolean {
  const like = ({ info, likeX }: Candidate) => info.path === "X" || likeX >= SAME;
  return a.info.genes === b.info.genes && like(a) && like(b);
}
