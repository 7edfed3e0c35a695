import { AnalysisError, toWire } from "../../../contract/errors";
import type { Consensus, ConsensusGroup } from "../../../contract/consensus";
import type { Phenotype } from "../../../contract/types";
import type { OpenedFile } from "../../file/opened-file";
import { ANALYZED } from "../../file/analyzed";
import { NO_CLASS, type HeadStore } from "../../file/scores";
import { ontology, type Ontology } from "../trust/is-a";
import { CommonTerms } from "./common-term";

/** Of a model's labelled cells, the share whose class has a term: below it, the model speaks another language. */
const LEAST_NAMED = 0.5;

/** A model whose labels have terms. */
export interface Voice {
  model: string;
  store: HeadStore;
  /** Term of each class; null where it has none. */
  terms: (string | null)[];
}

/** Models whose labels have terms, and the names of those whose labels have not. */
export function voicesOf(
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
  return { voices, leftOut };
}

function atLeastTwo(voices: readonly Voice[]): void {
  if (voices.length < 2)
    throw new AnalysisError(
      "bad-input",
      "A consensus needs two models whose classes have terms of the Cell Ontology; " +
        `${voices.length === 0 ? "none has" : `only ${voices[0]!.model} has`}. ` +
        "Add a model, or say which terms its classes are (Models, on the Data step).",
    );
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
  atLeastTwo(voices);
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

/** What all models that have run agree on in every cell; null where fewer than two can be compared. */
export async function savedConsensus(file: OpenedFile): Promise<Consensus | null> {
  const models = [...(ANALYZED.last(file)?.results ?? [])].flatMap(([name, results]) => (results.done > 0 ? [name] : []));
  if (models.length < 2) return null;
  try {
    return await consensusOf(file, models, "cell_type");
  } catch (error) {
    if (toWire(error).code !== "bad-input") throw error;
    return null;
  }
}

/** Terms that models give a cell, and of how many cells of a group. */
export interface Said {
  terms: string[];
  cells: number;
}

/** What models say of the cells of each group, alike cells together; cells that no model gives a term say nothing (`terms` empty). */
export function saidOf(voices: readonly Voice[], groups: { names: readonly string[]; codes: Int32Array }): Said[][] {
  const all = groups.names.map(() => new Map<string, Said>());
  groups.codes.forEach((code, cell) => {
    const known = all[code];
    // A cell that a model has not read yet says nothing of what the models agree on.
    if (!known || voices.some(({ store }) => Number.isNaN(store.entropy[cell]!))) return;
    const terms = termsAt(voices, cell);
    const key = terms.join(" ");
    const same = known.get(key);
    if (same) same.cells++;
    else known.set(key, { terms, cells: 1 });
  });
  return all.map((known) => [...known.values()]);
}

/** Cells by the term that their models agree on; with one model, by its own. */
export function agreedTerms(common: CommonTerms, said: readonly Said[], least: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { terms, cells } of said) {
    const term = terms.length < least ? undefined : terms.length === 1 ? terms[0] : common.of(terms)?.term;
    if (term !== undefined) counts.set(term, (counts.get(term) ?? 0) + cells);
  }
  return counts;
}

/** The term that more than half of a group's cells go by, and the mean share of models that agree on it; null where there is none. */
export function agreedOn(common: CommonTerms, said: readonly Said[]): { term: string; share: number; models: number } | null {
  const cells = said.reduce((sum, one) => sum + one.cells, 0);
  const named = agreedTerms(common, said, 2);
  const all = [...named.values()].reduce((sum, count) => sum + count, 0);
  const best = all * 2 > cells ? common.finest(named, (count) => count * 2 > all) : null;
  if (!best) return null;
  let [models, voting] = [0, 0];
  for (const { terms, cells: alike } of said) {
    if (terms.length < 2) continue;
    voting += alike;
    models += (alike * terms.filter((one) => common.isBelow(one, best.term)).length) / terms.length;
  }
  return { term: best.term, share: best.count / cells, models: models / voting };
}

/** What the models agree on in each of some groups. */
export async function consensusGroupsOf(
  file: OpenedFile,
  models: readonly string[],
  phenotype: Phenotype,
  { labels, codes }: { labels: readonly string[]; codes: Int32Array },
): Promise<ConsensusGroup[]> {
  const terms = await ontology(file.asset);
  const { voices } = voicesOf(file, models, phenotype, terms);
  atLeastTwo(voices);
  const common = new CommonTerms(terms);
  return saidOf(voices, { names: labels, codes }).map((said, group) => {
    const cells = said.reduce((sum, one) => sum + one.cells, 0);
    const best = agreedOn(common, said);
    if (!best) return { group: labels[group]!, cells, id: "", name: "", share: NaN, models: NaN };
    return { group: labels[group]!, cells, id: best.term, name: terms.nameOf(best.term), share: best.share, models: best.models };
  });
}
