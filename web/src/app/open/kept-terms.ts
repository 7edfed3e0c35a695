import { createStore, get, set, type UseStore } from "idb-keyval";
import type { ModelInfo, Phenotype } from "../../contract/types";
import type { Engine } from "../engine-worker";

/** A class whose term the user chose. */
interface KeptTerm {
  phenotype: Phenotype;
  label: string;
  term: string;
}

let opened: UseStore | null = null;
const store = () => (opened ??= createStore("phenolens-terms", "terms"));

/** Terms are kept for a model's very files: another version may mean something else by a name. */
const keyOf = ({ name, hashes }: ModelInfo) => JSON.stringify([name, hashes]);

/* Storage may be closed to the page, as in a private window: then nothing is kept, and nothing fails. */

/** Keeps the term that was chosen for a class on this computer. */
export async function keepTerm(model: ModelInfo, phenotype: Phenotype, label: string, term: string): Promise<void> {
  try {
    const known = (await get<KeptTerm[]>(keyOf(model), store())) ?? [];
    const others = known.filter((one) => one.phenotype !== phenotype || one.label !== label);
    await set(keyOf(model), [...others, { phenotype, label, term }], store());
  } catch {
    // As said above.
  }
}

/** A model with the terms that were chosen for its classes before. */
export async function withKeptTerms(mine: Engine, model: ModelInfo): Promise<ModelInfo> {
  const known = await get<KeptTerm[]>(keyOf(model), store()).catch(() => undefined);
  let now = model;
  // A term that a later release of the ontology has dropped is one fewer.
  for (const one of known ?? []) now = await mine.client.call("setClassTerm", { model: model.name, ...one }).catch(() => now);
  return now;
}
