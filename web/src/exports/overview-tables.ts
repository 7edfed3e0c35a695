import type { Annotation } from "../contract/annotation";
import { groupsOfAnnotation, writtenName } from "../contract/annotation-cells";
import type { HeadInfo, HeadScores, ModelInfo } from "../contract/types";

/** What a model's main head says of every cell. */
export interface MainScores {
  model: ModelInfo;
  head: HeadInfo;
  scores: HeadScores;
}

/** The code of each cell's first class, -1 for none. */
export const firstClasses = ({ head, scores }: MainScores, cells: number): Int32Array =>
  Int32Array.from({ length: cells }, (_, cell) => {
    const code = cell < scores.cells ? scores.top[cell * scores.k]! : -1;
    return code >= 0 && code < head.classes.length ? code : -1;
  });

/** Cells that two models call something else. */
export interface Differing {
  models: [string, string];
  /** Cells that both label, and those of them with labels of which neither is a kind of the other. */
  cells: number;
  differ: number;
  /** Most cells first. */
  pairs: { labels: [string, string]; cells: number }[];
}

/** Pairs shown. */
const MOST_PAIRS = 15;

/** The first two models whose main heads say the same kind of thing; null where there are none. */
function comparable(all: readonly MainScores[]): [MainScores, MainScores] | null {
  for (const first of all) {
    const second = all.find((one) => one !== first && one.head.phenotype === first.head.phenotype);
    if (second) return [first, second];
  }
  return null;
}

/** Terms of the classes of two models. */
const termsOf = (pair: readonly MainScores[]): string[] => [
  ...new Set(pair.flatMap(({ head }) => head.classes.map(({ ontologyId }) => ontologyId).filter(Boolean))),
];

/**
 * Where two models differ; a finer and a coarser name of one type do not. `above` has every term above each of `termsOf`, and itself. A
 * class without a term is the same as one of its name alone.
 */
export function differing(
  [first, second]: [MainScores, MainScores],
  cells: number,
  above: ReadonlyMap<string, readonly string[]>,
): Differing {
  const [a, b] = [firstClasses(first, cells), firstClasses(second, cells)];
  const isSame = (i: number, j: number) => {
    const [one, other] = [first.head.classes[i]!, second.head.classes[j]!];
    if (one.label === other.label) return true;
    const [id, otherId] = [one.ontologyId, other.ontologyId];
    return Boolean(id && otherId) && (id === otherId || above.get(id)?.includes(otherId) || above.get(otherId)?.includes(id)) === true;
  };
  const of = second.head.classes.length;
  const counts = new Map<number, number>();
  let both = 0;
  for (let cell = 0; cell < cells; cell++) {
    if (a[cell]! < 0 || b[cell]! < 0) continue;
    both++;
    const key = a[cell]! * of + b[cell]!;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const pairs = [...counts]
    .map(([key, n]) => ({ codes: [Math.floor(key / of), key % of] as const, cells: n }))
    .filter(({ codes: [i, j] }) => !isSame(i, j))
    .sort((one, other) => other.cells - one.cells || one.codes[0] - other.codes[0] || one.codes[1] - other.codes[1]);
  return {
    models: [first.model.title, second.model.title],
    cells: both,
    differ: pairs.reduce((sum, one) => sum + one.cells, 0),
    pairs: pairs.slice(0, MOST_PAIRS).map(({ codes: [i, j], cells: n }) => ({
      labels: [first.head.classes[i]!.label, second.head.classes[j]!.label],
      cells: n,
    })),
  };
}

/** Where two models differ, of the first two that can be compared; `ask` gives every term above each of some. */
export async function whereTheyDiffer(
  all: readonly MainScores[],
  cells: number,
  ask: (ids: string[]) => Promise<string[][]>,
): Promise<Differing | null> {
  const pair = comparable(all);
  if (!pair) return null;
  const ids = termsOf(pair);
  const above = await ask(ids);
  return differing(pair, cells, new Map(ids.map((id, i) => [id, above[i]!])));
}

/** A cluster with what each model says most often of its cells, and the share of its cells that go by it. */
export interface ClusterRow {
  cluster: string;
  cells: number;
  name: string;
  says: { label: string; share: number }[];
}

/** A row a cluster; `names` are what clusters were called, '' for none. */
export function clusterRows(
  codes: Int32Array,
  sizes: readonly number[],
  names: readonly string[],
  all: readonly MainScores[],
): ClusterRow[] {
  const tops = all.map((one) => {
    const first = firstClasses(one, codes.length);
    const counts = sizes.map(() => new Map<number, number>());
    codes.forEach((cluster, cell) => {
      if (cluster >= 0 && first[cell]! >= 0) counts[cluster]!.set(first[cell]!, (counts[cluster]!.get(first[cell]!) ?? 0) + 1);
    });
    return counts.map((of, cluster) => {
      const [top] = [...of].sort(([k, n], [l, m]) => m - n || k - l);
      return top ? { label: one.head.classes[top[0]]!.label, share: top[1] / sizes[cluster]! } : { label: "", share: 0 };
    });
  });
  return sizes.map((cells, i) => ({ cluster: String(i), cells, name: names[i] ?? "", says: tops.map((of) => of[i]!) }));
}

/** Names that the cells of each cluster were given, the first ones met first; '' where none was. */
export function namesOfClusters(codes: Int32Array, clusters: number, annotation: Annotation): string[] {
  const groups = groupsOfAnnotation(annotation).codes;
  const found = Array.from({ length: clusters }, () => new Set<string>());
  codes.forEach((cluster, cell) => {
    const group = annotation.groups[groups[cell]!];
    const name = group ? writtenName(group) : "";
    if (cluster >= 0 && name) found[cluster]!.add(name);
  });
  return found.map((names) => [...names].join("; "));
}
