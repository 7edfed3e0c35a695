import { UNKNOWN } from "../../contract/obs-columns";
import type { Phenotype } from "../../contract/types";
import type { CoreModule } from "../base/core";
import type { OpenedFile } from "../file/opened-file";
import { headOf, NO_CLASS, type HeadStore, type ModelResults } from "../file/scores";
import type { Models } from "../model/models";
import { CommonTerms } from "../steps/consensus/common-term";
import { ontology, type Ontology } from "../steps/trust/is-a";
import { tellsSilent } from "./profiles";

/** A label for every cell: `codes` are places in `labels`, -1 for cells that the model does not read. */
export interface KnownLabels {
  labels: string[];
  codes: Int32Array<ArrayBuffer>;
}

/**
 * What a head says of a cell at the level that its probabilities support: the label where it has at least `least`; else the finest term
 * of the ontology that the classes which are it, or lie below it, have together; `unknown` where no term that says anything has.
 */
export class SupportedLabel {
  private readonly terms: (string | undefined)[];
  private readonly common: CommonTerms;

  constructor(
    private readonly store: Pick<HeadStore, "head" | "k" | "top" | "probability">,
    private readonly terminology: Ontology,
    private readonly least: number,
  ) {
    this.terms = store.head.classes.map(({ ontologyId }) => (ontologyId ? terminology.termOf(ontologyId, ontologyId) : undefined));
    this.common = new CommonTerms(terminology);
  }

  of(cell: number): string {
    const { k, top, probability, head } = this.store;
    const at = cell * k;
    if (top[at] === NO_CLASS) return UNKNOWN;
    if (probability[at]! >= this.least) return head.classes[top[at]!]!.label;
    const counts = new Map<string, number>();
    for (let i = at; i < at + k && top[i] !== NO_CLASS; i++) {
      const term = this.terms[top[i]!];
      if (term !== undefined) counts.set(term, (counts.get(term) ?? 0) + probability[i]!);
    }
    const found = counts.size > 0 ? this.common.finest(counts, (mass) => mass >= this.least) : null;
    return found ? this.terminology.nameOf(found.term) : UNKNOWN;
  }
}

/** Of a cell that the model has not read. */
const UNREAD = "";

/** What tells one cell's known label. */
export type TellsKnown = (cell: number) => string;

/**
 * A cell's label at the level that is supported, `unknown` too where it is not like any training cell: farther from all of them than the
 * model's profiles allow, of the head that these are of.
 */
export async function tellsKnown(
  core: CoreModule,
  file: OpenedFile,
  models: Models,
  result: ModelResults,
  phenotype: Phenotype,
  least: number,
): Promise<TellsKnown> {
  const isSilent = await tellsSilent(core, models, result, phenotype);
  const supported = new SupportedLabel(headOf(result, phenotype), await ontology(file.asset), least);
  return (cell) => (!result.isDone(cell) ? UNREAD : isSilent?.(cell) ? UNKNOWN : supported.of(cell));
}

/** The same of every cell. */
export async function knownLabels(...asked: Parameters<typeof tellsKnown>): Promise<KnownLabels> {
  const [, , , result, phenotype] = asked;
  const known = await tellsKnown(...asked);
  const store = headOf(result, phenotype);
  // Classes first and in their order: what a file's colours follow.
  const labels = [...new Set(store.head.classes.map(({ label }) => label))];
  const places = new Map(labels.map((label, place) => [label, place]));
  const codes = Int32Array.from(store.entropy, (_, cell) => {
    const label = known(cell);
    if (label === UNREAD) return -1;
    let place = places.get(label);
    if (place === undefined) places.set(label, (place = labels.push(label) - 1));
    return place;
  });
  return { labels, codes };
}
