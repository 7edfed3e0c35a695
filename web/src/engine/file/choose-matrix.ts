import type { MatrixInfo, ValueKind } from "../../contract/types";

const WORDS: Record<ValueKind, string> = {
  counts: "whole counts",
  "fractional-counts": "counts with fractions",
  log1p: "log-normalised values",
  scaled: "scaled values",
  empty: "no values",
};

/** Which values serve best, in order. */
const PREFERENCE: ValueKind[] = ["counts", "fractional-counts", "log1p", "scaled", "empty"];

/** The matrix to analyse: X, then raw/X, then layers, by the best values found; and one sentence why. */
export function chooseMatrix(matrices: MatrixInfo[]): { path: string; why: string } {
  const rank = ({ path }: MatrixInfo) => (path === "X" ? 0 : path.startsWith("raw") ? 1 : /count|raw|umi/i.test(path) ? 2 : 3);
  const order = [...matrices].sort((a, b) => PREFERENCE.indexOf(a.values) - PREFERENCE.indexOf(b.values) || rank(a) - rank(b));
  const taken = order[0];
  if (!taken) return { path: "", why: "The file holds no matrix." };
  const first = matrices.find(({ path }) => path === "X");
  const holds = `${taken.path} holds ${WORDS[taken.values]}`;
  // A 10x file has no X to miss.
  const misses = !first && /^(raw|layers)/.test(taken.path);
  if (taken.path === "X" || !first) return { path: taken.path, why: `${holds}${misses ? ", and X is absent" : ""}.` };
  return { path: taken.path, why: `${holds}, X only ${WORDS[first.values]}.` };
}
