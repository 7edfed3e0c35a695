import type { MajorityVote } from "../../contract/votes";
import { NO_CLASS, type HeadStore } from "../file/scores";
import type { KnownLabels } from "../results/known-labels";
import { category, type NewColumn } from "./new-column";

const firstClass = ({ k, top, entropy }: HeadStore): Int32Array =>
  Int32Array.from(entropy, (_, cell) => (top[cell * k] === NO_CLASS ? -1 : top[cell * k]!));

const labelsOf = ({ head }: HeadStore) => head.classes.map(({ label }) => label);

function* sureness({ k, probability, entropy }: HeadStore, first: Int32Array, name: string): Generator<NewColumn> {
  const known = (value: (cell: number) => number) => Float32Array.from(first, (code, cell) => (code < 0 ? NaN : value(cell)));
  yield { name: `${name}_probability`, kind: "number", values: known((cell) => probability[cell * k]!) };
  yield { name: `${name}_entropy`, kind: "number", values: known((cell) => entropy[cell]!) };
}

/**
 * The prediction that stands for all: label, probability, entropy (nats), and as `_known` the label at the level that is supported,
 * `unknown` where none is.
 */
export function* chosenColumns(store: HeadStore, name: string, known: KnownLabels): Generator<NewColumn> {
  const first = firstClass(store);
  yield { name, ...category(first, labelsOf(store)) };
  yield* sureness(store, first, name);
  yield { name: `${name}_known`, ...category(known.codes, known.labels) };
}

/** All that a head says: label, ontology term, where asked for all classes above a threshold, a reference's fit, probability, entropy. */
export function* headColumns(store: HeadStore, name: string): Generator<NewColumn> {
  const { head, fits } = store;
  const first = firstClass(store);
  yield { name, ...category(first, labelsOf(store)) };
  if (head.classes.some(({ ontologyId }) => ontologyId)) {
    const ids = head.classes.map(({ ontologyId }) => ontologyId);
    yield { name: `${name}_ontology_term_id`, ...category(first, ids) };
  }
  const { labels, codes } = store.labelled();
  if (store.hasMatches) yield { name: `${name}_prob_match`, ...category(Int32Array.from(codes), labels) };
  if (fits) {
    yield { name: `${name}_score`, kind: "number", values: fits.score };
    yield { name: `${name}_delta`, kind: "number", values: fits.delta };
    const pruned = store.pruned()!;
    const marks = first.map((code, cell) => (code < 0 ? -1 : pruned[cell]!));
    yield { name: `${name}_pruned`, ...category(marks, ["False", "True"]) };
  }
  yield* sureness(store, first, name);
}

/** What clusters voted, and which cluster each cell is of. */
export function* voteColumns({ labels, codes, clusters, clusterCodes }: MajorityVote, name: string): Generator<NewColumn> {
  yield { name: `${name}_majority_voting`, ...category(codes, labels) };
  yield { name: `${name}_over_clustering`, ...category(clusterCodes, clusters) };
}
