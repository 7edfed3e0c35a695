import type { Metrics } from "../contract/types";
import type { ConfusionData } from "./confusion";

/** Predicted classes drawn on their own; smaller ones are folded into one column. */
export const COLUMNS = 28;

const FOLDED = "all others";

/**
 * Rows in an order where those mistaken for each other are neighbours: average linkage over (mistakes both ways) / sqrt(cells x cells), two
 * clusters joined at the ends that are most alike. The cluster with the largest row comes first.
 */
function bySimilarity(rows: readonly number[], counts: readonly number[][], totals: readonly number[]): number[] {
  const likeness = (a: number, b: number) => (counts[a][b] + counts[b][a]) / Math.sqrt(totals[a] * totals[b]);
  const mean = (first: readonly number[], second: readonly number[]) =>
    first.reduce((sum, a) => sum + second.reduce((part, b) => part + likeness(a, b), 0), 0) / (first.length * second.length);
  let clusters = rows.map((row) => [row]);
  while (clusters.length > 1) {
    let best: [number, number, number] = [0, 1, -1];
    for (let i = 0; i < clusters.length; i++) {
      for (let j = i + 1; j < clusters.length; j++) {
        const alike = mean(clusters[i], clusters[j]);
        if (alike > best[2]) best = [i, j, alike];
      }
    }
    const [i, j] = best;
    const joined = [clusters[i], [...clusters[i]].reverse()]
      .flatMap((first) =>
        [clusters[j], [...clusters[j]].reverse()].map((second) => ({
          order: [...first, ...second],
          seam: likeness(first[first.length - 1], second[0]),
        })),
      )
      .reduce((a, b) => (b.seam > a.seam ? b : a)).order;
    clusters = [...clusters.slice(0, i), joined, ...clusters.slice(i + 1, j), ...clusters.slice(j + 1)];
  }
  const order = clusters[0] ?? [];
  return order.indexOf(rows[0]) > order.length / 2 ? order.reverse() : order;
}

/**
 * The matrix as drawn: labels of the file that occur, the largest of them, in order of similarity; classes predicted,
 * small ones folded.
 */
export function confusionView({ confusion }: Metrics, limit = COLUMNS): ConfusionData {
  const { labels, counts } = confusion;
  const all = labels.map((_, i) => i);
  const rowTotal = all.map((r) => counts[r].reduce((sum, cells) => sum + cells, 0));
  const columnTotal = all.map((c) => counts.reduce((sum, row) => sum + row[c], 0));
  const rows = bySimilarity(
    all
      .filter((r) => rowTotal[r] > 0)
      .sort((a, b) => rowTotal[b] - rowTotal[a])
      .slice(0, limit),
    counts,
    rowTotal,
  );
  // Columns follow the rows, so that what is right lies on the diagonal; then classes no label of the file is.
  const others = all.filter((c) => columnTotal[c] > 0 && !rows.includes(c)).sort((a, b) => columnTotal[b] - columnTotal[a]);
  const room = Math.max(limit - rows.length, 3);
  const kept = [...rows, ...others.slice(0, others.length > room ? room - 1 : room)];
  const folded = others.filter((c) => !kept.includes(c));
  return {
    rows: rows.map((r) => labels[r]),
    columns: [...kept.map((c) => labels[c]), ...(folded.length > 0 ? [FOLDED] : [])],
    counts: rows.map((r) => [
      ...kept.map((c) => counts[r][c]),
      ...(folded.length > 0 ? [folded.reduce((sum, c) => sum + counts[r][c], 0)] : []),
    ]),
  };
}

/** The commonest mistakes, most cells first. */
export function commonMistakes({ confusion }: Metrics, most = 3): { label: string; called: string; cells: number; of: number }[] {
  const { labels, counts } = confusion;
  return counts
    .flatMap((row, r) => {
      const of = row.reduce((sum, cells) => sum + cells, 0);
      return row.map((cells, c) => ({ label: labels[r], called: labels[c], cells: r === c ? 0 : cells, of }));
    })
    .filter((one) => one.cells > 0)
    .sort((a, b) => b.cells - a.cells)
    .slice(0, most);
}
