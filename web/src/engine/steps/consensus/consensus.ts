import { AnalysisError } from "../../../contract/errors";
import type { Consensus, ConsensusGroup } from "../../../contract/consensus";
import type { Phenotype } from "../../../contract/types";
import type { OpenedFile } from "../../file/opened-file";
import { NO_CLASS, type HeadStore } from "../../file/scores";
import { ontology, type Ontology } from "../trust/is-a";
import { CommonTerms } from "./common-term";

/** Of a model's labelled cells, the share whose class has a term: below it, the model speaks another language. */
const LEAST_NAMED = 0.5;

interface Voice {
  model: string;
  store: HeadStore;
  /** Term of each class; null where it has none. */
  terms: (string | null)[];
}

/** Models whose labels have terms, and the names of those whose labels have not. */
function voicesOf(
  file: OpenedFile,
  models: readonly string[],
  phenotype: Phenotype,
  terms: Ontology,
): { voices: Voice[]; leftOut: string[] } {
  const voices: Voice[] = [];
  const leftOut: string[] = [];
  for (const model of models) {
    const store = file.result(model).head(phenotype);
    if (!store) continue;
    const named = store.head.classes.map(({ ontologyId }) => terms.termOf(ontologyId, ontologyId) ?? null);
    let [labelled, withTerm] = [0, 0];
    for (let at = 0; at < store.top.length; at += store.k) {
      const code = store.top[at]!;
      if (code === NO_CLASS) continue;
      labelled++;
      if (named[code] !== null) withTerm++;
    }
    if (withTerm === 0 || withTerm < labelled * LEAST_NAMED) leftOut.push(model);
    else voices.push({ model, store, terms: named });
  }
  if (voices.length < 2)
    throw new AnalysisError(
      "bad-input",
      "A consensus needs two models whose classes have terms of the Cell Ontology; " +
        `${voices.length === 0 ? "none has" : `only ${voices[0]!.model} has`}. ` +
        "Add a model, or say which terms its classes are (Models, on the Data step).",
    );
  return { voices, leftOut };
}

/** The terms that the models give one cell. */
function termsAt(voices: readonly Voice[], cell: number): string[] {
  const found: string[] = [];
  for (const { store, terms } of voices) {
    const code = store.top[cell * store.k]!;
    const term = code === NO_CLASS ? null : terms[code]!;
    if (term !== null) found.push(term);
  }
  return found;
}

/** What some models agree on, cell by cell. */
export async function consensusOf(file: OpenedFile, models: readonly string[], phenotype: Phenotype): Promise<Consensus> {
  const terms = await ontology(file.asset);
  const { voices, leftOut } = voicesOf(file, models, phenotype, terms);
  const common = new CommonTerms(terms);
  const place = new Map<string, number>();
  const counts: number[] = [];
  const raw = new Int32Array(file.info.cells).fill(-1);
  const share = new Float32Array(file.info.cells).fill(NaN);
  let [cells, all] = [0, 0];
  for (let cell = 0; cell < raw.length; cell++) {
    const said = termsAt(voices, cell);
    if (said.length < 2) continue;
    cells++;
    const found = common.of(said);
    if (!found) continue;
    let at = place.get(found.term);
    if (at === undefined) {
      place.set(found.term, (at = counts.length));
      counts.push(0);
    }
    counts[at]!++;
    raw[cell] = at;
    share[cell] = found.models / said.length;
    if (found.models === said.length && said.every((one) => one === said[0])) all++;
  }
  const ids = [...place.keys()];
  const order = ids.map((_, i) => i).sort((a, b) => counts[b]! - counts[a]!);
  const rank = new Int32Array(order.length);
  order.forEach((i, to) => (rank[i] = to));
  return {
    phenotype,
    models: voices.map(({ model }) => model),
    leftOut,
    terms: order.map((i) => ({ id: ids[i]!, name: terms.nameOf(ids[i]!), cells: counts[i]! })),
    codes: raw.map((code) => (code < 0 ? -1 : rank[code]!)),
    share,
    cells,
    all: cells > 0 ? all / cells : NaN,
  };
}

/** What the models agree on in each of some groups. */
export async function consensusGroupsOf(
  file: OpenedFile,
  models: readonly string[],
  phenotype: Phenotype,
  groups: { labels: readonly string[]; codes: Int32Array },
): Promise<ConsensusGroup[]> {
  const terms = await ontology(file.asset);
  const { voices } = voicesOf(file, models, phenotype, terms);
  const common = new CommonTerms(terms);
  const saidOf: string[][][] = groups.labels.map(() => []);
  groups.codes.forEach((code, cell) => saidOf[code]?.push(termsAt(voices, cell)));
  return groups.labels.map((group, code) => {
    const said = saidOf[code]!;
    const named = said.flatMap((each) => (each.length >= 2 ? (common.of(each)?.term ?? []) : []));
    const best = named.length * 2 > said.length ? common.of(named) : null;
    if (!best) return { group, cells: said.length, id: "", name: "", share: NaN, models: NaN };
    const agree = said
      .filter((each) => each.length >= 2)
      .map((each) => each.filter((one) => common.isBelow(one, best.term)).length / each.length);
    return {
      group,
      cells: said.length,
      id: best.term,
      name: terms.nameOf(best.term),
      share: best.models / said.length,
      models: agree.reduce((sum, one) => sum + one, 0) / agree.length,
    };
  });
}
