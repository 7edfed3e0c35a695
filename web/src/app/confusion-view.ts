import type { Metrics } from "../pipeline/types";
import type { ConfusionData } from "../plots/confusion";

/** Predicted classes drawn on their own; smaller ones are folded into one column. */
export const COLUMNS = 28;

const FOLDED = "all others";

/**
 * Rows in an order where neighbours are mistaken for each other or for the same things: from the largest on, each next is the most
 * similar one left (cosine of their rows, both directions of a mistake added).
 */
function bySimilarity(rows: readonly number[], counts: readonly number[][]): number[] {
  const profile = new Map(rows.map((r) => {
    const both = rows.map((c) => counts[r][c] + counts[c][r]);
    const size = Math.hypot(...both) || 1;
    return [r, both.map((cells) => cells / size)] as const;
  }));
  const likeness = (a: number, b: number) => profile.get(a)!.reduce((sum, cells, i) => sum + cells * profile.get(b)![i], 0);
  const left = [...rows];
  const order = left.splice(0, 1);
  while (left.length > 0) {
    const last = order[order.length - 1];
    const next = left.reduce((best, one) => (likeness(last, one) > likeness(last, best) ? one : best), left[0]);
    order.push(...left.splice(left.indexOf(next), 1));
  }
  return order;
}

/** The matrix as drawn: labels of the file that occur, the largest of them, in order of similarity; classes predicted, small ones folded. */
export function confusionView({ confusion }: Metrics, limit = COLUMNS): ConfusionData {
  const { labels, counts } = confusion;
  const all = labels.map((_, i) => i);
  const rowTotal = all.map((r) => counts[r].reduce((sum, cells) => sum + cells, 0));
  const columnTotal = all.map((c) => counts.reduce((sum, row) => sum + row[c], 0));
  const rows = bySimilarity(all.filter((r) => rowTotal[r] > 0).sort((a, b) => rowTotal[b] - rowTotal[a]).slice(0, limit), counts);
  // Columns follow the rows, so that what is right lies on the diagonal; then classes no label of the file is.
  const others = all.filter((c) => columnTotal[c] > 0 && !rows.includes(c)).sort((a, b) => columnTotal[b] - columnTotal[a]);
  const room = Math.max(limit - rows.length, 3);
  const kept = [...rows, ...others.slice(0, others.length > room ? room - 1 : room)];
  const folded = others.filter((c) => !kept.includes(c));
  return {
    rows: rows.map((r) => labels[r]),
    columns: [...kept.map((c) => labels[c]), ...(folded.length > 0 ? [FOLDED] : [])],
    counts: rows.map((r) => [...kept.map((c) => counts[r][c]), ...(folded.length > 0 ? [folded.reduce((sum, c) => sum + counts[r][c], 0)] : [])]),
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
