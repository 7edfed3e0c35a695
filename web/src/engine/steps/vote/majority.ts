import { HETEROGENEOUS } from "../../../contract/votes";

/** A label a cell: codes into `labels`, -1 where there is none. */
export interface Labelled {
  labels: string[];
  codes: Int32Array;
}

/** Labels in the order of their characters, as Python sorts them: ties go to the first. */
const inOrder = (a: string, b: string): number => {
  const [one, other] = [[...a], [...b]];
  const at = one.findIndex((letter, i) => letter !== other[i]);
  if (at < 0) return one.length - other.length;
  return other[at] === undefined ? 1 : one[at]!.codePointAt(0)! - other[at].codePointAt(0)!;
};

/**
 * Gives every cell the label that most cells of its cluster have (CellTypist's majority_vote); a cluster whose commonest label
 * has less than `minProp` of its labelled cells is called heterogeneous. Of labels as common as one another the first
 * in alphabetical order wins. A cell that is `withheld` (of another species than the model's) gets no label from its cluster either.
 */
export function majorityOf(
  predicted: Labelled,
  clusters: Labelled,
  minProp: number,
  isWithheld: (cell: number) => boolean = () => false,
): Labelled & { codes: Int32Array<ArrayBuffer> } {
  const names = [...new Set(predicted.labels)].sort(inOrder);
  const place = new Map(names.map((name, i) => [name, i]));
  const codeOf = Int32Array.from(predicted.labels, (label) => place.get(label)!);
  const width = names.length;
  const votes = new Uint32Array(clusters.labels.length * width);
  predicted.codes.forEach((code, cell) => {
    const cluster = clusters.codes[cell]!;
    if (code >= 0 && cluster >= 0) votes[cluster * width + codeOf[code]!]!++;
  });
  const labels = [...names, HETEROGENEOUS];
  const winners = clusters.labels.map((_, cluster) => {
    const own = votes.subarray(cluster * width, (cluster + 1) * width);
    let [best, sum] = [0, 0];
    own.forEach((count, label) => {
      sum += count;
      if (count > own[best]!) best = label;
    });
    if (sum === 0) return -1;
    return own[best]! / sum < minProp ? width : best;
  });
  return { labels, codes: Int32Array.from(clusters.codes, (cluster, cell) => (cluster < 0 || isWithheld(cell) ? -1 : winners[cluster]!)) };
}
